import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { LinkButton } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { EmptyState } from '@/components/ui/empty-state'
import { TextLink } from '@/components/ui/link'
import { PageHead } from '@/components/ui/page-head'
import { Table } from '@/components/ui/table'
import { forPage, requireViewer } from '@/lib/access/viewer'
import { listViews } from '@/lib/saved-views/queries'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('views'))('title') }
}

export default async function ViewsPage() {
  const views = await forPage(listViews(await requireViewer()))
  const t = await getTranslations('views')
  const list = await getTranslations('cases.list')
  return (
    <>
      <PageHead
        title={t('title')}
        crumbs={[{ label: list('title'), href: '/cases' }, { label: t('title') }]}
        lead={t('lead')}
      />
      <Card flush>
        <Table
          caption={t('title')}
          rows={views}
          rowKey={(view) => view.id}
          empty={
            <EmptyState
              title={t('none')}
              action={<LinkButton href="/cases">{t('toList')}</LinkButton>}
            >
              {t('noneText')}
            </EmptyState>
          }
          columns={[
            {
              head: t('name'),
              main: true,
              cell: ({ name, query }) => (
                <TextLink href={query ? `/cases?${query}` : '/cases'}>{name}</TextLink>
              ),
            },
            {
              head: t('share'),
              cell: ({ sharedWith }) =>
                sharedWith ? t('sharedWith', { organisation: sharedWith }) : t('mine'),
            },
            { head: t('maker'), cell: ({ maker }) => maker },
            { head: t('position'), align: 'end', cell: ({ position }) => position },
            {
              head: t('manage'),
              cell: ({ id, name }) => (
                <TextLink href={`/cases/views/${id}`} aria-label={t('changeNamed', { name })}>
                  {t('change')}
                </TextLink>
              ),
            },
          ]}
        />
      </Card>
    </>
  )
}
