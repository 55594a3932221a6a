import { useLocale, useTranslations } from 'next-intl'
import { ActionForm } from '@/components/form/action-form'
import { HiddenField, TextField } from '@/components/form/fields'
import { Button } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { Radio } from '@/components/ui/choice'
import { NumberInput } from '@/components/ui/controls'
import { Field, FieldGroup, wire } from '@/components/ui/field'
import { Fold } from '@/components/ui/fold'
import type { Day } from '@/lib/dates'
import { formatDay } from '@/lib/i18n/format'
import { newId } from '@/lib/ids'
import { mostTokens } from '@/lib/surveys/schema'
import { voidLot } from '../actions'

type Lot = {
  id: string
  channel: 'SLIPS' | 'LINKS'
  count: number
  issuedOn: Day
  byName: string
  voidedOn: Day | null
  voidReason: string
}

type LotsCardProps = {
  survey: { id: string; due: number; issued: number; paperIssued: number }
  lots: readonly Lot[]
  turnout: number
}

/**
 * Issues tokens: the browser posts the form into a new tab, whose answer is the one and only print of
 * them. Lots nobody has used can be voided.
 */
export function LotsCard({ survey, lots, turnout }: LotsCardProps) {
  const t = useTranslations('surveys')
  const locale = useLocale()
  const left = Math.min(mostTokens, survey.due - survey.issued - survey.paperIssued)
  return (
    <Card
      title={t('tokens')}
      aside={t('issuedOf', { issued: survey.issued, due: survey.due })}
      foot={turnout > 0 ? t('turnout', { count: turnout }) : t('turnoutLow')}
    >
      {left > 0 ? (
        <form
          method="post"
          action={`/api/surveys/${survey.id}/slips`}
          target="_blank"
          className="grid gap-4"
          rel="noopener"
        >
          <p className="muted text-md">{t('tokensOnce')}</p>
          <input type="hidden" name="issueId" value={newId()} />
          <Field id="count" label={t('howMany')} hint={t('howManyHint', { left })}>
            <NumberInput
              {...wire('count', { hint: t('howManyHint', { left }) })}
              name="count"
              inputMode="numeric"
              required
              defaultValue={left}
            />
          </Field>
          <FieldGroup id="channel" legend={t('channelTitle')}>
            <div className="flex flex-wrap gap-x-6">
              <Radio name="channel" value="SLIPS" label={t('channel.SLIPS')} defaultChecked />
              <Radio name="channel" value="LINKS" label={t('channel.LINKS')} />
            </div>
          </FieldGroup>
          <Button type="submit" tone="primary" className="justify-self-start">
            {t('issue')}
          </Button>
        </form>
      ) : (
        <p className="text-md">{t('allIssued')}</p>
      )}
      {lots.length > 0 ? (
        <ul className="mt-4 grid gap-2 border-t border-line pt-3 text-md">
          {lots.map((lot) => (
            <li key={lot.id}>
              {t('lot', {
                day: formatDay(lot.issuedOn, locale),
                by: lot.byName,
                channel: lot.channel,
                count: lot.count,
              })}
              {lot.voidedOn ? (
                <span className="text-ink-2">
                  {' '}
                  {t('voided', { day: formatDay(lot.voidedOn, locale), reason: lot.voidReason })}
                </span>
              ) : (
                <Fold label={t('void')}>
                  <ActionForm action={voidLot} submit={t('void')} tone="danger" label={t('void')}>
                    <HiddenField name="surveyId" value={survey.id} />
                    <HiddenField name="issueId" value={lot.id} />
                    <TextField name="reason" label={t('reason')} hint={t('voidHint')} />
                  </ActionForm>
                </Fold>
              )}
            </li>
          ))}
        </ul>
      ) : null}
    </Card>
  )
}
