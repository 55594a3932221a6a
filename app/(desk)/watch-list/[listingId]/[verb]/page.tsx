import type { Metadata } from 'next'
import { forbidden, notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { ActionForm } from '@/components/form/action-form'
import { HiddenField } from '@/components/form/fields'
import { TextAreaField } from '@/components/form/text-area-field'
import { Card } from '@/components/ui/card'
import { TextLink } from '@/components/ui/link'
import { Notice } from '@/components/ui/notice'
import { PageHead } from '@/components/ui/page-head'
import { ClearFields, ListFields } from '@/components/watch-list/decision-fields'
import { ListingFacts } from '@/components/watch-list/listing-facts'
import { can } from '@/lib/access/policy'
import { forPage, requireViewer } from '@/lib/access/viewer'
import { isId } from '@/lib/ids'
import { readListing } from '@/lib/watch-list/queries'
import { watchVerbs } from '@/lib/watch-list/rules'
import { clear, decline, list, reply } from '../../actions'

const actions = { list, decline, clear, reply } as const
const known = [...watchVerbs, 'reply'] as const

type Props = { params: Promise<{ listingId: string; verb: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const given = (await params).verb
  const verb = known.find((one) => one === given)
  const t = await getTranslations('watchList')
  return { title: verb ? t(`verb.${verb}`) : t('one') }
}

/** One step of a listing, below everything written on it so far. */
export default async function ListingVerbPage({ params }: Props) {
  const { listingId, verb: given } = await params
  const verb = known.find((one) => one === given)
  if (!isId(listingId) || !verb) notFound()
  const viewer = await requireViewer()
  const { listing, verbs, mayReply } = await forPage(readListing(viewer, listingId))
  const subject = { countyId: listing.countyId, addresseeId: listing.organisationId }
  if (!can(viewer, verb === 'reply' ? 'watch.reply' : 'watch.decide', subject)) forbidden()
  const t = await getTranslations('watchList')
  const back = `/watch-list/${listing.id}`
  const open = verb === 'reply' ? mayReply : verbs.includes(verb)
  return (
    <div className="stack">
      <PageHead
        title={t(`verb.${verb}`)}
        crumbs={[
          { label: t('title'), href: '/watch-list' },
          { label: listing.organisation.name, href: back },
          { label: t(`verb.${verb}`) },
        ]}
      />
      {open ? (
        <Card narrow>
          <ActionForm
            action={actions[verb]}
            submit={t(`verb.${verb}`)}
            tone={verb === 'decline' ? 'danger' : undefined}
            draft={`watch-${verb}:${listing.id}`}
            cancel={back}
          >
            <HiddenField name="listingId" value={listing.id} />
            <HiddenField name="version" value={listing.version} />
            {verb === 'list' ? <ListFields today={viewer.today} /> : null}
            {verb === 'clear' ? <ClearFields /> : null}
            {verb === 'decline' ? (
              <TextAreaField
                name="reason"
                label={t('reason')}
                hint={t('hint.decline')}
                rows={4}
                max={2000}
              />
            ) : null}
            {verb === 'reply' ? (
              <TextAreaField name="text" label={t('text')} hint={t('hint.reply')} rows={6} />
            ) : null}
          </ActionForm>
        </Card>
      ) : (
        <Notice tone="warn" action={<TextLink href={back}>{t('back')}</TextLink>}>
          {t('elsewhere')}
        </Notice>
      )}
      <ListingFacts listing={listing} />
    </div>
  )
}
