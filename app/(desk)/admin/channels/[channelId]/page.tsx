import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { ActionForm } from '@/components/form/action-form'
import { HiddenField, TextField } from '@/components/form/fields'
import { Card } from '@/components/ui/card'
import { PageHead } from '@/components/ui/page-head'
import { forPage, requireViewer } from '@/lib/access/viewer'
import { isId } from '@/lib/ids'
import { readChannel } from '@/lib/notifications/channel-queries'
import { removeChannelAction, saveChannelAction, testChannelAction } from '../actions'
import { ChannelFields } from '../channel-fields'

type Props = { params: Promise<{ channelId: string }> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('reminders.channels'))('edit') }
}

/** One way out: its settings without what is secret, a test message, and how to end it. */
export default async function ChannelPage({ params }: Props) {
  const { channelId } = await params
  if (!isId(channelId)) notFound()
  const viewer = await requireViewer()
  const channel = await forPage(readChannel(viewer, channelId))
  const t = await getTranslations('reminders.channels')
  const terms = await getTranslations('terms.channelKind')
  const admin = await getTranslations('admin')
  return (
    <>
      <PageHead
        title={channel.name}
        aside={<span className="text-md text-ink-2">{terms(channel.kind)}</span>}
        crumbs={[
          { label: admin('title') },
          { label: t('title'), href: '/admin/channels' },
          { label: channel.name },
        ]}
      />
      <Card title={t('test')} narrow>
        <p className="measure mb-4 text-md text-ink-2">{t('testText')}</p>
        <ActionForm action={testChannelAction} submit={t('test')} tone="plain" label={t('test')}>
          <HiddenField name="channelId" value={channel.id} />
          {channel.kind === 'SMTP' ? (
            <TextField name="to" type="email" label={t('testTo')} maxLength={254} />
          ) : null}
        </ActionForm>
      </Card>
      <Card title={t('edit')} narrow>
        <ActionForm action={saveChannelAction} submit={t('save')} label={t('edit')}>
          <ChannelFields kind={channel.kind} known={channel} />
        </ActionForm>
      </Card>
      <Card title={t('remove')} narrow>
        <p className="measure mb-4 text-md text-ink-2">{t('removeText')}</p>
        <ActionForm
          action={removeChannelAction}
          submit={t('remove')}
          tone="danger"
          label={t('remove')}
        >
          <HiddenField name="channelId" value={channel.id} />
          <HiddenField name="version" value={channel.version} />
        </ActionForm>
      </Card>
    </>
  )
}
