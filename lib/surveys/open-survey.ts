import 'server-only'
import { authorize } from '@/lib/access/policy'
import { visibleSurveys } from '@/lib/access/scope-surveys'
import type { Viewer } from '@/lib/access/viewer-types'
import { changedMeanwhile, openCase, subjectOf } from '@/lib/cases/open-case'
import type { Tx } from '@/lib/db'
import { Conflict, NotFound } from '@/lib/errors'
import type { SurveyState } from '@/prisma/generated/enums'
import { type WorkingSurvey, workingSurvey } from './select'

type Wanted = { surveyId: string; version?: number; state: SurveyState }

/**
 * The one way a command gets at a round: outside the scope `NotFound`, not in the rulebook
 * `Forbidden`, in another state or changed meanwhile `Conflict`. Locks its case.
 */
export async function openSurvey(tx: Tx, viewer: Viewer, { surveyId, version, state }: Wanted) {
  const { caseId, ...place } = await findSurvey(tx, viewer, surveyId)
  authorize(viewer, 'survey.run', subjectOf({ ...place, id: caseId }))
  const opened = await openCase(tx, viewer, { caseId, may: 'survey.run' })
  const survey = await findSurvey(tx, viewer, surveyId)
  if (survey.state !== state) throw new Conflict('surveyElsewhere')
  if (version !== undefined && survey.version !== version) throw await changedMeanwhile(tx, caseId)
  return { ...opened, survey }
}

async function findSurvey(tx: Tx, viewer: Viewer, id: string): Promise<WorkingSurvey> {
  const survey = await tx.survey.findFirst({
    where: { AND: [visibleSurveys(viewer), { id }] },
    select: workingSurvey,
  })
  if (!survey) throw new NotFound()
  return survey
}

/** How an event names a round. */
export const told = ({ id, kind, number }: Pick<WorkingSurvey, 'id' | 'kind' | 'number'>) => ({
  surveyId: id,
  survey: kind,
  number,
})
