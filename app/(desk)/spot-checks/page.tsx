import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { SupervisionTabs } from '@/components/shell/supervision-tabs'
import { CheckList } from '@/components/spot-check/check-list'
import { Card } from '@/components/ui/card'
import { Select } from '@/components/ui/controls'
import { EmptyState } from '@/components/ui/empty-state'
import { Field, wire } from '@/components/ui/field'
import { Filters } from '@/components/ui/filters'
import { TextLink } from '@/components/ui/link'
import { Notice } from '@/components/ui/notice'
import { PageHead } from '@/components/ui/page-head'
import { Pager } from '@/components/ui/pager'
import { PrintButton } from '@/components/ui/print-button'
import { forPage, requireViewer } from '@/lib/access/viewer'
import { holds } from '@/lib/access/viewer-types'
import { checkListHref, parseCheckFilter } from '@/lib/spot-checks/list-filter'
import { listSpotChecks } from '@/lib/spot-checks/list-queries'
import { InspectionMethod, SpotCheckState } from '@/prisma/generated/enums'

type Search = Promise<Record<string, string | string[] | undefined>>

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('spotChecks'))('title') }
}

/** 抽查: what the viewer still has to check on top, then all checks in scope. */
export default async function SpotChecksPage({ searchParams }: { searchParams: Search }) {
  const t = await getTranslations('spotChecks')
  const terms = await getTranslations('terms')
  const locale = await getLocale()
  const viewer = await requireViewer()
  const { filter, ignored } = parseCheckFilter(await searchParams)
  const { checks, nextCursor, townships, mine } = await forPage(listSpotChecks(viewer, filter))
  const { after, ...rest } = filter
  const filtered = Object.keys(rest).length > 0
  const inspects = holds(viewer, 'INSPECTOR')
  return (
    <>
      <PageHead
        title={t('title')}
        crumbs={[{ label: t('title') }]}
        lead={<span className="measure block">{t('lead')}</span>}
        actions={<PrintButton>{t('print')}</PrintButton>}
      />
      <SupervisionTabs viewer={viewer} current="spotChecks" />
      {ignored ? <Notice tone="warn">{t('ignored')}</Notice> : null}
      {mine.length > 0 ? (
        <Card flush title={t('mine')} aside={t('mineText')}>
          <CheckList checks={mine} locale={locale} today={viewer.today} mine />
        </Card>
      ) : null}
      <Filters action="/spot-checks" clear={filtered ? '/spot-checks' : undefined}>
        {rest.village ? <input type="hidden" name="village" value={rest.village} /> : null}
        {rest.case ? <input type="hidden" name="case" value={rest.case} /> : null}
        {rest.round ? <input type="hidden" name="round" value={rest.round} /> : null}
        <Field id="state" label={t('state')}>
          <Select
            {...wire('state')}
            name="state"
            defaultValue={rest.state ?? ''}
            blank={t('all')}
            options={Object.values(SpotCheckState).map((value) => ({
              value,
              label: terms(`spotCheckState.${value}`),
            }))}
          />
        </Field>
        <Field id="method" label={t('method')}>
          <Select
            {...wire('method')}
            name="method"
            defaultValue={rest.method ?? ''}
            blank={t('all')}
            options={Object.values(InspectionMethod).map((value) => ({
              value,
              label: terms(`inspectionMethod.${value}`),
            }))}
          />
        </Field>
        <Field id="township" label={t('township')}>
          <Select
            {...wire('township')}
            name="township"
            defaultValue={rest.township ?? ''}
            blank={t('all')}
            options={townships.map(({ id, name }) => ({ value: id, label: name }))}
          />
        </Field>
      </Filters>
      <Card flush title={mine.length > 0 ? t('others') : undefined}>
        {checks.length === 0 ? (
          <EmptyState title={t(filtered ? 'none' : 'empty')}>
            {filtered ? null : t(inspects ? 'emptyMine' : 'emptyText')}
          </EmptyState>
        ) : (
          <CheckList checks={checks} locale={locale} today={viewer.today} />
        )}
      </Card>
      <Pager
        first={after ? checkListHref(rest) : undefined}
        next={nextCursor ? checkListHref({ ...rest, after: nextCursor }) : undefined}
      />
      <p className="screen-only flex flex-wrap gap-x-6 text-md">
        <TextLink href="/findings">{t('toFindings')} ›</TextLink>
        <TextLink href="/spot-checks/materials">{t('toMaterials')} ›</TextLink>
      </p>
    </>
  )
}
