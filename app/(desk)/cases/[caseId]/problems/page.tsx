import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { ProblemList } from '@/components/case/problem-list'
import { Card } from '@/components/ui/card'
import { can } from '@/lib/access/policy'
import { forPage, requireViewer } from '@/lib/access/viewer'
import { isId } from '@/lib/ids'
import { readPlan } from '@/lib/plans/queries'
import { coverageOf } from '@/lib/problems/coverage'

type Props = { params: Promise<{ caseId: string }> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('problems'))('title') }
}

/** All problems of a case on a page of their own, to print or to work through. */
export default async function ProblemsPage({ params }: Props) {
  const { caseId } = await params
  if (!isId(caseId)) notFound()
  const viewer = await requireViewer()
  const { kase, subject, problems, measures, working, notes } = await forPage(
    readPlan(viewer, caseId),
  )
  const t = await getTranslations('problems')
  const rectifying = kase.stage === 'RECTIFYING' && !kase.paused
  return (
    <Card flush title={t('title')}>
      <ProblemList
        caseId={caseId}
        problems={problems}
        coverage={coverageOf(measures.length > 0 ? measures : (working?.lines ?? []))}
        notes={notes}
        may={{
          solve: rectifying && can(viewer, 'problem.solve', subject),
          verify: rectifying && can(viewer, 'problem.verify', subject),
        }}
      />
    </Card>
  )
}
