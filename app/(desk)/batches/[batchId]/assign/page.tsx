import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getLocale, getTranslations } from 'next-intl/server'
import { z } from 'zod'
import { ActionForm } from '@/components/form/action-form'
import { DateField } from '@/components/form/date-field'
import { HiddenField } from '@/components/form/fields'
import { TextAreaField } from '@/components/form/text-area-field'
import { LinkButton } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { Select } from '@/components/ui/controls'
import { EmptyState } from '@/components/ui/empty-state'
import { Field, wire } from '@/components/ui/field'
import { Filters } from '@/components/ui/filters'
import { Notice } from '@/components/ui/notice'
import { PageHead } from '@/components/ui/page-head'
import { forPage, requireViewer } from '@/lib/access/viewer'
import { readAssignGrid } from '@/lib/assignments/grid-queries'
import { gridLimit } from '@/lib/assignments/schema'
import { formatDay } from '@/lib/i18n/format'
import { isId } from '@/lib/ids'
import { assignMany } from './actions'
import { AssignGrid } from './assign-grid'
import { choicesOf, rowsOf } from './grid-rows'
import { gridWords } from './grid-words'

type Props = {
  params: Promise<{ batchId: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

const query = z.object({
  township: z
    .string()
    .regex(/^\d{9}$/)
    .optional()
    .catch(undefined),
  gaps: z.literal('1').optional().catch(undefined),
})

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('assignments.grid'))('title') }
}

/** 批量安排包联力量: who holds which slot, for all villages of a batch on one page. */
export default async function AssignPage({ params, searchParams }: Props) {
  const { batchId } = await params
  if (!isId(batchId)) notFound()
  const filter = query.parse(await searchParams)
  const viewer = await requireViewer()
  const grid = await forPage(readAssignGrid(viewer, batchId, filter))
  const t = await getTranslations('assignments.grid')
  const batches = await getTranslations('batches')
  const assignments = await getTranslations('assignments')
  const locale = await getLocale()
  const here = `/batches/${batchId}`
  const said = {
    person: (name: string, post: string) => assignments('person2', { name, post }),
    gone: (name: string) => t('gone', { name }),
    until: (holder: string, until: string) =>
      t('until', { holder, until: formatDay(until, locale) }),
  }
  const choices = choicesOf(grid, said)
  const townships = rowsOf(grid, choices, said)
  const filtered = filter.township !== undefined || filter.gaps !== undefined
  return (
    <>
      <PageHead
        title={t('title')}
        crumbs={[
          { label: batches('title'), href: '/batches' },
          { label: grid.batch.name, href: here },
          { label: t('title') },
        ]}
        lead={t('lead', { gaps: grid.gaps })}
      />
      {grid.townships.length > 0 ? (
        <Filters action={`${here}/assign`} clear={filtered ? `${here}/assign` : undefined}>
          <Field id="filter-township" label={t('township')}>
            <Select
              {...wire('filter-township')}
              name="township"
              blank={t('anyTownship')}
              defaultValue={filter.township ?? ''}
              options={grid.townships.map(({ id, name }) => ({ value: id, label: name }))}
            />
          </Field>
          <Field id="filter-gaps" label={t('which')}>
            <Select
              {...wire('filter-gaps')}
              name="gaps"
              blank={t('every')}
              defaultValue={filter.gaps ?? ''}
              options={[{ value: '1', label: t('withGaps') }]}
            />
          </Field>
        </Filters>
      ) : null}
      {grid.more ? <Notice tone="warn">{t('more', { max: gridLimit })}</Notice> : null}
      {townships.length === 0 ? (
        <Card>
          <EmptyState
            title={t(filtered ? 'noneFiltered' : 'none')}
            action={<LinkButton href={here}>{grid.batch.name}</LinkButton>}
          >
            {t('noneText')}
          </EmptyState>
        </Card>
      ) : (
        <ActionForm
          action={assignMany}
          submit={t('save')}
          draft={`assign-many:${batchId}`}
          cancel={here}
          label={t('title')}
        >
          <HiddenField name="batchId" value={batchId} />
          <HiddenField name="township" value={filter.township ?? ''} />
          <HiddenField name="gaps" value={filter.gaps ?? ''} />
          <Card>
            <div className="grid gap-5 sm:grid-cols-2">
              <DateField
                name="fromOn"
                label={t('from')}
                hint={t('fromHint')}
                defaultValue={viewer.today}
                max={viewer.today}
              />
              <TextAreaField
                name="handoverNote"
                label={t('handoverNote')}
                hint={t('handoverHint')}
                rows={2}
                max={2000}
                optional
              />
            </div>
          </Card>
          <AssignGrid townships={townships} choices={choices} words={await gridWords()} />
        </ActionForm>
      )}
    </>
  )
}
