import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { LinkButton } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { EmptyState } from '@/components/ui/empty-state'
import { TextLink } from '@/components/ui/link'
import { PageHead } from '@/components/ui/page-head'
import { Table } from '@/components/ui/table'
import { forPage, requireViewer } from '@/lib/access/viewer'
import { formatInstant } from '@/lib/i18n/format'
import { listRuleSets } from '@/lib/rule-sets/queries'
import { AdminTabs } from '../admin-tabs'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('ruleSets'))('title') }
}

export default async function RuleSetsPage() {
  const t = await getTranslations('ruleSets')
  const admin = await getTranslations('admin')
  const locale = await getLocale()
  const viewer = await requireViewer()
  const ruleSets = await forPage(listRuleSets(viewer))
  return (
    <>
      <PageHead
        title={t('title')}
        crumbs={[{ label: admin('title'), href: '/admin' }, { label: t('title') }]}
        lead={t('lead')}
        actions={
          <LinkButton href="/admin/rule-sets/new" tone="primary">
            {t('new')}
          </LinkButton>
        }
      />
      <AdminTabs viewer={viewer} current="ruleSets" />
      <Card flush>
        <Table
          caption={t('title')}
          rows={ruleSets}
          rowKey={(row) => row.id}
          empty={<EmptyState title={t('none')} />}
          columns={[
            {
              head: t('name'),
              main: true,
              cell: ({ id, version, title }) => (
                <TextLink href={`/admin/rule-sets/${id}`}>
                  {t('versionTitle', { version, title })}
                </TextLink>
              ),
            },
            {
              head: t('usedBy'),
              cell: ({ batches }) =>
                batches.length === 0 ? (
                  <span className="muted">{t('unused')}</span>
                ) : (
                  <ul>
                    {batches.map(({ id, name }) => (
                      <li key={id}>
                        <TextLink href={`/batches/${id}`}>{name}</TextLink>
                      </li>
                    ))}
                  </ul>
                ),
            },
            {
              head: t('madeOn'),
              nowrap: true,
              cell: ({ createdAt }) => formatInstant(createdAt, locale),
            },
          ]}
        />
      </Card>
    </>
  )
}
