import { useLocale, useTranslations } from 'next-intl'
import { Card } from '@/components/ui/card'
import { Facts } from '@/components/ui/facts'
import { formatDay } from '@/lib/i18n/format'
import type { ReadListing } from '@/lib/watch-list/queries'
import { EvidenceCard } from './evidence-card'

/** Everything written on a listing so far: evidence, decision, what the organisation says, its end. */
export function ListingFacts({ listing }: Pick<ReadListing, 'listing'>) {
  const t = useTranslations('watchList')
  const locale = useLocale()
  const day = (value: string | null) => (value ? formatDay(value, locale) : '')
  const { decidedOn, replies, clearedOn } = listing
  const declined = listing.state === 'DECLINED'
  return (
    <>
      <EvidenceCard {...listing} />
      {decidedOn ? (
        <Card title={t('decision')}>
          <Facts
            items={[
              { label: t('reason'), value: listing.reason },
              { label: t('measures'), value: listing.measures },
              { label: t('basis'), value: listing.basis },
              { label: t(declined ? 'declinedOn' : 'decidedOn'), value: day(decidedOn) },
              { label: t('decidedBy'), value: listing.decidedByName },
              { label: t('reviewOn'), value: clearedOn ? '' : day(listing.reviewOn) },
            ]}
          />
        </Card>
      ) : null}
      {decidedOn && !declined ? (
        <Card title={t('replyTitle')}>
          {replies.length === 0 ? <p className="text-md text-ink-2">{t('noReplies')}</p> : null}
          <ul className="grid gap-3">
            {replies.map(({ id, text, byName, repliedOn }) => (
              <li key={id}>
                <p className="measure whitespace-pre-line">{text}</p>
                <p className="text-sm text-ink-2">
                  {t('replyBy', { name: byName, day: day(repliedOn) })}
                </p>
              </li>
            ))}
          </ul>
        </Card>
      ) : null}
      {clearedOn ? (
        <Card title={t('clearing')}>
          <Facts
            items={[
              { label: t('clearReason'), value: listing.clearReason },
              { label: t('basis'), value: listing.clearBasis },
              { label: t('clearedOn'), value: day(clearedOn) },
              { label: t('clearedBy'), value: listing.clearedByName },
            ]}
          />
        </Card>
      ) : null}
    </>
  )
}
