import 'server-only'
import { authorize } from '@/lib/access/policy'
import { visibleSurveys } from '@/lib/access/scope-surveys'
import type { Viewer } from '@/lib/access/viewer-types'
import { subjectOf } from '@/lib/cases/open-case'
import { toDay } from '@/lib/dates'
import { read } from '@/lib/db'
import { NotFound } from '@/lib/errors'
import { wholeSurvey } from './select'

/**
 * Everything a stranger needs to count a closed round again: its ballots in no order, the rule whether
 * 基本满意 counts, and the figures the product came to. For the county office, from ten ballots on.
 */
export const exportSurvey = (viewer: Viewer, id: string) =>
  read(viewer, async (tx) => {
    const survey = await tx.survey.findFirst({
      where: { AND: [visibleSurveys(viewer), { id }] },
      select: wholeSurvey,
    })
    if (!survey?.result?.shown) throw new NotFound()
    authorize(viewer, 'survey.run', subjectOf({ ...survey, id: survey.caseId }))
    const ballots = await tx.ballot.findMany({
      where: { surveyId: id },
      orderBy: { id: 'asc' },
      select: { answers: true },
    })
    const { result, kind, number, questions, sampling, population } = survey
    const { margin, ...figures } = result
    return {
      ...{ survey: id, village: survey.villageName, kind, number, questions, sampling, population },
      closedOn: survey.closedOn && toDay(survey.closedOn),
      codes: { satisfied: 1, basic: 2, dissatisfied: 3, unknown: 4, blank: 0, spoiled: 9 },
      ballots: ballots.map(({ answers }) => answers),
      figures: { ...figures, margin: margin === null ? null : Number(margin) },
    }
  })
