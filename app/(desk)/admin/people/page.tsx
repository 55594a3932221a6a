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
import { type Given, hrefWith, peopleFilters, readFilters } from '@/lib/accounts/list-filters'
import { listPeople } from '@/lib/accounts/queries'
import { AdminTabs } from '../admin-tabs'
import { StateBadge } from '../appointment-line'
import { PeopleFilter } from './people-filter'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('admin.people'))('title') }
}

export default async function PeoplePage({ searchParams }: { searchParams: Promise<Given> }) {
  const viewer = await requireViewer()
  const given = await searchParams
  const { filter, ignored } = readFilters(peopleFilters, given)
  const { items, total, next, organisations } = await forPage(listPeople(viewer, filter))
  const t = await getTranslations('admin.people')
  const admin = await getTranslations('admin')
  const terms = await getTranslations('terms')
  const path = '/admin/people'
  return (
    <>
      <PageHead
        title={t('title')}
        crumbs={[{ label: admin('title') }, { label: t('title') }]}
        lead={t('count', { count: total })}
        actions={
          can(viewer, 'account.manage') ? (
            <>
              <LinkButton href="/admin/people/import">{t('import')}</LinkButton>
              <LinkButton href="/admin/people/new" tone="primary">
                {t('new')}
              </LinkButton>
            </>
          ) : null
        }
      />
      <AdminTabs viewer={viewer} current="people" />
      {ignored ? <Notice tone="warn">{admin('ignored')}</Notice> : null}
      <PeopleFilter filter={filter} organisations={organisations} />
      <Card flush>
        <Table
          caption={t('title')}
          rows={items}
          rowKey={(person) => person.id}
          empty={<EmptyState title={t('none')}>{t('noneText')}</EmptyState>}
          columns={[
            {
              head: t('account'),
              main: true,
              cell: (person) => <TextLink href={`${path}/${person.id}`}>{person.account}</TextLink>,
            },
            { head: t('name'), nowrap: true, cell: (person) => person.name },
            { head: t('post'), cell: (person) => person.post },
            {
              head: t('appointments'),
              cell: (person) =>
                person.appointments.length === 0 ? (
                  <span className="text-ink-3">{t('noAppointment')}</span>
                ) : (
                  person.appointments.map((held) => (
                    <span key={held.id} className="flex flex-wrap items-baseline gap-x-2">
                      {terms(`role.${held.role}`)} · {held.organisation.name}
                      {held.state === 'inForce' ? null : <StateBadge state={held.state} />}
                    </span>
                  ))
                ),
            },
            {
              head: t('status'),
              cell: (person) => (
                <Badge tone={person.status === 'ACTIVE' ? 'green' : 'red'}>
                  {admin(`status.${person.status}`)}
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
