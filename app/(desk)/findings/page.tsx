import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { FindingList } from '@/components/finding/finding-list'
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
import { forPage, requireViewer } from '@/lib/access/viewer'
import { findingListHref, parseFindingFilter } from '@/lib/findings/list-filter'
import { listFindings } from '@/lib/findings/queries'
import { FindingGravity, FindingKind, FindingOrigin, FindingState } from '@/prisma/generated/enums'

type Search = Promise<Record<string, string | string[] | undefined>>

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('findings'))('title') }
}

/** 发现问题: of checks and from outside, as far as each was sent to the viewer. */
export default async function FindingsPage({ searchParams }: { searchParams: Search }) {
  const t = await getTranslations('findings')
  const terms = await getTranslations('terms')
  const locale = await getLocale()
  const viewer = await requireViewer()
  const { filter, ignored } = parseFindingFilter(await searchParams)
  const { findings, nextCursor, townships, mayEnter } = await forPage(listFindings(viewer, filter))
  const { after, ...rest } = filter
  const filtered = Object.keys(rest).length > 0
  const choices = [
    {
      ...{ name: 'state', label: t('state'), value: rest.state },
      options: Object.values(FindingState).map((value) => ({
        value,
        label: terms(`findingState.${value}`),
      })),
    },
    {
      ...{ name: 'origin', label: t('origin'), value: rest.origin },
      options: Object.values(FindingOrigin).map((value) => ({
        value,
        label: terms(`findingOrigin.${value}`),
      })),
    },
    {
      ...{ name: 'kind', label: t('kind'), value: rest.kind },
      options: Object.values(FindingKind).map((value) => ({
        value,
        label: terms(`findingKind.${value}`),
      })),
    },
    {
      ...{ name: 'gravity', label: t('gravity'), value: rest.gravity },
      options: Object.values(FindingGravity).map((value) => ({
        value,
        label: terms(`findingGravity.${value}`),
      })),
    },
    {
      ...{ name: 'township', label: t('township'), value: rest.township },
      options: townships.map(({ id, name }) => ({ value: id, label: name })),
    },
    {
      ...{ name: 'about', label: t('about'), value: rest.about },
      options: [{ value: 'measure', label: t('aboutMeasure') }],
    },
  ]
  return (
    <>
      <PageHead
        title={t('title')}
        crumbs={[{ label: t('title') }]}
        lead={<span className="measure block">{t('lead')}</span>}
        actions={
          <>
            {mayEnter ? (
              <LinkButton tone="primary" href="/findings/new">
                {t('enter')}
              </LinkButton>
            ) : null}
            <PrintButton>{t('print')}</PrintButton>
          </>
        }
      />
      <SupervisionTabs viewer={viewer} current="findings" />
      {ignored ? <Notice tone="warn">{t('ignored')}</Notice> : null}
      <Filters action="/findings" clear={filtered ? '/findings' : undefined}>
        {rest.village ? <input type="hidden" name="village" value={rest.village} /> : null}
        {rest.case ? <input type="hidden" name="case" value={rest.case} /> : null}
        {rest.check ? <input type="hidden" name="check" value={rest.check} /> : null}
        {choices.map(({ name, label, value, options }) => (
          <Field key={name} id={name} label={label}>
            <Select
              {...wire(name)}
              name={name}
              defaultValue={value ?? ''}
              blank={t('all')}
              options={options}
            />
          </Field>
        ))}
      </Filters>
      <Card flush>
        {findings.length === 0 ? (
          <EmptyState title={t(filtered ? 'none' : 'empty')}>
            {filtered ? null : t(mayEnter ? 'emptyText' : 'emptySent')}
          </EmptyState>
        ) : (
          <FindingList
            findings={findings}
            locale={locale}
            today={viewer.today}
            showSent={mayEnter}
          />
        )}
      </Card>
      <Pager
        first={after ? findingListHref(rest) : undefined}
        next={nextCursor ? findingListHref({ ...rest, after: nextCursor }) : undefined}
      />
    </>
  )
}
