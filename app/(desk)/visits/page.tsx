import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { EntryTabs } from '@/components/record/entry-tabs'
import { LinkButton } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { Checkbox } from '@/components/ui/choice'
import { DateInput, Select } from '@/components/ui/controls'
import { EmptyState } from '@/components/ui/empty-state'
import { Field, wire } from '@/components/ui/field'
import { Filters } from '@/components/ui/filters'
import { Notice } from '@/components/ui/notice'
import { PageHead } from '@/components/ui/page-head'
import { Pager } from '@/components/ui/pager'
import { PrintButton } from '@/components/ui/print-button'
import { VisitList } from '@/components/visit/visit-list'
import { forPage, requireViewer } from '@/lib/access/viewer'
import { parseVisitFilter, visitListHref, visitRoles } from '@/lib/visits/list-filter'
import { listVisits } from '@/lib/visits/list-queries'
import { ContactKind } from '@/prisma/generated/enums'

type Search = Promise<Record<string, string | string[] | undefined>>

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('visits'))('title') }
}

/** 走访: what was logged on villages in scope, the latest first. */
export default async function VisitsPage({ searchParams }: { searchParams: Search }) {
  const t = await getTranslations('visits')
  const terms = await getTranslations('terms')
  const locale = await getLocale()
  const viewer = await requireViewer()
  const { filter, ignored } = parseVisitFilter(await searchParams)
  const found = await forPage(listVisits(viewer, filter))
  const { visits, nextCursor, townships, village, mayLog } = found
  const { after, ...rest } = filter
  const filtered = Object.keys(rest).length > 0
  const log = (
    <LinkButton tone="primary" href="/visits/new">
      {t('log')}
    </LinkButton>
  )
  return (
    <>
      <PageHead
        title={village ? t('ofVillage', { village }) : t('title')}
        crumbs={[{ label: t('title') }]}
        lead={<span className="measure block">{t('lead')}</span>}
        actions={
          <>
            {mayLog ? log : null}
            <PrintButton>{t('print')}</PrintButton>
          </>
        }
      />
      <EntryTabs current="visits" visits="/visits" records="/records" />
      {ignored ? <Notice tone="warn">{t('ignored')}</Notice> : null}
      <Filters action="/visits" clear={filtered ? '/visits' : undefined}>
        {rest.village ? <input type="hidden" name="village" value={rest.village} /> : null}
        {rest.case ? <input type="hidden" name="case" value={rest.case} /> : null}
        <Field id="township" label={t('township')}>
          <Select
            {...wire('township')}
            name="township"
            defaultValue={rest.township ?? ''}
            blank={t('all')}
            options={townships.map(({ id, name }) => ({ value: id, label: name }))}
          />
        </Field>
        <Field id="kind" label={t('kind')}>
          <Select
            {...wire('kind')}
            name="kind"
            defaultValue={rest.kind ?? ''}
            blank={t('all')}
            options={Object.values(ContactKind).map((value) => ({
              value,
              label: terms(`contactKind.${value}`),
            }))}
          />
        </Field>
        <Field id="role" label={t('role')}>
          <Select
            {...wire('role')}
            name="role"
            defaultValue={rest.role ?? ''}
            blank={t('all')}
            options={visitRoles.map((value) => ({ value, label: terms(`role.${value}`) }))}
          />
        </Field>
        <Field id="state" label={t('stateLabel')}>
          <Select
            {...wire('state')}
            name="state"
            defaultValue={rest.state ?? ''}
            blank={t('all')}
            options={[{ value: 'task', label: t('state.task') }]}
          />
        </Field>
        <Field id="from" label={t('from')}>
          <DateInput {...wire('from')} name="from" defaultValue={rest.from ?? ''} />
        </Field>
        <Field id="to" label={t('to')}>
          <DateInput {...wire('to')} name="to" defaultValue={rest.to ?? ''} />
        </Field>
        {mayLog ? (
          <Checkbox
            id="author"
            name="author"
            value="me"
            label={t('mine')}
            defaultChecked={rest.author === 'me'}
          />
        ) : null}
      </Filters>
      <Card flush>
        {visits.length === 0 ? (
          <EmptyState
            title={t(filtered ? 'none' : 'empty')}
            action={filtered || !mayLog ? null : log}
          >
            {filtered ? null : t('emptyText')}
          </EmptyState>
        ) : (
          <VisitList visits={visits} locale={locale} today={viewer.today} />
        )}
      </Card>
      <Pager
        first={after ? visitListHref(rest) : undefined}
        next={
          nextCursor
            ? `${visitListHref(rest)}${filtered ? '&' : '?'}after=${nextCursor}`
            : undefined
        }
      />
    </>
  )
}
