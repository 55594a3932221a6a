import { useLocale, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Card } from '@/components/ui/card'
import { Facts } from '@/components/ui/facts'
import { TextLink } from '@/components/ui/link'
import { toDay } from '@/lib/dates'
import { formatDay } from '@/lib/i18n/format'
import type { NoticePage } from '@/lib/notices/queries'

type Chained = NonNullable<NoticePage['former']>

/** What the letter says, and below it who did what with it and when. */
export function NoticeFacts({ page }: { page: NoticePage }) {
  const t = useTranslations('notices')
  const locale = useLocale()
  const { notice: row, township, copied, former, later, kase } = page
  const day = (date: Date | null) => (date ? formatDay(toDay(date), locale) : '')
  const by = (name: string, date: Date | null) =>
    date ? [name, day(date)].filter(Boolean).join(' ') : ''
  const replyDue = row.replyDueOn && toDay(row.replyDueOn)
  return (
    <>
      <Card title={t('letter')}>
        <Facts
          items={[
            {
              label: t('fact.place'),
              value: [township, row.village?.name].filter(Boolean).join(' · '),
            },
            { label: t('fact.addressee'), value: row.addresseeName },
            { label: t('fact.copied'), value: copied.join(locale === 'en' ? ', ' : '、') },
            { label: t('fact.facts'), value: text(row.facts) },
            { label: t('fact.basis'), value: row.basis },
            { label: t('fact.demand'), value: text(row.demand) },
            { label: t('fact.due'), value: formatDay(row.dueOn, locale) },
            {
              label: t('fact.replyDue'),
              value: replyDue && replyDue !== row.dueOn ? formatDay(replyDue, locale) : '',
            },
            { label: t('fact.contact'), value: row.contact },
            {
              label: t('fact.measure'),
              value:
                row.measureId && kase ? (
                  <TextLink href={`/cases/${kase.id}/measures/${row.measureId}`}>
                    {t('toMeasure')}
                  </TextLink>
                ) : null,
            },
          ]}
        />
      </Card>
      <Card title={t('way')}>
        <Facts
          items={[
            { label: t('fact.former'), value: former ? <Chain notices={[former]} /> : null },
            { label: t('fact.drafted'), value: by(row.draftedByName, row.draftedOn) },
            { label: t('fact.withdrawn'), value: by(row.withdrawnByName, row.withdrawnOn) },
            { label: t('form.reason'), value: text(row.withdrawReason) },
            { label: t('fact.signed'), value: by(row.signedByName, row.signedOn) },
            { label: t('fact.received'), value: by(row.receivedByName, row.receivedOn) },
            { label: t('fact.verified'), value: by(row.verifiedByName, row.verifiedOn) },
            { label: t('fact.closed'), value: by(row.closedByName, row.closedOn) },
            { label: t('form.note'), value: text(row.closingNote) },
            { label: t('fact.reissued'), value: day(row.reissuedOn) },
            { label: t('fact.later'), value: later.length > 0 ? <Chain notices={later} /> : null },
          ]}
        />
      </Card>
    </>
  )
}

function text(words: string): ReactNode {
  return words ? <span className="measure block whitespace-pre-wrap">{words}</span> : null
}

/** Notices before or after, each a link by its number. */
function Chain({ notices }: { notices: readonly Chained[] }) {
  const terms = useTranslations('terms.noticeKind')
  const t = useTranslations('notices')
  return notices.map((one) => (
    <span key={one.id} className="block">
      <TextLink href={`/notices/${one.id}`}>
        {terms(one.kind)} {one.reference || t('draftNo')}
      </TextLink>
    </span>
  ))
}
