import { useTranslations } from 'next-intl'
import { CaseLight } from '@/components/case/case-light'
import { Card } from '@/components/ui/card'
import { EmptyState } from '@/components/ui/empty-state'
import { TextLink } from '@/components/ui/link'
import { Row, RowList } from '@/components/ui/row-list'
import type { Home } from '@/lib/dashboards/home-queries'
import type { Day } from '@/lib/dates'

type LinkedCardProps = { villages: NonNullable<Home['linked']>; leader: boolean; today: Day }

/** The villages a person is bound to: linked, paired, stationed in, on whose acceptance team. */
export function LinkedCard({ villages, leader, today }: LinkedCardProps) {
  const t = useTranslations('home')
  const terms = useTranslations('terms')
  return (
    <Card
      flush
      title={t(leader ? 'linked.COUNTY_LEADER' : 'linked.other')}
      aside={t('linkedCount', { count: villages.length })}
    >
      {villages.length === 0 ? <EmptyState title={t('noLinked')} /> : null}
      <RowList>
        {villages.map(({ id, village, township, batch, stage, light }) => (
          <Row
            key={id}
            title={
              <>
                <TextLink href={`/cases/${id}`} className="font-medium">
                  {village.name}
                </TextLink>
                <span className="ms-2 break-keep text-md text-ink-2">
                  {[village.demo ? terms('demo') : '', township, batch, terms(`stage.${stage}`)]
                    .filter(Boolean)
                    .join(' · ')}
                </span>
              </>
            }
            sub={<CaseLight light={light} today={today} />}
          />
        ))}
      </RowList>
    </Card>
  )
}
