import { useLocale, useTranslations } from 'next-intl'
import { CaseLight } from '@/components/case/case-light'
import { Badge } from '@/components/ui/badge'
import { LinkButton } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { EmptyState } from '@/components/ui/empty-state'
import { TextLink } from '@/components/ui/link'
import { Row, RowList } from '@/components/ui/row-list'
import { nearDay } from '@/lib/cases/light-words'
import { countByVerb, type QueueItem, type QueueVerb } from '@/lib/dashboards/queue'
import { type Day, isDay } from '@/lib/dates'
import { withInnerQuotes } from '@/lib/i18n/quoted'

const atFirst = 10

type QueueCardProps = {
  items: readonly QueueItem[]
  today: Day
  /** Only one kind of work. */
  verb?: QueueVerb
  whole?: boolean
}

/** What waits for this person, most urgent first; one click to do it. */
export function QueueCard({ items, today, verb, whole }: QueueCardProps) {
  const t = useTranslations('home')
  const chosen = verb ? items.filter((item) => item.verb === verb) : items
  const shown = whole ? chosen : chosen.slice(0, atFirst)
  const hidden = chosen.length - shown.length
  const counts = countByVerb(items)
  return (
    <Card
      flush
      title={t('queue')}
      aside={
        counts.length > 1 ? (
          <nav aria-label={t('queue')} className="flex flex-wrap gap-x-3">
            <TextLink quiet href="/" aria-current={verb ? undefined : 'page'}>
              {t('all', { count: items.length })}
            </TextLink>
            {counts.map((one) => (
              <TextLink
                key={one.verb}
                quiet
                href={`/?verb=${one.verb}`}
                aria-current={one.verb === verb ? 'page' : undefined}
                className="aria-[current]:font-semibold"
              >
                {t('verbCount', { verb: t(`verb.${one.verb}`), count: one.count })}
              </TextLink>
            ))}
          </nav>
        ) : undefined
      }
      foot={
        hidden > 0 ? (
          <TextLink quiet href={verb ? `/?verb=${verb}&all=1` : '/?all=1'}>
            {t('more', { count: hidden })}
            <span aria-hidden="true"> ›</span>
          </TextLink>
        ) : undefined
      }
    >
      {shown.length === 0 ? (
        <EmptyState
          title={t(verb ? 'noneFiltered' : 'done')}
          action={verb ? <LinkButton href="/">{t('showAll')}</LinkButton> : undefined}
        >
          {verb ? null : t('doneText')}
        </EmptyState>
      ) : (
        <RowList>
          {shown.map((item, index) => (
            <QueueRow
              key={`${item.verb}:${item.key}`}
              item={item}
              today={today}
              first={index === 0}
            />
          ))}
        </RowList>
      )}
    </Card>
  )
}

function QueueRow({ item, today, first }: { item: QueueItem; today: Day; first: boolean }) {
  const t = useTranslations('home')
  const terms = useTranslations('terms')
  const { verb, village, township, batch, light, href } = item
  return (
    <Row
      tag={<Badge tone="blue">{t(`verb.${verb}`)}</Badge>}
      title={
        <>
          <TextLink href={href} className="font-medium">
            {village.name}
          </TextLink>
          <span className="ms-2 break-keep text-md text-ink-2">
            {[village.demo ? terms('demo') : '', township, batch].filter(Boolean).join(' · ')}
          </span>
        </>
      }
      sub={<Why item={item} today={today} />}
      light={light.code === 'noDeadline' ? null : <CaseLight light={light} today={today} short />}
      action={
        <LinkButton size="sm" href={href} tone={first ? 'primary' : 'plain'}>
          {t(`action.${verb}`)}
        </LinkButton>
      }
    />
  )
}

function Why({ item, today }: { item: QueueItem; today: Day }) {
  const t = useTranslations('home.why')
  const terms = useTranslations('terms')
  const locale = useLocale()
  const values = Object.entries(item.why).map(([name, value]) => {
    if (isDay(value)) return [name, nearDay(value, today, locale)]
    if (name === 'grade' && value) return [name, terms(`grade.${value}` as never)]
    if (name === 'position') return [name, terms(`commitmentPosition.${value}` as never)]
    if (name === 'level') return [name, terms(`acceptanceLevel.${value}` as never)]
    if (name === 'notice') return [name, terms(`noticeKind.${value}` as never)]
    return [name, value]
  })
  const params = {
    ...Object.fromEntries(values),
    wasReturned: item.why.returned ? 'yes' : 'no',
  }
  const quotes =
    item.verb === 'measure' || item.verb === 'decideExtension' || item.verb.endsWith('Notice')
  return <>{t(item.verb, (quotes ? withInnerQuotes(params) : params) as never)}</>
}
