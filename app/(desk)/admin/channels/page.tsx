import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { Badge } from '@/components/ui/badge'
import { LinkButton } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { EmptyState } from '@/components/ui/empty-state'
import { TextLink } from '@/components/ui/link'
import { PageHead } from '@/components/ui/page-head'
import { Table } from '@/components/ui/table'
import { can } from '@/lib/access/policy'
import { forPage, requireViewer } from '@/lib/access/viewer'
import { readChannels } from '@/lib/notifications/channel-queries'
import { AdminTabs } from '../admin-tabs'
import { DeadLetters } from './dead-letters'
import { Subscriptions } from './subscriptions'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('reminders.channels'))('title') }
}

/** Where the county's reminders go, what other systems are told, and what did not arrive. */
export default async function ChannelsPage() {
  const viewer = await requireViewer()
  const { channels, subscriptions, dead, waiting } = await forPage(readChannels(viewer))
  const t = await getTranslations('reminders.channels')
  const terms = await getTranslations('terms.channelKind')
  const errors = await getTranslations('errors')
  const admin = await getTranslations('admin')
  return (
    <>
      <PageHead
        title={t('title')}
        lead={t('lead')}
        crumbs={[{ label: admin('title') }, { label: t('title') }]}
        actions={<LinkButton href="/admin/channels/new">{t('new')}</LinkButton>}
      />
      <AdminTabs viewer={viewer} current="channels" />
      <Card flush>
        <Table
          caption={t('title')}
          rows={channels}
          rowKey={({ id }) => id}
          empty={<EmptyState title={t('none')}>{t('noneText')}</EmptyState>}
          columns={[
            {
              head: t('name'),
              main: true,
              cell: ({ id, name }) => <TextLink href={`/admin/channels/${id}`}>{name}</TextLink>,
            },
            { head: t('kind'), nowrap: true, cell: ({ kind }) => terms(kind) },
            { head: t('to'), cell: ({ host }) => host },
            {
              head: t('state'),
              cell: ({ active, testedAt, trouble }) => (
                <span className="flex flex-wrap items-center gap-2">
                  <Badge tone={active ? 'green' : 'grey'}>
                    {t(active ? 'active' : 'inactive')}
                  </Badge>
                  <span className="text-md text-ink-2">
                    {trouble
                      ? t('fails', { trouble: errors(trouble as never, { answer: '' } as never) })
                      : t(testedAt ? 'works' : 'untested')}
                  </span>
                </span>
              ),
            },
          ]}
        />
      </Card>
      <Card
        title={t('dead')}
        aside={waiting.count > 0 ? t('waiting', { count: waiting.count }) : null}
        flush
      >
        <DeadLetters letters={dead} />
      </Card>
      <Card
        title={t('push')}
        aside={
          can(viewer, 'webhook.ask') ? (
            <TextLink href="/admin/channels/webhooks/new">{t('pushNew')}</TextLink>
          ) : null
        }
        flush
      >
        <Subscriptions
          subscriptions={subscriptions}
          decides={can(viewer, 'webhook.confirm')}
          userId={viewer.userId}
        />
      </Card>
    </>
  )
}
