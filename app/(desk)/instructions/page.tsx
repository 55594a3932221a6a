import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { CaseLight } from '@/components/case/case-light'
import { InstructionState } from '@/components/coordination/instruction-state'
import { LetterTabs } from '@/components/coordination/letter-tabs'
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
import { Table } from '@/components/ui/table'
import { DemoMark } from '@/components/village/demo-mark'
import { forPage, requireViewer } from '@/lib/access/viewer'
import { type Given, hrefWith, readFilters } from '@/lib/accounts/list-filters'
import { nearDay } from '@/lib/cases/light-words'
import { instructionFilters, listStates } from '@/lib/instructions/list-filter'
import { listInstructions } from '@/lib/instructions/list-queries'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('coordination'))('instructions') }
}

/** 领导批示: what the viewer may read of them, the newest first, with where each stands. */
export default async function InstructionsPage({ searchParams }: { searchParams: Promise<Given> }) {
  const t = await getTranslations('coordination')
  const locale = await getLocale()
  const viewer = await requireViewer()
  const given = await searchParams
  const { filter, ignored } = readFilters(instructionFilters, given)
  const found = await forPage(listInstructions(viewer, filter))
  const { instructions, total, nextCursor, townships, organisations } = found
  const { after, ...rest } = filter
  const filtered = Object.keys(rest).length > 0
  const page = (next: string | undefined) => hrefWith('/instructions', rest, { after: next })
  const options = (rows: { id: string; name: string }[]) =>
    rows.map(({ id, name }) => ({ value: id, label: name }))
  return (
    <>
      <PageHead
        title={t('instructions')}
        crumbs={[{ label: t('instructions') }]}
        lead={t('instructionsLead')}
        aside={<span className="muted">{t('instructionCount', { count: total })}</span>}
        actions={<PrintButton>{t('print')}</PrintButton>}
      />
      <LetterTabs current="instructions" />
      {ignored ? <Notice tone="warn">{t('ignored')}</Notice> : null}
      <Filters action="/instructions" clear={filtered ? '/instructions' : undefined}>
        <Field id="state" label={t('stands')}>
          <Select
            {...wire('state')}
            name="state"
            defaultValue={rest.state ?? ''}
            blank={t('all')}
            options={listStates.map((value) => ({ value, label: t(`instructionFilter.${value}`) }))}
          />
        </Field>
        <Field id="township" label={t('township')}>
          <Select
            {...wire('township')}
            name="township"
            defaultValue={rest.township ?? ''}
            blank={t('all')}
            options={options(townships)}
          />
        </Field>
        <Field id="organisation" label={t('addressee')}>
          <Select
            {...wire('organisation')}
            name="organisation"
            defaultValue={rest.organisation ?? ''}
            blank={t('all')}
            options={options(organisations)}
          />
        </Field>
      </Filters>
      <Card flush>
        <Table
          caption={t('instructions')}
          rows={instructions}
          rowKey={(row) => row.id}
          empty={
            <EmptyState title={t(filtered ? 'instructionNone' : 'noInstructions')}>
              {filtered ? null : t('instructionEmptyText')}
            </EmptyState>
          }
          columns={[
            {
              head: t('text'),
              main: true,
              cell: (row) => (
                <TextLink href={`/instructions/${row.id}`}>
                  <span className="line-clamp-2 print:line-clamp-none">{row.text}</span>
                </TextLink>
              ),
            },
            { head: t('leader'), nowrap: true, cell: (row) => row.leaderName },
            {
              head: t('village'),
              nowrap: true,
              cell: (row) => (
                <>
                  {row.village?.name}
                  <DemoMark village={row.village} />
                </>
              ),
            },
            { head: t('township'), nowrap: true, cell: (row) => row.township },
            {
              head: t('givenOn'),
              nowrap: true,
              cell: (row) => nearDay(row.given, viewer.today, locale),
            },
            { head: t('addressee'), cell: (row) => row.organisation.name },
            {
              head: t('answerBy'),
              nowrap: true,
              cell: (row) => (row.due ? nearDay(row.due, viewer.today, locale) : ''),
            },
            { head: t('stands'), cell: (row) => <InstructionState {...row} /> },
            {
              head: t('light'),
              nowrap: true,
              cell: (row) =>
                row.light.colour === 'grey' ? (
                  ''
                ) : (
                  <CaseLight light={row.light} today={viewer.today} short />
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
