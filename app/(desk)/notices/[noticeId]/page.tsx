import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { CaseLight } from '@/components/case/case-light'
import { NoticeFacts } from '@/components/notice/notice-facts'
import { NoticeState } from '@/components/notice/notice-state'
import { RepliesCard } from '@/components/notice/replies-card'
import { LinkButton } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { TextLink } from '@/components/ui/link'
import { Notice } from '@/components/ui/notice'
import { PageHead } from '@/components/ui/page-head'
import { Row, RowList } from '@/components/ui/row-list'
import { forPage, requireViewer } from '@/lib/access/viewer'
import { answeringOrganisations } from '@/lib/access/viewer-types'
import { isId } from '@/lib/ids'
import { readNotice } from '@/lib/notices/queries'
import type { NoticeVerb } from '@/lib/notices/rules'

/** What takes a notice on. */
const onward: readonly NoticeVerb[] = ['sign', 'receive', 'reply', 'verify', 'close']

type Props = { params: Promise<{ noticeId: string }> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('notices'))('one') }
}

/** One notice: the letter, what happened to it, every reply and what was said of it. */
export default async function NoticePage({ params }: Props) {
  const { noticeId } = await params
  if (!isId(noticeId)) notFound()
  const viewer = await requireViewer()
  const page = await forPage(readNotice(viewer, noticeId))
  const { notice, light, kase, findings, replies, verbs, ownWork, follow } = page
  const t = await getTranslations('notices')
  const terms = await getTranslations('terms')
  const mine = answeringOrganisations(viewer)
  const copied = notice.copiedIds.some((id) => mine.includes(id))
  const copiedOnly = copied && !mine.includes(notice.addresseeId)
  return (
    <>
      <PageHead
        title={notice.title}
        crumbs={[
          { label: t('title'), href: '/notices' },
          { label: notice.reference || terms(`noticeKind.${notice.kind}`) },
        ]}
        lead={`${terms(`noticeKind.${notice.kind}`)} · ${notice.reference || t('draftNo')}`}
        aside={
          <span className="flex flex-wrap items-center gap-3">
            <NoticeState status={notice.status} />
            {light.colour === 'grey' ? null : <CaseLight light={light} today={viewer.today} />}
          </span>
        }
        actions={
          <>
            {verbs.map((verb) => (
              <LinkButton
                key={verb}
                href={`/notices/${notice.id}/${verb}`}
                tone={onward.includes(verb) ? 'primary' : 'plain'}
              >
                {t(`verb.${verb}`)}
              </LinkButton>
            ))}
            {follow?.next ? (
              <LinkButton href={`/notices/new?former=${notice.id}`}>
                {t('follow.next', { kind: terms(`noticeKind.${follow.next}`) })}
              </LinkButton>
            ) : null}
            {follow ? (
              <LinkButton href={`/notices/new?former=${notice.id}&again=1`}>
                {t('follow.again')}
              </LinkButton>
            ) : null}
            <LinkButton href={`/notices/${notice.id}/paper`}>{t('paperLink')}</LinkButton>
          </>
        }
      />
      {ownWork ? <Notice tone="info">{t('ownWork')}</Notice> : null}
      {copiedOnly ? <Notice tone="info">{t('copiedOnly')}</Notice> : null}
      <RepliesCard replies={replies} />
      <NoticeFacts page={page} />
      {findings.length > 0 ? (
        <Card flush title={t('findings')}>
          <RowList>
            {findings.map((one) => (
              <Row
                key={one.id}
                title={
                  <TextLink href={`/findings/${one.id}`}>
                    {terms(`findingKind.${one.kind}`)}
                  </TextLink>
                }
                sub={[
                  terms(`findingOrigin.${one.origin}`),
                  terms(`findingGravity.${one.gravity}`),
                  terms(`findingState.${one.state}`),
                  one.text.slice(0, 80),
                ].join(' · ')}
              />
            ))}
          </RowList>
        </Card>
      ) : null}
      {kase ? (
        <p className="screen-only">
          <TextLink href={`/cases/${kase.id}/supervision`}>{t('toCase')}</TextLink>
        </p>
      ) : null}
    </>
  )
}
