import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
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
import { Table } from '@/components/ui/table'
import { CaseMark } from '@/components/village/case-mark'
import { DemoMark } from '@/components/village/demo-mark'
import { can } from '@/lib/access/policy'
import { forPage, requireViewer } from '@/lib/access/viewer'
import { formatNumber } from '@/lib/i18n/format'
import { organisationTypeOf } from '@/lib/villages/organisation-type'
import { listVillages } from '@/lib/villages/queries'
import { parseVillageFilters, villagesHref } from '@/lib/villages/schema'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('villages'))('title') }
}

type Search = Promise<Record<string, string | string[] | undefined>>

export default async function VillagesPage({ searchParams }: { searchParams: Search }) {
  const t = await getTranslations('villages')
  const terms = await getTranslations('terms')
  const { filters, ignored } = parseVillageFilters(await searchParams)
  const viewer = await requireViewer()
  const { villages, nextCursor, total, townships } = await forPage(listVillages(viewer, filters))
  const { after, ...rest } = filters
  const filtered = rest.q !== undefined || rest.township !== undefined || rest.ended !== undefined
  return (
    <>
      <PageHead
        title={t('title')}
        crumbs={[{ label: t('title') }]}
        lead={t('lead')}
        aside={<span className="muted">{t('count', { count: total })}</span>}
        actions={
          can(viewer, 'funds.read') ? <LinkButton href="/money">{t('money')}</LinkButton> : null
        }
      />
      {ignored ? <Notice tone="warn">{t('ignored')}</Notice> : null}
      <p className="screen-only">
        {rest.ended ? (
          <TextLink href={villagesHref({ township: rest.township })}>{t('showPresent')}</TextLink>
        ) : (
          <TextLink href={villagesHref({ township: rest.township, ended: 'yes' })}>
            {t('showEnded')}
          </TextLink>
        )}
      </p>
      <Filters action="/villages" clear={filtered ? '/villages' : undefined}>
        <Field id="township" label={t('township')}>
          <Select
            {...wire('township')}
            name="township"
            defaultValue={rest.township ?? ''}
            blank={t('all')}
            options={townships.map(({ id, name }) => ({ value: id, label: name }))}
          />
        </Field>
        <Field id="q" label={t('search')}>
          <TextInput
            {...wire('q')}
            name="q"
            type="search"
            defaultValue={rest.q ?? ''}
            maxLength={40}
            placeholder={t('searchHint')}
          />
        </Field>
      </Filters>
      <Card flush>
        <Table
          caption={t('title')}
          rows={villages}
          rowKey={(row) => row.id}
          empty={
            <EmptyState title={filtered ? t('none') : t('empty')}>
              {filtered ? t('noneText') : null}
            </EmptyState>
          }
          columns={[
            {
              head: t('village'),
              main: true,
              cell: (row) => (
                <>
                  <TextLink href={`/villages/${row.id}`}>{row.name}</TextLink>
                  <DemoMark village={row} />
                  {row.formerNames.length > 0 ? (
                    <span className="block text-sm font-normal text-ink-2">
                      {t('formerName', { names: row.formerNames.join('、') })}
                    </span>
                  ) : null}
                  {row.endedOn && row.successor ? (
                    <span className="block text-sm font-normal text-ink-2">
                      {t('mergedInto', { name: row.successor.name })}
                    </span>
                  ) : null}
                </>
              ),
            },
            { head: t('township'), cell: (row) => row.township.name },
            {
              head: t('organisation'),
              cell: (row) => terms(`organisationType.${organisationTypeOf(row)}`),
            },
            { head: t('secretary'), cell: (row) => row.secretary ?? '' },
            { head: t('members'), align: 'end', cell: (row) => figure(row.partyMembers) },
            { head: t('population'), align: 'end', cell: (row) => figure(row.population) },
            {
              head: t('listing'),
              cell: (row) => (row.cases[0] ? <CaseMark kase={row.cases[0]} /> : ''),
            },
          ]}
        />
      </Card>
      <Pager
        first={after ? villagesHref(rest) : undefined}
        next={nextCursor ? villagesHref({ ...rest, after: nextCursor }) : undefined}
      />
    </>
  )
}

const figure = (value: number | null) => (value === null ? '' : formatNumber(value))
