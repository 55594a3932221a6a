import { useLocale, useTranslations } from 'next-intl'
import { Card } from '@/components/ui/card'
import { Facts } from '@/components/ui/facts'
import { TextLink } from '@/components/ui/link'
import { can } from '@/lib/access/policy'
import type { Viewer } from '@/lib/access/viewer-types'
import { toDay } from '@/lib/dates'
import { formatDay, formatInstant } from '@/lib/i18n/format'
import type { PlanPage } from '@/lib/plans/queries'

/** The plan beside its measures: which version is in force, which is being worked on, where to read. */
export function PlanCard({ page, viewer }: { page: PlanPage; viewer: Viewer }) {
  const t = useTranslations('plans.card')
  const terms = useTranslations('terms.planStatus')
  const locale = useLocale()
  const { kase, subject, approved, working, versions } = page
  const base = `/cases/${kase.id}/plan`
  const on = (day: Date | null) => (day ? formatDay(toDay(day), locale) : '')
  const canEdit = working?.status === 'DRAFT' && can(viewer, 'plan.draft', subject) && !kase.paused
  if (versions.length === 0) return null
  return (
    <div className="stack">
      {approved ? (
        <Card title={t('approved')} aside={t('version', { number: approved.number })}>
          <Facts
            items={[
              { label: t('recordNo'), value: approved.recordNo },
              { label: t('approvedOn'), value: on(approved.decidedOn) },
              { label: t('approvedBy'), value: approved.decidedByName },
              { label: t('submittedBy'), value: approved.submittedByName },
            ]}
          />
          <p className="mt-3">
            <TextLink href={`${base}/versions/${approved.number}`}>{t('read')}</TextLink>
          </p>
        </Card>
      ) : null}
      {working ? (
        <Card
          title={t(approved ? 'revision' : 'working')}
          aside={t('version', { number: working.number })}
        >
          <Facts
            items={[
              { label: t('status'), value: terms(working.status) },
              { label: t('submittedOn'), value: on(working.submittedOn) },
              { label: t('submittedBy'), value: working.submittedByName },
              {
                label: t('savedBy'),
                value:
                  working.status === 'DRAFT' && working.savedAt
                    ? `${working.savedByName} · ${formatInstant(working.savedAt, locale)}`
                    : '',
              },
            ]}
          />
          <p className="mt-3 flex flex-wrap gap-x-5 gap-y-1">
            <TextLink href={`${base}/versions/${working.number}`}>{t('read')}</TextLink>
            {canEdit ? <TextLink href={`${base}/edit`}>{t('edit')}</TextLink> : null}
          </p>
        </Card>
      ) : null}
      {versions.length > 1 || working?.returned ? (
        <p className="flex flex-wrap gap-x-5 px-4">
          <TextLink href={`${base}/versions`}>{t('versions', { count: versions.length })}</TextLink>
          <TextLink href={`${base}/compare`}>{t('compare')}</TextLink>
        </p>
      ) : null}
    </div>
  )
}
