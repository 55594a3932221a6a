import { useLocale, useTranslations } from 'next-intl'
import { Card } from '@/components/ui/card'
import { Light } from '@/components/ui/light'
import { TextLink } from '@/components/ui/link'
import type { OverviewRow } from '@/lib/cases/overview-queries'
import { type Day, toDay } from '@/lib/dates'
import { formatDay } from '@/lib/i18n/format'
import { lightOf } from '@/lib/lights/rules'

type FollowUps = OverviewRow['followUps']
type FollowUpsCardProps = { caseId: string; followUps: FollowUps; today: Day }

/** The follow-ups after closing: made, or when each is due. */
export function FollowUpsCard({ caseId, followUps, today }: FollowUpsCardProps) {
  const t = useTranslations('cases.overview')
  const terms = useTranslations('terms.followUpResult')
  const locale = useLocale()
  return (
    <Card
      title={t('followUps')}
      aside={
        <TextLink quiet href={`/cases/${caseId}/follow-ups`}>
          {t('all')}
        </TextLink>
      }
    >
      <ul className="grid gap-2 text-md">
        {followUps.map((one) => {
          const done = one.doneOn !== null
          const colour = lightOf(
            { yellowOn: toDay(one.yellowOn), redOn: toDay(one.redOn), done, paused: false },
            today,
          )
          return (
            <li key={one.id} className="flex flex-wrap items-baseline justify-between gap-x-3">
              <span>{t('followUpMonth', { month: one.month })}</span>
              <Light colour={colour} word={false}>
                {one.doneOn && one.result
                  ? `${formatDay(toDay(one.doneOn), locale)} · ${terms(one.result)}`
                  : t('dueOn', { day: formatDay(toDay(one.dueOn), locale) })}
              </Light>
            </li>
          )
        })}
      </ul>
    </Card>
  )
}
