import { useLocale, useTranslations } from 'next-intl'
import { CaseLight } from '@/components/case/case-light'
import { LinkButton } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { EmptyState } from '@/components/ui/empty-state'
import { TextLink } from '@/components/ui/link'
import { Row, RowList } from '@/components/ui/row-list'
import type { Day } from '@/lib/dates'
import { formatDay } from '@/lib/i18n/format'
import { noticeListHref } from '@/lib/notices/list-filter'
import type { NoticeLine } from '@/lib/notices/list-queries'
import { NoticeState } from './notice-state'

type NoticeCardProps = {
  caseId: string
  notices: readonly NoticeLine[]
  mayDraft: boolean
  today: Day
}

/** The notices about one case, as far as the viewer reads them. */
export function NoticeCard({ caseId, notices, mayDraft, today }: NoticeCardProps) {
  const t = useTranslations('notices')
  return (
    <Card
      id="notices"
      flush
      title={t('title')}
      aside={
        mayDraft ? (
          <LinkButton size="sm" href={`/notices/new?case=${caseId}`}>
            {t('new')}
          </LinkButton>
        ) : undefined
      }
      foot={
        notices.length > 0 ? (
          <TextLink quiet href={noticeListHref({ case: caseId })}>
            {t('more')} ›
          </TextLink>
        ) : undefined
      }
    >
      {notices.length === 0 ? (
        <EmptyState title={t('noneOnCase')}>
          {t(mayDraft ? 'emptyText' : 'noneOnCaseText')}
        </EmptyState>
      ) : (
        <NoticeRows notices={notices} today={today} />
      )}
    </Card>
  )
}

function NoticeRows({ notices, today }: { notices: readonly NoticeLine[]; today: Day }) {
  const terms = useTranslations('terms.noticeKind')
  const t = useTranslations('notices')
  const locale = useLocale()
  return (
    <RowList>
      {notices.map((row) => (
        <Row
          key={row.id}
          tag={<NoticeState status={row.status} />}
          title={<TextLink href={`/notices/${row.id}`}>{row.title}</TextLink>}
          sub={[
            terms(row.kind),
            row.reference || t('draftNo'),
            row.addresseeName,
            row.signedOn && formatDay(row.signedOn, locale),
          ]
            .filter(Boolean)
            .join(' · ')}
          light={
            row.light.colour === 'grey' ? null : <CaseLight light={row.light} today={today} short />
          }
        />
      ))}
    </RowList>
  )
}
