import { useTranslations } from 'next-intl'
import { ActionForm } from '@/components/form/action-form'
import { HiddenField, TextField } from '@/components/form/fields'
import { TextAreaField } from '@/components/form/text-area-field'
import { RequestList } from '@/components/spot-check/request-list'
import { Card } from '@/components/ui/card'
import { Fold } from '@/components/ui/fold'
import { VisitKey } from '@/components/visit/visit-key'
import type { Day } from '@/lib/dates'
import type { Locale } from '@/lib/i18n/locales'
import { newId } from '@/lib/ids'
import type { SpotCheckPage } from '@/lib/spot-checks/queries'
import { ask } from '../actions'

type MaterialCardProps = { page: SpotCheckPage; locale: Locale; today: Day }

/** What was asked for, and asking for what the system does not hold. */
export function MaterialCard({ page, locale, today }: MaterialCardProps) {
  const t = useTranslations('spotChecks.material')
  const { check, requests, mayAsk, maySubmit } = page
  if (requests.length === 0 && !mayAsk && !maySubmit) return null
  return (
    <Card flush={requests.length > 0} title={t('title')}>
      {requests.length > 0 ? (
        <RequestList requests={requests} locale={locale} today={today} ofOne />
      ) : null}
      <div className={requests.length > 0 ? 'border-t border-line p-4' : ''}>
        <p className="muted measure pb-2 text-md">
          {t(mayAsk ? 'lead' : maySubmit ? 'covertLater' : 'lead')}
        </p>
        {mayAsk ? (
          <Fold label={t('ask')}>
            <div className="max-w-3xl">
              <ActionForm
                action={ask}
                submit={t('ask')}
                tone="plain"
                label={t('ask')}
                draft={`material:${check.id}`}
                resetOnDone
              >
                <VisitKey id={newId()} />
                <HiddenField name="spotCheckId" value={check.id} />
                <TextField name="what" label={t('what')} hint={t('whatHint')} maxLength={500} />
                <TextAreaField
                  name="gap"
                  label={t('gap')}
                  hint={t('gapHint')}
                  rows={2}
                  max={2000}
                />
              </ActionForm>
            </div>
          </Fold>
        ) : null}
      </div>
    </Card>
  )
}
