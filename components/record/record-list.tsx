import { useTranslations } from 'next-intl'
import { Badge } from '@/components/ui/badge'
import { TextLink } from '@/components/ui/link'
import { Row, RowList } from '@/components/ui/row-list'
import { nearDay } from '@/lib/cases/light-words'
import type { Day } from '@/lib/dates'
import type { Locale } from '@/lib/i18n/locales'
import type { RecordLine } from '@/lib/records/list-queries'
import { useRecordSentence } from './record-sentence'

type RecordListProps = {
  records: readonly RecordLine[]
  locale: Locale
  today: Day
  /** On the page of a case or a measure the village is not said again. */
  ofOne?: boolean
}

/** Records in lines: which kind, what, where and when, who logged it. */
export function RecordList({ records, locale, today, ofOne }: RecordListProps) {
  const t = useTranslations('records')
  const terms = useTranslations('terms')
  const sentence = useRecordSentence()
  return (
    <RowList>
      {records.map((row) => (
        <Row
          key={row.id}
          tag={<Badge tone="blue">{terms(`recordKind.${row.kind}`)}</Badge>}
          title={
            <>
              <TextLink href={`/records/${row.id}`} className="font-medium">
                {ofOne ? sentence(row) : row.village?.name}
              </TextLink>
              <span className="ms-2 inline-flex flex-wrap gap-2 text-md text-ink-2">
                {nearDay(row.day, today, locale)}
                {!ofOne && row.village?.demo ? <Badge>{terms('demo')}</Badge> : null}
                {row.late ? <Badge>{t('late')}</Badge> : null}
                {row.withdrawnOn ? <Badge tone="amber">{t('withdrawn')}</Badge> : null}
              </span>
            </>
          }
          sub={
            <span className={row.withdrawnOn ? 'line-through' : ''}>
              {ofOne ? null : <span className="block text-ink">{sentence(row)}</span>}
              {row.text ? <span className="line-clamp-2">{row.text}</span> : null}
              <span className="block text-ink-3">
                {[row.organisationName, row.authorName].filter(Boolean).join(' · ')}
              </span>
            </span>
          }
        />
      ))}
    </RowList>
  )
}
