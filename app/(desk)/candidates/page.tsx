import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { z } from 'zod'
import { Button, LinkButton } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { Select } from '@/components/ui/controls'
import { Field, wire } from '@/components/ui/field'
import { Filters } from '@/components/ui/filters'
import { PageHead } from '@/components/ui/page-head'
import { Pager } from '@/components/ui/pager'
import { forPage, requireViewer } from '@/lib/access/viewer'
import { candidateVerbs, listCandidates } from '@/lib/cases/candidate-queries'
import { isId } from '@/lib/ids'
import { CandidateTable } from './candidate-table'
import { SelectAll } from './select-all'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('candidates'))('title') }
}

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

const query = z.object({
  after: z.string().refine(isId).optional().catch(undefined),
  township: z
    .string()
    .regex(/^\d{9}$/)
    .optional()
    .catch(undefined),
})

export default async function CandidatesPage({ searchParams }: Props) {
  const filter = query.parse(await searchParams)
  const { after, township } = filter
  const t = await getTranslations('candidates')
  const viewer = await requireViewer()
  const { candidates, total, nextCursor, townships } = await forPage(listCandidates(viewer, filter))
  const may = candidateVerbs(viewer)
  const several = may.confirm && total > 1
  const here = (change: Record<string, string> = {}) =>
    `/candidates?${new URLSearchParams({ ...(township && { township }), ...change })}`
  return (
    <>
      <PageHead
        title={t('title')}
        crumbs={[{ label: t('title') }]}
        lead={t('lead')}
        aside={<span className="muted">{t('count', { count: total })}</span>}
        actions={
          <>
            {may.enterHistorical ? (
              <LinkButton href="/candidates/historical">{t('historicalVerb')}</LinkButton>
            ) : null}
            {may.propose ? (
              <LinkButton href="/candidates/new" tone="primary">
                {t('propose')}
              </LinkButton>
            ) : null}
          </>
        }
      />
      {townships.length > 1 || township ? (
        <Filters action="/candidates" clear={township ? '/candidates' : undefined}>
          <Field id="filter-township" label={t('township')}>
            <Select
              {...wire('filter-township')}
              name="township"
              blank={t('bulk.anyTownship')}
              defaultValue={township ?? ''}
              options={townships.map(({ id, name }) => ({ value: id, label: name }))}
            />
          </Field>
        </Filters>
      ) : null}
      {several ? (
        <form
          action="/candidates/confirm"
          method="get"
          aria-label={t('bulk.title')}
          className="stack"
        >
          <div className="screen-only flex flex-wrap items-center gap-x-4 gap-y-2">
            <SelectAll
              name="case"
              label={t('bulk.page', { count: candidates.length })}
              count={t('bulk.ticked')}
            />
            <span className="flex flex-wrap gap-2 sm:ms-auto">
              <Button type="submit">{t('bulk.ofTicked')}</Button>
              <LinkButton
                href={`/candidates/confirm?all=1${township ? `&township=${township}` : ''}`}
              >
                {t('bulk.ofAll', { count: total })}
              </LinkButton>
            </span>
          </div>
          <Card flush>
            <CandidateTable candidates={candidates} today={viewer.today} select="case" />
          </Card>
        </form>
      ) : (
        <Card flush>
          <CandidateTable candidates={candidates} today={viewer.today} />
        </Card>
      )}
      <Pager
        first={after ? here() : undefined}
        next={nextCursor ? here({ after: nextCursor }) : undefined}
      />
    </>
  )
}
