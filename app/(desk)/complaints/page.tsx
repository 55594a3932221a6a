import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { Badge } from '@/components/ui/badge'
import { LinkButton } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { Select } from '@/components/ui/controls'
import { EmptyState } from '@/components/ui/empty-state'
import { Field, wire } from '@/components/ui/field'
import { Filters } from '@/components/ui/filters'
import { TextLink } from '@/components/ui/link'
import { Notice } from '@/components/ui/notice'
import { PageHead } from '@/components/ui/page-head'
import { Pager } from '@/components/ui/pager'
import { Table } from '@/components/ui/table'
import { can } from '@/lib/access/policy'
import { forPage, requireViewer } from '@/lib/access/viewer'
import { type Given, hrefWith, readFilters } from '@/lib/accounts/list-filters'
import { nearDay } from '@/lib/cases/light-words'
import { listComplaints } from '@/lib/complaints/queries'
import { complaintFilters } from '@/lib/complaints/schema'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('complaints'))('title') }
}

/** 减负意见: the county's for its office, else one's own, with what was answered. */
export default async function ComplaintsPage({ searchParams }: { searchParams: Promise<Given> }) {
  const viewer = await requireViewer()
  const { filter, ignored } = readFilters(complaintFilters, await searchParams)
  const { complaints, nextCursor, open } = await forPage(listComplaints(viewer, filter))
  const t = await getTranslations('complaints')
  const locale = await getLocale()
  const office = can(viewer, 'complaint.answer')
  const { after, ...rest } = filter
  const page = (next: string | undefined) => hrefWith('/complaints', rest, { after: next })
  return (
    <>
      <PageHead
        title={t('title')}
        crumbs={[{ label: t('title') }]}
        lead={t(office ? 'officeLead' : 'lead')}
        aside={open > 0 ? <span className="muted">{t('openCount', { count: open })}</span> : null}
        actions={<LinkButton href="/complaints/new">{t('new')}</LinkButton>}
      />
      {ignored ? <Notice tone="warn">{t('ignored')}</Notice> : null}
      <Filters action="/complaints" clear={rest.state ? '/complaints' : undefined}>
        <Field id="state" label={t('state')}>
          <Select
            {...wire('state')}
            name="state"
            defaultValue={rest.state ?? ''}
            blank={t('all')}
            options={(['open', 'answered'] as const).map((value) => ({
              value,
              label: t(`filter.${value}`),
            }))}
          />
        </Field>
      </Filters>
      <Card flush>
        <Table
          caption={t('title')}
          rows={complaints}
          rowKey={({ id }) => id}
          empty={<EmptyState title={t('none')}>{t('noneText')}</EmptyState>}
          columns={[
            {
              head: t('text'),
              main: true,
              cell: ({ id, text }) => (
                <TextLink href={`/complaints/${id}`}>
                  <span className="line-clamp-2 print:line-clamp-none">{text}</span>
                </TextLink>
              ),
            },
            {
              head: t('by'),
              nowrap: true,
              cell: (row) => [row.organisationName, row.authorName].filter(Boolean).join(' · '),
            },
            {
              head: t('filedOn'),
              nowrap: true,
              cell: ({ filedOn }) => nearDay(filedOn, viewer.today, locale),
            },
            {
              head: t('state'),
              nowrap: true,
              cell: ({ answeredOn }) => (
                <Badge tone={answeredOn ? 'green' : 'amber'}>
                  {t(answeredOn ? 'answered' : 'open')}
                </Badge>
              ),
            },
          ]}
        />
      </Card>
      <Pager
        first={after ? page(undefined) : undefined}
        next={nextCursor ? page(nextCursor) : undefined}
      />
    </>
  )
}
