import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { CaseFilters } from '@/components/case/case-filters'
import { CaseTable } from '@/components/case/case-table'
import { Narrowed, ViewsBar } from '@/components/case/views-bar'
import { LinkButton } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { EmptyState } from '@/components/ui/empty-state'
import { Notice } from '@/components/ui/notice'
import { PageHead } from '@/components/ui/page-head'
import { Pager } from '@/components/ui/pager'
import { PrintButton } from '@/components/ui/print-button'
import { Tabs } from '@/components/ui/tabs'
import { can } from '@/lib/access/policy'
import { forPage, requireViewer } from '@/lib/access/viewer'
import { type CaseFilter, caseListHref, parseCaseFilter, stages } from '@/lib/cases/list-filter'
import { readCaseList } from '@/lib/cases/list-page-queries'
import { formatDay } from '@/lib/i18n/format'
import { followListed } from './actions'

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('cases.list'))('title') }
}

export default async function CasesPage({ searchParams }: Props) {
  const viewer = await requireViewer()
  const given = await searchParams
  const parsed = parseCaseFilter(given)
  const list = await forPage(readCaseList(viewer, parsed.filter, given.cursor))
  const { page, choices, filter } = list
  const ignored = [...parsed.ignored, ...list.ignored]
  const t = await getTranslations('cases.list')
  const terms = await getTranslations('terms')
  const locale = await getLocale()
  const everything = Object.values(page.byStage).reduce((sum, count) => sum + count, 0)
  const whole = { ...filter, stage: undefined, state: undefined }
  const filtered = Object.keys(filter).some((name) => name !== 'sort')

  return (
    <>
      <PageHead
        title={t('title')}
        crumbs={[{ label: t('title') }]}
        lead={
          <>
            <span className="screen-only">{t('lead', { total: page.total })}</span>
            <span className="print-only">
              {t('printed', {
                county: viewer.countyName,
                day: formatDay(viewer.today, locale),
                total: page.total,
              })}
            </span>
          </>
        }
        actions={
          <>
            <PrintButton>{t('print')}</PrintButton>
            {can(viewer, 'case.propose') ? (
              <LinkButton href="/candidates/new" tone="primary">
                {t('propose')}
              </LinkButton>
            ) : null}
          </>
        }
      />
      {ignored.length > 0 ? (
        <Notice tone="warn">
          {t('ignored', { names: ignored.map((name) => label(name, t)).join('、') })}
        </Notice>
      ) : null}
      {list.badCursor ? <Notice tone="warn">{t('badCursor')}</Notice> : null}
      <ViewsBar filter={filter} views={list.views} />
      <Tabs
        label={t('byStage')}
        items={[
          {
            label: t('all'),
            href: caseListHref(whole),
            current: !filter.stage && !filter.state,
            count: everything,
          },
          ...stages
            .filter((stage) => page.byStage[stage] || stage === filter.stage)
            .map((stage) => ({
              label: terms(`stage.${stage}`),
              href: caseListHref(whole, { stage }),
              current: stage === filter.stage,
              count: page.byStage[stage] ?? 0,
            })),
        ]}
      />
      <CaseFilters filter={filter} choices={choices} />
      <Narrowed filter={filter} organisation={list.organisation?.name ?? t('unknown')} />
      <Card flush>
        <CaseTable
          cases={page.items}
          followed={list.followed}
          follow={followListed}
          today={viewer.today}
          empty={
            filtered ? (
              <EmptyState
                title={t('emptyTitle')}
                action={<LinkButton href="/cases">{t('clear')}</LinkButton>}
              >
                {t('emptyText')}
              </EmptyState>
            ) : (
              <EmptyState title={t('noneTitle')}>
                {can(viewer, 'case.propose') ? t('noneText') : t('noneYours')}
              </EmptyState>
            )
          }
        />
      </Card>
      <Pager
        first={page.previousCursor ? caseListHref(filter) : undefined}
        previous={
          page.previousCursor ? caseListHref(filter, { cursor: page.previousCursor }) : undefined
        }
        next={page.nextCursor ? caseListHref(filter, { cursor: page.nextCursor }) : undefined}
        note={
          page.total > page.items.length
            ? t('shown', { shown: page.items.length, total: page.total })
            : undefined
        }
      />
    </>
  )
}

function label(
  name: keyof CaseFilter,
  t: Awaited<ReturnType<typeof getTranslations<'cases.list'>>>,
) {
  if (name === 'q') return t('search')
  return name === 'historical' ? t('historicalFilter') : t(name)
}
