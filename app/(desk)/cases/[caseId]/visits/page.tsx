import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getLocale, getTranslations } from 'next-intl/server'
import { EntryTabs } from '@/components/record/entry-tabs'
import { LinkButton } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { EmptyState } from '@/components/ui/empty-state'
import { TextLink } from '@/components/ui/link'
import { ResidenceCard } from '@/components/visit/residence-card'
import { RhythmCard } from '@/components/visit/rhythm-card'
import { VisitList } from '@/components/visit/visit-list'
import { forPage, requireViewer } from '@/lib/access/viewer'
import { isId } from '@/lib/ids'
import { readCaseVisits } from '@/lib/visits/case-queries'
import { visitListHref } from '@/lib/visits/list-filter'

type Props = { params: Promise<{ caseId: string }> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('visits'))('title') }
}

/** The visits to a case, and how often its leader and helper unit were there. */
export default async function CaseVisitsPage({ params }: Props) {
  const { caseId } = await params
  if (!isId(caseId)) notFound()
  const viewer = await requireViewer()
  const found = await forPage(readCaseVisits(viewer, caseId))
  const { visits, nextCursor, rhythm, mayLog, residence, mayEnterResidence } = found
  const t = await getTranslations('visits')
  const locale = await getLocale()
  return (
    <div className="stack">
      <EntryTabs
        current="visits"
        visits={`/cases/${caseId}/visits`}
        records={`/cases/${caseId}/records`}
      />
      {rhythm.length > 0 ? <RhythmCard facts={rhythm} locale={locale} /> : null}
      {residence.length > 0 || mayEnterResidence ? (
        <ResidenceCard months={residence} enters={mayEnterResidence} locale={locale} />
      ) : null}
      <Card
        flush
        title={t('onCase.title')}
        aside={
          mayLog ? (
            <LinkButton size="sm" href={`/visits/new?case=${caseId}`}>
              {t('log')}
            </LinkButton>
          ) : undefined
        }
        foot={
          nextCursor ? (
            <TextLink quiet href={visitListHref({ case: caseId })}>
              {t('onCase.more')} ›
            </TextLink>
          ) : undefined
        }
      >
        {visits.length === 0 ? (
          <EmptyState title={t('empty')}>{mayLog ? t('emptyText') : null}</EmptyState>
        ) : (
          <VisitList visits={visits} locale={locale} today={viewer.today} ofOne />
        )}
      </Card>
    </div>
  )
}
