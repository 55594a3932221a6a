import { useTranslations } from 'next-intl'
import { DateField } from '@/components/form/date-field'
import { NumberField } from '@/components/form/fields'
import type { Day } from '@/lib/dates'
import type { Discussion } from '@/lib/records/discussion-schema'
import { discussionSteps } from '@/lib/records/discussion-schema'
import type { DiscussionLine, DiscussionLines } from '@/lib/rule-sets/discussion-lines'

type DiscussionFieldsProps = {
  lines?: DiscussionLines
  today: Day
  detail?: Partial<Discussion>
  /** Of the last step, which is the day of the record. */
  day?: Day
}

/** The four steps: day, those due, present and for it, with the line each is held to. */
export function DiscussionFields({ lines, today, detail, day }: DiscussionFieldsProps) {
  const t = useTranslations('records')
  return discussionSteps.map((step) => {
    const given: { day?: string; due?: number; present?: number; votes?: number } =
      detail?.[step] ?? {}
    const optional = lines && lines[step].presence === '0' && lines[step].approval === '0'
    return (
      <fieldset key={step} className="rounded-md border border-line p-3 pt-2">
        <legend className="px-1 font-medium">{t(`field.${step}`)}</legend>
        {lines ? <LineWords line={lines[step]} /> : null}
        <div className="grid grid-cols-3 gap-3 sm:grid-cols-6">
          <div className="col-span-3">
            <DateField
              name={step === 'representatives' ? 'day' : `detail.${step}.day`}
              label={t('field.day')}
              max={today}
              defaultValue={step === 'representatives' ? (day ?? today) : given.day}
            />
          </div>
          {(['due', 'present', 'votes'] as const).map((name) => (
            <NumberField
              key={name}
              name={`detail.${step}.${name}`}
              label={t(`field.${name}`)}
              optional={optional}
              whole
              defaultValue={given[name]}
            />
          ))}
        </div>
      </fieldset>
    )
  })
}

function LineWords({ line: { presence, approval, of } }: { line: DiscussionLine }) {
  const t = useTranslations('records.line')
  const words = [
    presence === '0' ? '' : t('presence', { fraction: presence }),
    approval === '0' ? '' : t(`approval${of}`, { fraction: approval }),
  ].filter(Boolean)
  return (
    <p className="pb-2 text-sm text-ink-2">
      {words.length > 0 ? words.join(t('join')) : t('none')}
    </p>
  )
}
