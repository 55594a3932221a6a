import { useTranslations } from 'next-intl'
import { ActionForm } from '@/components/form/action-form'
import { CheckboxesField, RadioField } from '@/components/form/choice-fields'
import { HiddenField } from '@/components/form/fields'
import { TextAreaField } from '@/components/form/text-area-field'
import { Card } from '@/components/ui/card'
import { Notice } from '@/components/ui/notice'
import type { FindingPage } from '@/lib/findings/queries'
import { send, settle, withdraw } from '../actions'

/** What the viewer may do with a finding now. */
export function FindingSteps({ page }: { page: FindingPage }) {
  const t = useTranslations('findings')
  const { finding, addressees, maySend, maySettle, mayWithdraw, ownWork } = page
  const hidden = (
    <>
      <HiddenField name="findingId" value={finding.id} />
      <HiddenField name="version" value={finding.version} />
    </>
  )
  return (
    <>
      {maySend ? (
        <Card narrow title={t('send.title')}>
          <p className="muted measure pb-3 text-md">{t('send.lead')}</p>
          {addressees.length === 0 ? (
            <p className="text-md">{t('send.nobody')}</p>
          ) : (
            <ActionForm
              action={send}
              submit={t('send.submit')}
              tone="plain"
              label={t('send.title')}
            >
              {hidden}
              <CheckboxesField
                name="organisationIds[]"
                label={t('send.to')}
                options={addressees.map(({ id, name }) => ({ value: id, label: name }))}
              />
            </ActionForm>
          )}
        </Card>
      ) : null}
      {maySettle ? (
        <Card narrow title={t('settle.title')}>
          <p className="muted measure pb-3 text-md">{t('settle.lead')}</p>
          <ActionForm
            action={settle}
            submit={t('settle.submit')}
            tone="plain"
            label={t('settle.title')}
            draft={`settle:${finding.id}`}
          >
            {hidden}
            <RadioField
              name="outcome"
              label={t('settle.outcome')}
              options={(['SETTLED', 'DISMISSED'] as const).map((value) => ({
                value,
                label: t(`settle.${value}`),
              }))}
              inline
            />
            <TextAreaField name="reason" label={t('settle.reason')} rows={3} max={2000} />
          </ActionForm>
        </Card>
      ) : null}
      {ownWork ? <Notice>{t('ownWork')}</Notice> : null}
      {mayWithdraw ? (
        <Card narrow title={t('withdraw.title')}>
          <p className="muted measure pb-3 text-md">{t('withdraw.lead')}</p>
          <ActionForm
            action={withdraw}
            submit={t('withdraw.submit')}
            tone="plain"
            label={t('withdraw.title')}
            draft={`withdraw-finding:${finding.id}`}
          >
            {hidden}
            <TextAreaField name="reason" label={t('withdraw.reason')} rows={2} max={2000} />
          </ActionForm>
        </Card>
      ) : null}
    </>
  )
}
