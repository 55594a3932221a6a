import { useTranslations } from 'next-intl'
import { RadioField } from '@/components/form/choice-fields'
import { NumberField } from '@/components/form/fields'
import { type RowColumn, RowsField } from '@/components/form/rows-field'
import { TextAreaField } from '@/components/form/text-area-field'
import type { Answers, Question, Sheet } from '@/lib/spot-checks/sheet'
import { FindingGravity, FindingKind, SpotCheckConclusion } from '@/prisma/generated/enums'
import { ConclusionChoice } from './conclusion-choice'

/** The questions of a sheet, each as its kind is answered. */
export function SheetFields({ sheet, answers }: { sheet: Sheet; answers?: Answers }) {
  return sheet.map((one) => (
    <QuestionField key={one.code} question={one} answer={answers?.[one.code]} />
  ))
}

function QuestionField({ question, answer }: { question: Question; answer?: string | number }) {
  const t = useTranslations('spotChecks.form')
  const { code, kind, text, hint, options, required } = question
  const shared = {
    name: `answers.${code}`,
    label: text,
    hint: hint || undefined,
    optional: !required,
    defaultValue: answer === undefined ? undefined : String(answer),
  }
  if (kind === 'NUMBER') return <NumberField {...shared} />
  if (kind === 'TEXT') return <TextAreaField {...shared} rows={2} />
  const choices =
    kind === 'CHOICE'
      ? options.map((value) => ({ value, label: value }))
      : (['yes', 'no'] as const).map((value) => ({ value, label: t(value) }))
  return <RadioField {...shared} options={choices} inline />
}

type Measure = { id: string; number: number; title: string }

/** What was found: any number of rows, each its own finding. */
export function FindingRows({ measures, more }: { measures: readonly Measure[]; more?: boolean }) {
  const t = useTranslations('spotChecks.form')
  const terms = useTranslations('terms')
  const ofMeasure: RowColumn[] =
    measures.length > 0
      ? [
          {
            ...{ name: 'measureId', label: t('measure'), hint: t('measureHint') },
            ...{ kind: 'select', optional: true },
            options: measures.map(({ id, number, title }) => ({
              value: id,
              label: `${number}. ${title}`,
            })),
          },
        ]
      : []
  return (
    <RowsField
      name="findings"
      label={t(more ? 'more' : 'findings')}
      hint={t('findingsHint')}
      add={t('addFinding')}
      min={more ? 0 : 1}
      max={50}
      optional={more}
      columns={[
        {
          ...{ name: 'kind', label: t('kind'), kind: 'select', span: 8 },
          options: Object.values(FindingKind).map((value) => ({
            value,
            label: terms(`findingKind.${value}`),
          })),
        },
        {
          ...{ name: 'gravity', label: t('gravity'), kind: 'select', span: 4 },
          options: Object.values(FindingGravity).map((value) => ({
            value,
            label: terms(`findingGravity.${value}`),
          })),
        },
        { name: 'text', label: t('text'), kind: 'area', max: 10_000 },
        {
          ...{ name: 'evidence', label: t('evidence'), hint: t('evidenceHint'), kind: 'area' },
          ...{ optional: true, max: 10_000 },
        },
        ...ofMeasure,
      ]}
    />
  )
}

/** The conclusion, and what was found when it is that. */
export function ConclusionFields({ measures }: { measures: readonly Measure[] }) {
  const t = useTranslations('spotChecks.form')
  const terms = useTranslations('terms.spotCheckConclusion')
  return (
    <ConclusionChoice
      label={t('conclusion')}
      options={Object.values(SpotCheckConclusion).map((value) => ({ value, label: terms(value) }))}
    >
      <FindingRows measures={measures} />
    </ConclusionChoice>
  )
}
