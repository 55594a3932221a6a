import { useLocale, useTranslations } from 'next-intl'
import { Badge } from '@/components/ui/badge'
import { LinkButton } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { Row, RowList } from '@/components/ui/row-list'
import { pointsOf } from '@/lib/appraisals/points'
import type { SupervisionItem } from '@/lib/dashboards/beside'
import { formatDay } from '@/lib/i18n/format'

const places = {
  proposal: '/watch-list',
  listing: '/watch-list',
  appeal: '/appraisals/sheets',
  result: '/appraisals/sheets',
} as const

/** What of the key register and the appraisal waits here, or stands about one's own organisation. */
export function SupervisionCard({ items }: { items: readonly SupervisionItem[] }) {
  const t = useTranslations('watchList.home')
  const locale = useLocale()
  if (items.length === 0) return null
  const words = ({ kind, day, year, score, scoring }: SupervisionItem) =>
    t(`line.${kind}`, {
      ...{ day: formatDay(day, locale), year: String(year ?? '') },
      ...{ score: pointsOf(score), scoring: scoring ? 'yes' : 'no' },
    })
  return (
    <Card title={t('title')} flush>
      <RowList>
        {items.map((item) => (
          <Row
            key={`${item.kind}-${item.id}`}
            tag={
              <Badge tone={item.kind === 'listing' ? 'red' : 'grey'}>{t(`tag.${item.kind}`)}</Badge>
            }
            title={item.name}
            sub={words(item)}
            action={
              <LinkButton size="sm" href={`${places[item.kind]}/${item.id}`}>
                {t(`verb.${item.kind}`)}
              </LinkButton>
            }
          />
        ))}
      </RowList>
    </Card>
  )
}
