import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { Badge } from '@/components/ui/badge'
import { LinkButton } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { EmptyState } from '@/components/ui/empty-state'
import { TextLink } from '@/components/ui/link'
import { Notice } from '@/components/ui/notice'
import { PageHead } from '@/components/ui/page-head'
import { Pager } from '@/components/ui/pager'
import { Table } from '@/components/ui/table'
import { can } from '@/lib/access/policy'
import { forPage, requireViewer } from '@/lib/access/viewer'
import { type Given, hrefWith, organisationFilters, readFilters } from '@/lib/accounts/list-filters'
import { listOrganisations } from '@/lib/accounts/organisation-queries'
import { AdminTabs } from '../admin-tabs'
import { OrganisationFilter } from './organisation-filter'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('admin.organisations'))('title') }
}

export default async function OrganisationsPage({
  searchParams,
}: {
  searchParams: Promise<Given>
}) {
  const viewer = await requireViewer()
  const given = await searchParams
  const { filter, ignored } = readFilters(organisationFilters, given)
  const { state, ...rest } = filter
  const active = state && state === 'inUse'
  const { items, total, next } = await forPage(listOrganisations(viewer, { ...rest, active }))
  const t = await getTranslations('admin.organisations')
  const admin = await getTranslations('admin')
  const terms = await getTranslations('terms')
  const path = '/admin/organisations'
  return (
    <>
      <PageHead
        title={t('title')}
        crumbs={[{ label: admin('title') }, { label: t('title') }]}
        lead={t('count', { count: total })}
        actions={
          can(viewer, 'organisation.manage') ? (
            <>
              <LinkButton href={`${path}/import`}>{t('import')}</LinkButton>
              <LinkButton href={`${path}/new`} tone="primary">
                {t('new')}
              </LinkButton>
            </>
          ) : null
        }
      />
      <AdminTabs viewer={viewer} current="organisations" />
      {ignored ? <Notice tone="warn">{admin('ignored')}</Notice> : null}
      <OrganisationFilter filter={filter} />
      <Card flush>
        <Table
          caption={t('title')}
          rows={items}
          rowKey={(unit) => unit.id}
          empty={
            Object.keys(filter).length > 0 ? (
              <EmptyState title={t('none')}>{t('noneText')}</EmptyState>
            ) : (
              <EmptyState
                title={t('noneYet')}
                action={
                  can(viewer, 'organisation.manage') ? (
                    <LinkButton href={`${path}/import`}>{t('import')}</LinkButton>
                  ) : null
                }
              >
                {t('noneYetText')}
              </EmptyState>
            )
          }
          columns={[
            {
              head: t('name'),
              main: true,
              cell: (unit) => <TextLink href={`${path}/${unit.id}`}>{unit.name}</TextLink>,
            },
            { head: t('kind'), cell: (unit) => terms(`organisationKind.${unit.kind}`) },
            { head: t('township'), cell: (unit) => unit.township?.name },
            {
              head: t('people'),
              align: 'end',
              cell: (unit) => (
                <TextLink href={`/admin/people?organisation=${unit.id}`}>{unit.people}</TextLink>
              ),
            },
            {
              head: t('active'),
              cell: (unit) => (
                <Badge tone={unit.active ? 'green' : 'grey'}>
                  {unit.active ? t('inUse') : t('givenUp')}
                </Badge>
              ),
            },
          ]}
        />
      </Card>
      <Pager
        first={filter.after ? hrefWith(path, given, { after: undefined }) : undefined}
        next={next ? hrefWith(path, given, { after: next }) : undefined}
      />
    </>
  )
}
