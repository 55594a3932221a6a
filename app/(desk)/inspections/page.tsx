import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { RoundStateBadge } from '@/components/inspection/round-state'
import { SupervisionTabs } from '@/components/shell/supervision-tabs'
import { Badge } from '@/components/ui/badge'
import { LinkButton } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { Select, TextInput } from '@/components/ui/controls'
import { EmptyState } from '@/components/ui/empty-state'
import { Field, wire } from '@/components/ui/field'
import { Filters } from '@/components/ui/filters'
import { TextLink } from '@/components/ui/link'
import { Notice } from '@/components/ui/notice'
import { PageHead } from '@/components/ui/page-head'
import { Pager } from '@/components/ui/pager'
import { PrintButton } from '@/components/ui/print-button'
import { Table } from '@/components/ui/table'
import { can } from '@/lib/access/policy'
import { forPage, requireViewer } from '@/lib/access/viewer'
import { nearDay } from '@/lib/cases/light-words'
import { parseRoundFilter, roundListHref } from '@/lib/inspections/list-filter'
import { listRounds } from '@/lib/inspections/queries'
import { InspectionMethod, RoundState } from '@/prisma/generated/enums'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('inspections'))('title') }
}

type Search = Promise<Record<string, string | string[] | undefined>>

/** 督查轮次: what the viewer may read of them, the newest first. */
export default async function InspectionsPage({ searchParams }: { searchParams: Search }) {
  const t = await getTranslations('inspections')
  const methods = await getTranslations('terms.inspectionMethod')
  const locale = await getLocale()
  const viewer = await requireViewer()
  const { filter, ignored } = parseRoundFilter(await searchParams)
  const { rounds, total, nextCursor } = await forPage(listRounds(viewer, filter))
  const { after, ...rest } = filter
  const filtered = Object.keys(rest).length > 0
  const plans = can(viewer, 'inspection.plan')
  const near = (day: string) => nearDay(day, viewer.today, locale)
  return (
    <>
      <PageHead
        title={t('title')}
        crumbs={[{ label: t('title') }]}
        lead={t('lead')}
        aside={<span className="muted">{t('count', { count: total })}</span>}
        actions={
          <>
            <PrintButton>{t('print')}</PrintButton>
            {plans ? (
              <LinkButton href="/inspections/new" tone="primary">
                {t('plan')}
              </LinkButton>
            ) : null}
          </>
        }
      />
      <SupervisionTabs viewer={viewer} current="inspections" />
      {ignored ? <Notice tone="warn">{t('ignored')}</Notice> : null}
      <Filters action="/inspections" clear={filtered ? '/inspections' : undefined}>
        <Field id="method" label={t('method')}>
          <Select
            {...wire('method')}
            name="method"
            defaultValue={rest.method ?? ''}
            blank={t('all')}
            options={Object.values(InspectionMethod).map((value) => ({
              value,
              label: methods(value),
            }))}
          />
        </Field>
        <Field id="state" label={t('state')}>
          <Select
            {...wire('state')}
            name="state"
            defaultValue={rest.state ?? ''}
            blank={t('all')}
            options={Object.values(RoundState).map((value) => ({
              value,
              label: t(`states.${value}`),
            }))}
          />
        </Field>
        <Field id="year" label={t('year')}>
          <TextInput
            {...wire('year')}
            name="year"
            inputMode="numeric"
            maxLength={4}
            defaultValue={rest.year ?? ''}
          />
        </Field>
      </Filters>
      <Card flush>
        <Table
          caption={t('title')}
          rows={rounds}
          rowKey={({ id }) => id}
          empty={
            <EmptyState title={t(filtered ? 'none' : 'empty')}>
              {filtered ? null : t(plans ? 'emptyText' : 'emptyRead')}
            </EmptyState>
          }
          columns={[
            {
              head: t('name'),
              main: true,
              cell: ({ id, title }) => <TextLink href={`/inspections/${id}`}>{title}</TextLink>,
            },
            {
              head: t('number'),
              nowrap: true,
              cell: ({ year, number }) => t('numberOf', { year: String(year), number }),
            },
            { head: t('method'), nowrap: true, cell: ({ method }) => methods(method) },
            {
              head: t('period'),
              nowrap: true,
              cell: ({ from, to }) => `${near(from)}–${near(to)}`,
            },
            { head: t('scope'), cell: ({ scope }) => t(`scopes.${scope}`) },
            {
              head: t('progress'),
              nowrap: true,
              cell: ({ checks }) => (checks.all > 0 ? t('progressOf', checks) : ''),
            },
            {
              head: t('state'),
              nowrap: true,
              cell: ({ state, published }) => (
                <span className="flex flex-wrap gap-1">
                  <RoundStateBadge state={state} />
                  {published ? <Badge>{t('published')}</Badge> : null}
                </span>
              ),
            },
          ]}
        />
      </Card>
      <Pager
        first={after ? roundListHref(rest) : undefined}
        next={nextCursor ? roundListHref({ ...rest, after: nextCursor }) : undefined}
      />
    </>
  )
}
