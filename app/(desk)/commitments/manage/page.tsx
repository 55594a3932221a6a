import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { CommitmentList } from '@/components/commitment/commitment-list'
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
import { can } from '@/lib/access/policy'
import { forPage, requireViewer } from '@/lib/access/viewer'
import { commitmentListHref, parseCommitmentFilter } from '@/lib/commitments/list-filter'
import { listCommitments } from '@/lib/commitments/list-queries'
import { commitmentLevels } from '@/lib/commitments/rules'
import { CommitmentStatus } from '@/prisma/generated/enums'

type Search = Promise<Record<string, string | string[] | undefined>>

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('commitments'))('title') }
}

/** 承诺: the commitments in scope, the newest first. */
export default async function CommitmentsPage({ searchParams }: { searchParams: Search }) {
  const t = await getTranslations('commitments')
  const locale = await getLocale()
  const viewer = await requireViewer()
  const { filter, ignored } = parseCommitmentFilter(await searchParams)
  const found = await forPage(listCommitments(viewer, filter))
  const { commitments, nextCursor, townships } = found
  const { after, ...rest } = filter
  const filtered = Object.keys(rest).length > 0
  return (
    <>
      <PageHead
        title={t('title')}
        crumbs={[{ label: t('title') }]}
        lead={<span className="measure block">{t('lead')}</span>}
        actions={
          <>
            {can(viewer, 'commitment.disclose') ? (
              <LinkButton href="/admin/public-commitments">{t('switch.title')}</LinkButton>
            ) : null}
            <PrintButton>{t('print')}</PrintButton>
          </>
        }
      />
      {ignored ? <Notice tone="warn">{t('ignored')}</Notice> : null}
      <Filters action="/commitments/manage" clear={filtered ? '/commitments/manage' : undefined}>
        {rest.village ? <input type="hidden" name="village" value={rest.village} /> : null}
        {rest.case ? <input type="hidden" name="case" value={rest.case} /> : null}
        <Field id="level" label={t('levelLabel')}>
          <Select
            {...wire('level')}
            name="level"
            defaultValue={rest.level ?? ''}
            blank={t('all')}
            options={commitmentLevels.map((value) => ({ value, label: t(`levelShort.${value}`) }))}
          />
        </Field>
        <Field id="state" label={t('stateLabel')}>
          <Select
            {...wire('state')}
            name="state"
            defaultValue={rest.state ?? ''}
            blank={t('all')}
            options={Object.values(CommitmentStatus).map((value) => ({
              value,
              label: t(`status.${value}`),
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
        <Field id="due" label={t('due')}>
          <Select
            {...wire('due')}
            name="due"
            defaultValue={rest.due ?? ''}
            blank={t('all')}
            options={(['overdue', 'open'] as const).map((value) => ({
              value,
              label: t(`dueFilter.${value}`),
            }))}
          />
        </Field>
      </Filters>
      <Card flush>
        {commitments.length === 0 ? (
          <EmptyState title={t(filtered ? 'none' : 'empty')}>
            {filtered ? null : t('emptyText')}
          </EmptyState>
        ) : (
          <CommitmentList commitments={commitments} locale={locale} />
        )}
      </Card>
      <Pager
        first={after ? commitmentListHref(rest) : undefined}
        next={nextCursor ? commitmentListHref({ ...rest, after: nextCursor }) : undefined}
      />
    </>
  )
}
