import { useTranslations } from 'next-intl'
import { Card } from '@/components/ui/card'
import { Facts } from '@/components/ui/facts'
import { formatDay } from '@/lib/i18n/format'
import type { Locale } from '@/lib/i18n/locales'
import type { SpotCheckPage } from '@/lib/spot-checks/queries'

/** Who checks, how and until when; whoever left stays named with the reason. */
export function AssignmentCard({ page, locale }: { page: SpotCheckPage; locale: Locale }) {
  const t = useTranslations('spotChecks')
  const terms = useTranslations('terms.inspectionMethod')
  const { check, inspectors } = page
  const names =
    inspectors.length > 0
      ? inspectors
          .filter(({ releasedOn }) => !releasedOn)
          .map(({ name, organisationName }) => [name, organisationName].filter(Boolean).join(' '))
      : check.inspectorNames
  return (
    <Card>
      <Facts
        columns={2}
        items={[
          { label: t('method'), value: terms(check.method) },
          { label: t('inspectors'), value: names.join('；') },
          {
            label: t('due'),
            value: check.state === 'SUBMITTED' ? '' : formatDay(check.dueOn, locale),
          },
          {
            label: t('visited'),
            value: check.visitedOn ? formatDay(check.visitedOn, locale) : '',
          },
          {
            label: t('page.submittedOn'),
            value: check.submittedOn ? formatDay(check.submittedOn, locale) : '',
          },
          {
            label: t('page.assignedBy'),
            value: [check.assignedByName, formatDay(check.assignedOn, locale)].join(' '),
          },
        ]}
      />
      {inspectors
        .filter(({ releasedOn }) => releasedOn)
        .map(({ id, name, releaseReason }) => (
          <p key={id} className="pt-2 text-md text-ink-2">
            {t('page.released', { name, reason: releaseReason })}
          </p>
        ))}
      {check.cancelReason ? (
        <p className="pt-2 text-md text-ink-2">
          {t('page.cancelled', { reason: check.cancelReason })}
        </p>
      ) : null}
    </Card>
  )
}
