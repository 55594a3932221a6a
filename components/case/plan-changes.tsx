import { useLocale, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Badge } from '@/components/ui/badge'
import { formatDay } from '@/lib/i18n/format'
import type { FieldDiff, PlanDiff } from '@/lib/plans/compare'
import type { Move } from '@/lib/plans/moves'

type PlanChangesProps = {
  diff: PlanDiff
  /** Number of each problem by its key, to name the ones a measure answers. */
  problemNumbers: ReadonlyMap<string, number>
}

/** What differs between two versions of a plan, part by part, before beside after. */
export function PlanChanges({ diff, problemNumbers }: PlanChangesProps) {
  const t = useTranslations('plans.compare')
  if (diff.identical) return <p className="text-ink-2">{t('identical')}</p>
  const { measures, problems, sections } = diff
  return (
    <div className="grid gap-6">
      {measures.added.length + measures.removed.length + measures.changed.length > 0 ? (
        <Part title={t('measures')}>
          {measures.added.map((measure) => (
            <Item key={measure.key} mark="added" title={measure.title} note={noteOf(measure)} />
          ))}
          {measures.removed.map((measure) => (
            <Item key={measure.key} mark="removed" title={measure.title} note={noteOf(measure)} />
          ))}
          {measures.changed.map(({ key, after, fields }) => (
            <Item key={key} mark="changed" title={after.title}>
              <Fields fields={fields} problemNumbers={problemNumbers} />
            </Item>
          ))}
        </Part>
      ) : null}
      {problems.added.length + problems.removed.length + problems.changed.length > 0 ? (
        <Part title={t('problems')}>
          {problems.added.map(({ key, title }) => (
            <Item key={key} mark="added" title={title} />
          ))}
          {problems.removed.map(({ key, title }) => (
            <Item key={key} mark="removed" title={title} />
          ))}
          {problems.changed.map(({ key, after, fields }) => (
            <Item key={key} mark="changed" title={after.title}>
              <Fields fields={fields} problemNumbers={problemNumbers} />
            </Item>
          ))}
        </Part>
      ) : null}
      {sections.length > 0 ? (
        <Part title={t('sections')}>
          <Fields fields={sections} problemNumbers={problemNumbers} />
        </Part>
      ) : null}
    </div>
  )
}

function noteOf({
  organisationName,
  personName,
}: {
  organisationName: string
  personName: string
}) {
  return [organisationName, personName].filter(Boolean).join(' · ')
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="grid gap-3">
      <h3>{title}</h3>
      {children}
    </section>
  )
}

const tones = { added: 'green', removed: 'red', changed: 'amber' } as const

type ItemProps = {
  mark: keyof typeof tones
  title: string
  note?: string
  children?: ReactNode
}

function Item({ mark, title, note, children }: ItemProps) {
  const t = useTranslations('plans.compare.mark')
  return (
    <div className="grid gap-2 border-t border-line pt-2">
      <p className="flex flex-wrap items-baseline gap-x-3">
        <Badge tone={tones[mark]}>{t(mark)}</Badge>
        <span className={mark === 'removed' ? 'line-through' : ''}>{title}</span>
        {note ? <span className="text-sm text-ink-2">{note}</span> : null}
      </p>
      {children}
    </div>
  )
}

type FieldsProps = { fields: readonly FieldDiff[]; problemNumbers: ReadonlyMap<string, number> }

function Fields({ fields, problemNumbers }: FieldsProps) {
  const t = useTranslations('plans.compare')
  const label = useTranslations('plans.field')
  const words = useFieldWords(problemNumbers)
  return (
    <dl className="grid gap-2 text-md">
      {fields.map(({ field, before, after }) => (
        <div
          key={field}
          className="grid gap-x-4 gap-y-1 sm:grid-cols-[6em_minmax(0,1fr)_minmax(0,1fr)]"
        >
          <dt className="text-ink-2">{label(field as 'title')}</dt>
          <dd className="rounded-sm bg-red-wash px-2 py-1 whitespace-pre-wrap">
            <span className="sr-only">{t('before')}</span>
            <del className="no-underline">{words(field, before) || t('nothing')}</del>
          </dd>
          <dd className="rounded-sm bg-green-wash px-2 py-1 whitespace-pre-wrap">
            <span className="sr-only">{t('after')}</span>
            <ins className="no-underline">{words(field, after) || t('nothing')}</ins>
          </dd>
        </div>
      ))}
    </dl>
  )
}

/** A value of a field as people read it: moves by name, problems by number, days written out. */
function useFieldWords(problemNumbers: ReadonlyMap<string, number>) {
  const terms = useTranslations('terms.move')
  const locale = useLocale()
  return (field: string, value: string): string => {
    if (value === '') return ''
    if (field === 'move') return terms(value as Move)
    if (field === 'problemIds') {
      const numbers = value.split(' ').map((key) => problemNumbers.get(key) ?? 0)
      return numbers.sort((a, b) => a - b).join('、')
    }
    return formatDay(value, locale)
  }
}
