import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { FilesCard } from '@/components/attachment/files-card'
import { MeasureChart } from '@/components/case/measure-chart'
import { ProblemList } from '@/components/case/problem-list'
import { MeasureQuestions } from '@/components/finding/measure-questions'
import { LinkButton } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { can } from '@/lib/access/policy'
import { forPage, requireViewer } from '@/lib/access/viewer'
import { readFilesOf } from '@/lib/attachments/list-queries'
import { readQuestions } from '@/lib/findings/question-queries'
import { isId } from '@/lib/ids'
import { type PlanPage, readPlan } from '@/lib/plans/queries'
import { coverageOf } from '@/lib/problems/coverage'
import { PlanCard } from './plan-card'
import { PlanNotice } from './plan-notice'

type Props = { params: Promise<{ caseId: string }> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('plans'))('title') }
}

/** 方案与措施: the timetable of the measures in force, the problems, and how the plan stands. */
export default async function PlanTab({ params }: Props) {
  const { caseId } = await params
  if (!isId(caseId)) notFound()
  const viewer = await requireViewer()
  const page = await forPage(readPlan(viewer, caseId))
  const { kase, subject, measures, problems } = page
  const plan = page.working?.status === 'SUBMITTED' ? page.working : page.approved
  const files = plan && (await forPage(readFilesOf(viewer, caseId, 'PLAN', [plan.id])))
  const questions = await readQuestions(viewer, caseId)
  const t = await getTranslations('plans')
  const done = measures.filter(({ status }) => status === 'DONE').length
  const counted = measures.filter(({ status }) => status !== 'CANCELLED').length
  const verified = problems.filter(({ status }) => status === 'VERIFIED').length
  const working = kase.stage === 'RECTIFYING' && !kase.paused
  const adds = ['CANDIDATE', 'PLANNING', 'RECTIFYING'].includes(kase.stage) && !kase.paused
  return (
    <div className="two-col">
      <div className="stack">
        <PlanNotice page={page} viewer={viewer} />
        <MeasureQuestions questions={questions} />
        {measures.length > 0 ? (
          <Card id="measures" flush title={t('measuresTitle', { total: counted, done })}>
            <MeasureChart caseId={caseId} measures={measures} today={viewer.today} />
          </Card>
        ) : null}
        <Card
          id="problems"
          flush
          title={t('problemsTitle', { total: problems.length, verified })}
          aside={
            adds && can(viewer, 'problem.edit', subject) ? (
              <LinkButton size="sm" href={`/cases/${caseId}/problems/new`}>
                {t('addProblem')}
              </LinkButton>
            ) : null
          }
        >
          <ProblemList
            caseId={caseId}
            problems={problems}
            coverage={coverageFor(page)}
            notes={page.notes}
            may={{
              solve: working && can(viewer, 'problem.solve', subject),
              verify: working && can(viewer, 'problem.verify', subject),
            }}
          />
        </Card>
      </div>
      <div className="stack">
        <PlanCard page={page} viewer={viewer} />
        {plan && files ? (
          <FilesCard
            caseId={caseId}
            of={{ kind: 'PLAN', id: plan.id }}
            page={files}
            title={t('files', { number: plan.number })}
          />
        ) : null}
      </div>
    </div>
  )
}

/** Coverage by the measures in force; before there are any, by the plan being drafted. */
function coverageFor({ measures, working }: PlanPage) {
  return coverageOf(measures.length > 0 ? measures : (working?.lines ?? []))
}
