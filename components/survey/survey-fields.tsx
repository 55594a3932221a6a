import { useTranslations } from 'next-intl'
import { RadioField } from '@/components/form/choice-fields'
import { DateField } from '@/components/form/date-field'
import { NumberField, TextField } from '@/components/form/fields'
import { TextAreaField } from '@/components/form/text-area-field'
import type { Day } from '@/lib/dates'
import type { SurveyKind, SurveySampling } from '@/prisma/generated/enums'

type SurveyFieldsProps = {
  /** Set when the round is there already; else the form asks. */
  kind?: SurveyKind
  today: Day
  defaults: {
    questions: readonly string[]
    due?: number
    sampling: SurveySampling
    population?: number | null
    samplingNote: string
    endsOn: Day
  }
  /** Nobody has answered yet. */
  wordingOpen: boolean
}

const lines = [0, 1, 2, 3, 4] as const

/** What is asked, of how many, until when. */
export function SurveyFields({ kind, today, defaults, wordingOpen }: SurveyFieldsProps) {
  const t = useTranslations('surveys')
  const sampling = (['ALL', 'RANDOM', 'CHOSEN'] as const).map((value) => ({
    value,
    label: t(`sampling.${value}`),
  }))
  return (
    <>
      <NumberField
        whole
        name="due"
        label={t('due')}
        hint={t('dueHint')}
        defaultValue={defaults.due}
      />
      <DateField
        name="endsOn"
        label={t('endsOn')}
        hint={t('endsOnHint')}
        min={today}
        defaultValue={defaults.endsOn}
      />
      {kind === 'MEETING' ? null : (
        <>
          <RadioField
            inline
            name="sampling"
            label={t('samplingTitle')}
            hint={t('samplingHint')}
            options={sampling}
            defaultValue={defaults.sampling}
          />
          <NumberField
            whole
            optional
            name="population"
            label={t('population')}
            hint={t('populationHint')}
            defaultValue={defaults.population ?? ''}
          />
        </>
      )}
      <TextAreaField
        optional
        name="samplingNote"
        label={t('samplingNote')}
        rows={2}
        defaultValue={defaults.samplingNote}
      />
      <fieldset className="grid gap-3">
        <legend className="pb-1 font-semibold">{t('questions')}</legend>
        <p className="muted text-md">{t(wordingOpen ? 'questionsHint' : 'questionsFrozen')}</p>
        {lines.map((index) => (
          <TextField
            key={index}
            name={`questions.${index}`}
            label={t('question', { number: index + 1 })}
            optional
            readOnly={!wordingOpen}
            maxLength={60}
            defaultValue={defaults.questions[index] ?? ''}
          />
        ))}
      </fieldset>
    </>
  )
}
