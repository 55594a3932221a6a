import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { CaseLight } from '@/components/case/case-light'
import { Badge } from '@/components/ui/badge'
import { LinkButton } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { EmptyState } from '@/components/ui/empty-state'
import { TextLink } from '@/components/ui/link'
import { PageHead } from '@/components/ui/page-head'
import { Pager } from '@/components/ui/pager'
import { Table } from '@/components/ui/table'
import { forPage, requireViewer } from '@/lib/access/viewer'
import { candidateVerbs, listCandidates } from '@/lib/cases/candidate-queries'
import { formatDay } from '@/lib/i18n/format'
import { isId } from '@/lib/ids'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('candidates'))('title') }
}

type Search = { searchParams: Promise<{ after?: string | string[] }> }

export default async function CandidatesPage({ searchParams }: Search) {
  const { after } = await searchParams
  const from = isId(after) ? after : undefined
  const t = await getTranslations('candidates')
  const terms = await getTranslations('terms.category')
  const locale = await getLocale()
  const viewer = await requireViewer()
  const { candidates, total, nextCursor } = await forPage(listCandidates(viewer, from))
  const may = candidateVerbs(viewer)
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
      <Card flush>
        <Table
          caption={t('title')}
          rows={candidates}
          rowKey={(row) => row.id}
          empty={<EmptyState title={t('none')}>{t('noneText')}</EmptyState>}
          columns={[
            {
              head: t('village'),
              main: true,
              cell: (row) => <TextLink href={`/cases/${row.id}`}>{row.village.name}</TextLink>,
            },
            { head: t('township'), cell: (row) => row.township },
            {
              head: t('findings'),
              cell: (row) => (
                <ul>
                  {row.problems.map((problem) => (
                    <li key={problem.id}>
                      <span className="muted">{terms(problem.category)}</span> {problem.title}
                    </li>
                  ))}
                </ul>
              ),
            },
            {
              head: t('proposedOn'),
              nowrap: true,
              cell: (row) => (
                <>
                  {formatDay(row.proposedOn, locale)}
                  {row.relapse ? (
                    <>
                      {' '}
                      <Badge tone="amber">{t('relapse')}</Badge>
                    </>
                  ) : null}
                </>
              ),
            },
            {
              head: t('light'),
              cell: (row) => <CaseLight light={row.light} today={viewer.today} short />,
            },
          ]}
        />
      </Card>
      <Pager
        first={from ? '/candidates' : undefined}
        next={nextCursor ? `/candidates?after=${nextCursor}` : undefined}
      />
    </>
  )
}
