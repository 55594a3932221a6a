import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getLocale, getTranslations } from 'next-intl/server'
import { CaseLight } from '@/components/case/case-light'
import { RequestFacts } from '@/components/coordination/request-facts'
import { RequestState } from '@/components/coordination/request-state'
import { LinkButton } from '@/components/ui/button'
import { TextLink } from '@/components/ui/link'
import { PageHead } from '@/components/ui/page-head'
import { forPage, requireViewer } from '@/lib/access/viewer'
import { readRequest } from '@/lib/coordination/queries'
import { isId } from '@/lib/ids'

type Props = { params: Promise<{ requestId: string }> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('coordination'))('one') }
}

/** One request: what was asked, by whom, to whom, and what came of it. */
export default async function RequestPage({ params }: Props) {
  const { requestId } = await params
  if (!isId(requestId)) notFound()
  const viewer = await requireViewer()
  const found = await forPage(readRequest(viewer, requestId))
  const { request, light, kase, verbs } = found
  const t = await getTranslations('coordination')
  const locale = await getLocale()
  return (
    <>
      <PageHead
        title={request.title}
        crumbs={[{ label: t('title'), href: '/coordination' }, { label: t('one') }]}
        aside={
          <span className="flex flex-wrap items-center gap-3">
            <RequestState status={request.status} />
            {light.colour === 'grey' ? null : <CaseLight light={light} today={viewer.today} />}
          </span>
        }
        actions={verbs.map((verb, index) => (
          <LinkButton
            key={verb}
            href={`/coordination/${request.id}/${verb}`}
            tone={index === 0 ? 'primary' : 'plain'}
          >
            {t(verb === 'route' && request.status === 'ROUTED' ? 'reroute' : `verb.${verb}`)}
          </LinkButton>
        ))}
      />
      <RequestFacts {...found} locale={locale} />
      {kase ? (
        <p className="screen-only">
          <TextLink href={`/cases/${kase.id}/coordination`}>{t('toCase')}</TextLink>
        </p>
      ) : (
        <p className="muted text-md">{t('caseClosedToYou')}</p>
      )}
    </>
  )
}
