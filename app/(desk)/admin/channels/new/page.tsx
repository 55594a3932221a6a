import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { z } from 'zod'
import { ActionForm } from '@/components/form/action-form'
import { Card } from '@/components/ui/card'
import { PageHead } from '@/components/ui/page-head'
import { Tabs } from '@/components/ui/tabs'
import { requirePermission, requireViewer } from '@/lib/access/viewer'
import { ChannelKind } from '@/prisma/generated/enums'
import { saveChannelAction } from '../actions'
import { ChannelFields } from '../channel-fields'

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

const query = z.object({ kind: z.enum(ChannelKind).catch('SMTP') })

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('reminders.channels'))('add') }
}

/** A new way out; its kind is part of the address, so that only its own fields are asked. */
export default async function NewChannelPage({ searchParams }: Props) {
  const viewer = await requireViewer()
  await requirePermission(viewer, 'channel.manage')
  const { kind } = query.parse(await searchParams)
  const t = await getTranslations('reminders.channels')
  const terms = await getTranslations('terms.channelKind')
  const admin = await getTranslations('admin')
  return (
    <>
      <PageHead
        title={t('add')}
        crumbs={[
          { label: admin('title') },
          { label: t('title'), href: '/admin/channels' },
          { label: t('add') },
        ]}
      />
      <Tabs
        label={t('kind')}
        items={Object.values(ChannelKind).map((one) => ({
          label: terms(one),
          href: `/admin/channels/new?kind=${one}`,
          current: one === kind,
        }))}
      />
      <Card narrow>
        <ActionForm
          key={kind}
          action={saveChannelAction}
          submit={t('save')}
          cancel="/admin/channels"
        >
          <ChannelFields kind={kind} />
        </ActionForm>
      </Card>
    </>
  )
}
