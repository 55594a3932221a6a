import type { Metadata } from 'next'
import { forbidden, notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { ActionForm } from '@/components/form/action-form'
import { HiddenField } from '@/components/form/fields'
import { NoticeFacts } from '@/components/notice/notice-facts'
import { RepliesCard } from '@/components/notice/replies-card'
import { Card } from '@/components/ui/card'
import { TextLink } from '@/components/ui/link'
import { Notice } from '@/components/ui/notice'
import { PageHead } from '@/components/ui/page-head'
import { can } from '@/lib/access/policy'
import { forPage, requireViewer } from '@/lib/access/viewer'
import { isId } from '@/lib/ids'
import { readNoticeOptions } from '@/lib/notices/form-queries'
import { readNotice } from '@/lib/notices/queries'
import { noticeSteps, noticeVerbs, subjectOfNotice } from '@/lib/notices/rules'
import {
  closeNotice,
  editNotice,
  receiveNotice,
  replyNotice,
  returnNotice,
  signNotice,
  verifyNotice,
  withdrawNotice,
} from '../../actions'
import { VerbFields } from './verb-fields'

const actions = {
  edit: editNotice,
  sign: signNotice,
  withdraw: withdrawNotice,
  receive: receiveNotice,
  reply: replyNotice,
  verify: verifyNotice,
  return: returnNotice,
  close: closeNotice,
} as const

type Props = { params: Promise<{ noticeId: string; verb: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const given = (await params).verb
  const verb = noticeVerbs.find((one) => one === given)
  const t = await getTranslations('notices')
  return { title: verb ? t(`verb.${verb}`) : t('one') }
}

/** One step of a notice, with the letter and everything that was replied so far. */
export default async function NoticeVerbPage({ params }: Props) {
  const { noticeId, verb: given } = await params
  const verb = noticeVerbs.find((one) => one === given)
  if (!isId(noticeId) || !verb) notFound()
  const viewer = await requireViewer()
  const page = await forPage(readNotice(viewer, noticeId))
  const { notice, verbs, ownWork, replies } = page
  if (!can(viewer, noticeSteps[verb].may, subjectOfNotice(notice))) forbidden()
  const options = verb === 'edit' ? await forPage(readNoticeOptions(viewer, notice)) : null
  const t = await getTranslations('notices')
  const back = `/notices/${notice.id}`
  const title = t(`verb.${verb}`)
  return (
    <div className="stack">
      <PageHead
        title={title}
        crumbs={[
          { label: t('title'), href: '/notices' },
          { label: notice.title, href: back },
          { label: title },
        ]}
        lead={notice.title}
      />
      {verbs.includes(verb) ? (
        <Card narrow>
          <ActionForm
            action={actions[verb]}
            submit={verb === 'edit' ? t('form.save') : title}
            tone={verb === 'withdraw' ? 'danger' : undefined}
            draft={`notice-${verb}:${notice.id}`}
            cancel={back}
          >
            <HiddenField name="noticeId" value={notice.id} />
            <HiddenField name="version" value={notice.version} />
            <VerbFields verb={verb} notice={notice} today={viewer.today} options={options} />
          </ActionForm>
        </Card>
      ) : (
        <Notice tone="warn" action={<TextLink href={back}>{t('back')}</TextLink>}>
          {t(ownWork ? 'ownWork' : 'elsewhere')}
        </Notice>
      )}
      <RepliesCard replies={replies} />
      {verb === 'edit' ? null : <NoticeFacts page={page} />}
    </div>
  )
}
