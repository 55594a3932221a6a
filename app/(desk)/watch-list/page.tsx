import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { SupervisionTabs } from '@/components/shell/supervision-tabs'
import { LinkButton } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { Select } from '@/components/ui/controls'
import { EmptyState } from '@/components/ui/empty-state'
import { Field, wire } from '@/components/ui/field'
import { Filters } from '@/components/ui/filters'
import { Notice } from '@/components/ui/notice'
import { PageHead } from '@/components/ui/page-head'
import { Pager } from '@/components/ui/pager'
import { PrintButton } from '@/components/ui/print-button'
import { WatchTable } from '@/components/watch-list/watch-table'
import { forPage, requireViewer } from '@/lib/access/viewer'
import { holds } from '@/lib/access/viewer-types'
import { parseWatchFilter, watchListHref } from '@/lib/watch-list/list-filter'
import { listListings } from '@/lib/watch-list/queries'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('watchList'))('title') }
}

type Search = Promise<Record<string, string | string[] | undefined>>

/** 重点挂号: what is proposed and what stands, or what stands about one's own organisation. */
export default async function WatchListPage({ searchParams }: { searchParams: Search }) {
  const t = await getTranslations('watchList')
  const viewer = await requireViewer()
  const { filter, ignored } = parseWatchFilter(await searchParams)
  const { listings, nextCursor, mayDecide } = await forPage(listListings(viewer, filter))
  const wide = mayDecide || holds(viewer, 'COUNTY_LEADER')
  const { after, ...rest } = filter
  const filtered = Object.keys(rest).length > 0
  const states = mayDecide
    ? (['PROPOSED', 'LISTED', 'CLEARED', 'DECLINED', 'LAPSED'] as const)
    : (['LISTED', 'CLEARED'] as const)
  return (
    <>
      <PageHead
        title={t('title')}
        crumbs={[{ label: t('title') }]}
        lead={t(wide ? 'lead' : 'leadOwn')}
        actions={
          <>
            {mayDecide ? <LinkButton href="/watch-list/new">{t('new')}</LinkButton> : null}
            <PrintButton>{t('print')}</PrintButton>
          </>
        }
      />
      <SupervisionTabs viewer={viewer} current="watchList" />
      {ignored ? <Notice tone="warn">{t('ignored')}</Notice> : null}
      <Filters action="/watch-list" clear={filtered ? '/watch-list' : undefined}>
        <Field id="state" label={t('state')}>
          <Select
            {...wire('state')}
            name="state"
            defaultValue={rest.state ?? ''}
            blank={t('current')}
            options={states.map((value) => ({ value, label: t(`states.${value}`) }))}
          />
        </Field>
      </Filters>
      <Card flush>
        <WatchTable
          rows={listings}
          empty={
            <EmptyState title={t(filtered ? 'none' : wide ? 'empty' : 'emptyOwn')}>
              {filtered || !mayDecide ? null : t('emptyText')}
            </EmptyState>
          }
        />
      </Card>
      <Pager
        first={after ? watchListHref(rest) : undefined}
        next={nextCursor ? watchListHref({ ...rest, after: nextCursor }) : undefined}
      />
    </>
  )
}
