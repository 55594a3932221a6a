import { useTranslations } from 'next-intl'
import { CommitmentFields } from '@/components/commitment/commitment-fields'
import { RadioField } from '@/components/form/choice-fields'
import { DateField } from '@/components/form/date-field'
import { HiddenField } from '@/components/form/fields'
import { TextAreaField } from '@/components/form/text-area-field'
import type { CommitmentPage } from '@/lib/commitments/queries'
import { type CommitmentVerb, resultsOf } from '@/lib/commitments/rules'
import type { Day } from '@/lib/dates'

type VerbFieldsProps = Pick<CommitmentPage, 'commitment'> & { verb: CommitmentVerb; today: Day }

/** What each step of a commitment asks for. */
export function VerbFields({ verb, commitment, today }: VerbFieldsProps) {
  const t = useTranslations('commitments')
  const terms = useTranslations('terms.commitmentResult')
  switch (verb) {
    case 'edit':
      return (
        <>
          {/* What it is linked to stays as it was. */}
          {commitment.problemIds.map((id) => (
            <HiddenField key={id} name="problemIds[]" value={id} />
          ))}
          {commitment.measureIds.map((id) => (
            <HiddenField key={id} name="measureIds[]" value={id} />
          ))}
          <CommitmentFields level={commitment.level} today={today} written={commitment} />
        </>
      )
    case 'accept':
      return <TextAreaField name="note" label={t('note')} rows={3} optional />
    case 'publish':
      return <p className="text-md">{t('publishLead')}</p>
    case 'report':
      return (
        <>
          <DateField name="evidenceOn" label={t('evidenceOn')} max={today} defaultValue={today} />
          <TextAreaField name="evidence" label={t('evidence')} hint={t('evidenceHint')} rows={5} />
        </>
      )
    case 'evaluate':
      return (
        <>
          <RadioField
            name="result"
            label={t('result')}
            hint={commitment.status === 'CARRIED_OUT' ? undefined : t('resultLate')}
            inline
            options={resultsOf(commitment.status).map((value) => ({ value, label: terms(value) }))}
          />
          <TextAreaField name="reason" label={t('evaluation')} rows={3} max={2000} />
        </>
      )
    default:
      return <TextAreaField name="reason" label={t('reason')} rows={3} max={2000} />
  }
}
