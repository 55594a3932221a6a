import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { FilesCard } from '@/components/attachment/files-card'
import { TextLink } from '@/components/ui/link'
import { forPage, requireViewer } from '@/lib/access/viewer'
import { readFilesOf } from '@/lib/attachments/list-queries'
import { isId } from '@/lib/ids'
import { readPlan } from '@/lib/plans/queries'
import { ProblemFacts } from './problem-facts'
import { ProblemWork } from './problem-work'

type Props = { params: Promise<{ caseId: string; problemId: string }> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('problems'))('one') }
}

/** One problem: what it is, what answers it, how it was settled, and what the viewer can do. */
export default async function ProblemPage({ params }: Props) {
  const { caseId, problemId } = await params
  if (!isId(caseId) || !isId(problemId)) notFound()
  const viewer = await requireViewer()
  const page = await forPage(readPlan(viewer, caseId))
  const problem = page.problems.find(({ id }) => id === problemId)
  if (!problem) notFound()
  const files = await forPage(readFilesOf(viewer, caseId, 'PROBLEM', [problemId]))
  const t = await getTranslations('problems')
  return (
    <div className="stack">
      <p className="screen-only text-md">
        <TextLink href={`/cases/${caseId}/plan#problems`}>{t('back')}</TextLink>
      </p>
      <div className="two-col">
        <div className="stack">
          <ProblemFacts page={page} problem={problem} />
          <FilesCard caseId={caseId} of={{ kind: 'PROBLEM', id: problemId }} page={files} />
        </div>
        <ProblemWork page={page} problem={problem} viewer={viewer} />
      </div>
    </div>
  )
}
