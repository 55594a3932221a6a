import { useLocale, useTranslations } from 'next-intl'
import { TextLink } from '@/components/ui/link'
import { roleOfSlot, type Slot } from '@/lib/assignments/rules'
import type { readTeam } from '@/lib/assignments/team-queries'
import { formatDay } from '@/lib/i18n/format'
import { recordListHref } from '@/lib/records/list-filter'
import { visitListHref } from '@/lib/visits/list-filter'

type Logged = NonNullable<Awaited<ReturnType<typeof readTeam>>['logged']>
type LoggedFactsProps = {
  caseId: string
  slot: Slot
  organisationId: string | null
  logged: Logged
}

/** What the side of a slot logged on this case, plain figures that open their lists; no ranking. */
export function LoggedFacts({ caseId, slot, organisationId, logged }: LoggedFactsProps) {
  const t = useTranslations('assignments')
  const locale = useLocale()
  const role = roleOfSlot[slot]
  // Both township slots log under one role: told once, with the leader.
  if (role === null || slot === 'TOWNSHIP_OFFICER') return null
  const visits = logged.visits.find((one) => one.role === role)
  const records = logged.records.find((one) => one.role === role)
  const progress = logged.progress.find((one) => one.organisationId === organisationId)
  return (
    <>
      {role === 'TOWNSHIP' ? <span className="text-sm text-ink-2">{t('ofTownship')}</span> : null}
      <span>
        <TextLink href={visitListHref({ case: caseId, role })}>
          {t('visitsLogged', { count: visits?.count ?? 0 })}
        </TextLink>
        {visits?.last ? (
          <span className="ms-2 text-sm text-ink-2">
            {t('latestVisit', { on: formatDay(visits.last, locale) })}
          </span>
        ) : null}
      </span>
      <TextLink href={recordListHref({ case: caseId, role })}>
        {t('recordsLogged', { count: records?.count ?? 0 })}
      </TextLink>
      {progress ? (
        <TextLink href={`/cases/${caseId}/measures`}>
          {t('progressLogged', { count: progress.count })}
        </TextLink>
      ) : null}
    </>
  )
}
