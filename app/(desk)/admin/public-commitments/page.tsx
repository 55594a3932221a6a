import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { ActionForm } from '@/components/form/action-form'
import { HiddenField } from '@/components/form/fields'
import { Badge } from '@/components/ui/badge'
import { Card } from '@/components/ui/card'
import { EmptyState } from '@/components/ui/empty-state'
import { Notice } from '@/components/ui/notice'
import { PageHead } from '@/components/ui/page-head'
import { Table } from '@/components/ui/table'
import { forPage, requireViewer } from '@/lib/access/viewer'
import { readDisclosure } from '@/lib/commitments/disclose-queries'
import { env } from '@/lib/env'
import { formatDay } from '@/lib/i18n/format'
import { AdminTabs } from '../admin-tabs'
import { switchPage } from './actions'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('commitments.switch'))('title') }
}

/** The county office switches the public page; first it is told what the page would show. */
export default async function PublicCommitmentsPage() {
  const viewer = await requireViewer()
  const { on, last, groups } = await forPage(readDisclosure(viewer))
  const t = await getTranslations('commitments.switch')
  const levels = await getTranslations('commitments.levelShort')
  const locale = await getLocale()
  const shown = groups.some((group) => group.shown)
  return (
    <>
      <PageHead
        title={t('title')}
        aside={<Badge tone={on ? 'green' : 'grey'}>{t(on ? 'on' : 'off')}</Badge>}
        lead={last ? t('since', { by: last.by, day: formatDay(last.day, locale) }) : undefined}
      />
      <AdminTabs viewer={viewer} current="publicCommitments" />
      <Card narrow>
        <p className="measure text-md">{t('lead')}</p>
        <p className="measure pt-2 text-md text-ink-2">{t('rule')}</p>
        {on ? (
          <p className="pt-2 text-md">
            {t('address')}
            <a href="/commitments">{new URL('/commitments', env().APP_URL).href}</a>
          </p>
        ) : null}
        {on || shown ? (
          <div className="pt-4">
            <ActionForm
              action={switchPage}
              submit={t(on ? 'turnOff' : 'turnOn')}
              tone={on ? 'danger' : undefined}
            >
              <HiddenField name="on" value={on ? 'no' : 'yes'} />
            </ActionForm>
          </div>
        ) : null}
      </Card>
      {on || shown || groups.length === 0 ? null : <Notice tone="warn">{t('refused')}</Notice>}
      <Card title={t('groups')} flush>
        <Table
          caption={t('groups')}
          rows={groups}
          rowKey={({ townshipId, level }) => `${townshipId} ${level}`}
          empty={<EmptyState title={t('nothing')} />}
          columns={[
            {
              head: t('group'),
              main: true,
              cell: ({ township, level }) => `${township} · ${levels(level)}`,
            },
            { head: t('commitments'), align: 'end', cell: ({ commitments }) => commitments },
            { head: t('cover'), align: 'end', cell: ({ cover }) => cover },
            { head: t('needed'), align: 'end', cell: ({ needed }) => needed },
            {
              head: t('shown'),
              cell: ({ shown: shows }) => (
                <Badge tone={shows ? 'green' : 'grey'}>{t(shows ? 'shown' : 'hidden')}</Badge>
              ),
            },
          ]}
        />
      </Card>
    </>
  )
}
