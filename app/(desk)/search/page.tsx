import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { SearchForm } from '@/components/search/search-form'
import { SearchResults } from '@/components/search/search-results'
import { Card } from '@/components/ui/card'
import { EmptyState } from '@/components/ui/empty-state'
import { Notice } from '@/components/ui/notice'
import { PageHead } from '@/components/ui/page-head'
import { can } from '@/lib/access/policy'
import { forPage, requireViewer } from '@/lib/access/viewer'
import { search } from '@/lib/search/queries'
import { maxTerm, termOf } from '@/lib/search/term'

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  const t = await getTranslations('search')
  const term = termOf((await searchParams).q)
  return { title: term ? t('titleOf', { text: term.text }) : t('title') }
}

export default async function SearchPage({ searchParams }: Props) {
  const viewer = await requireViewer()
  const term = termOf((await searchParams).q)
  const t = await getTranslations('search')
  const result = term ? await forPage(search(viewer, term)) : undefined
  const empty = result && Object.values(result).every(({ items }) => items.length === 0)
  return (
    <>
      <PageHead title={t('title')} crumbs={[{ label: t('title') }]} lead={t('lead')} />
      <SearchForm text={term?.text} />
      {term?.shortened ? <Notice tone="warn">{t('shortened', { max: maxTerm })}</Notice> : null}
      {empty ? (
        <Card flush>
          <EmptyState title={t('none', { text: term?.text ?? '' })}>{t('noneText')}</EmptyState>
        </Card>
      ) : null}
      {term && result && !empty ? (
        <SearchResults
          result={result}
          text={term.text}
          today={viewer.today}
          opens={{ accounts: can(viewer, 'accounts.read'), cases: can(viewer, 'case.read') }}
        />
      ) : null}
    </>
  )
}
