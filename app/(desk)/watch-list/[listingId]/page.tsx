import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { LinkButton } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { PageHead } from '@/components/ui/page-head'
import { PrintButton } from '@/components/ui/print-button'
import { ListingFacts } from '@/components/watch-list/listing-facts'
import { WatchState } from '@/components/watch-list/watch-state'
import { WatchTable } from '@/components/watch-list/watch-table'
import { forPage, requireViewer } from '@/lib/access/viewer'
import { isId } from '@/lib/ids'
import { readListing } from '@/lib/watch-list/queries'

type Props = { params: Promise<{ listingId: string }> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('watchList'))('one') }
}

/** One listing: why, what is to be done, what the organisation says, what stood there before. */
export default async function ListingPage({ params }: Props) {
  const { listingId } = await params
  if (!isId(listingId)) notFound()
  const viewer = await requireViewer()
  const { listing, history, verbs, mayReply } = await forPage(readListing(viewer, listingId))
  const t = await getTranslations('watchList')
  const steps = [...verbs, ...(mayReply ? (['reply'] as const) : [])]
  const { memberName, organisation } = listing
  return (
    <div className="stack">
      <PageHead
        title={
          memberName
            ? t('memberOf', { name: memberName, team: organisation.name })
            : organisation.name
        }
        crumbs={[{ label: t('title'), href: '/watch-list' }, { label: t('one') }]}
        aside={
          <span className="flex flex-wrap items-center gap-3">
            <WatchState state={listing.state} />
            <span className="text-md text-ink-2">
              {t(listing.proposedOn ? 'by.rule' : 'by.person')}
            </span>
          </span>
        }
        actions={
          <>
            {steps.map((verb, index) => (
              <LinkButton
                key={verb}
                href={`/watch-list/${listing.id}/${verb}`}
                tone={index === 0 ? 'primary' : 'plain'}
              >
                {t(`verb.${verb}`)}
              </LinkButton>
            ))}
            <PrintButton>{t('print')}</PrintButton>
          </>
        }
      />
      <ListingFacts listing={listing} />
      {history.length > 0 ? (
        <Card title={t('history')} flush>
          <WatchTable rows={history} />
        </Card>
      ) : null}
    </div>
  )
}
