import 'server-only'
import type { z } from 'zod'
import { signature, type Viewer } from '@/lib/access/viewer-types'
import { recordOnCase } from '@/lib/cases/advance'
import { fromDay } from '@/lib/dates'
import { transaction } from '@/lib/db'
import { InvalidInput, RuleBroken } from '@/lib/errors'
import { emptyBox, lockBox } from './box'
import { figuresOf } from './figures'
import { openSurvey, told } from './open-survey'
import { entriesOf } from './paper-commands'
import { papersOf } from './rules'
import type { closeSurveyInput, publishSurveyInput } from './schema'
import type { WorkingSurvey } from './select'

/**
 * Closes a round and counts it, once and for all, by the rules of the case's batch. Every paper
 * ballot must have been typed twice alike or settled.
 */
export function closeRound(viewer: Viewer, input: z.output<typeof closeSurveyInput>) {
  return transaction(
    viewer,
    async (tx) => {
      const opened = await openSurvey(tx, viewer, { ...input, state: 'OPEN' })
      const { survey, kase, ruleSet } = opened
      const { id: surveyId, countyId, caseId } = survey
      if (!kase.batch) throw new RuleBroken('noRuleSet')
      await lockBox(tx)
      const papers = papersOf(await entriesOf(tx, surveyId))
      const open = papers.filter(({ vote }) => !vote)
      if (open.length > 0) throw new RuleBroken('papersOpen', { count: open.length })
      checkCounts(survey, input, papers.length)
      const closed = {
        closedOn: fromDay(viewer.today),
        closedByName: signature(opened.actor),
        paperIssued: input.paperIssued,
      }
      await tx.survey.update({
        where: { id: surveyId },
        data: { ...closed, state: 'CLOSED', version: { increment: 1 } },
        select: { id: true },
      })
      const basicCounts = ruleSet.criteria.survey.basic === 'COUNTS'
      let figures: ReturnType<typeof figuresOf> | undefined
      const votes = papers.flatMap(({ vote }) => vote ?? [])
      await emptyBox(tx, { countyId, surveyId }, votes, (ballots) => {
        figures = figuresOf(survey, ballots, basicCounts)
        return figures
      })
      if (!figures) throw new Error('the box was not counted')
      const present = survey.kind === 'MEETING' ? (input.present ?? null) : null
      if (present !== null && figures.returned > present) {
        throw new RuleBroken('moreThanPresent', { field: 'present' })
      }
      const { countedBy, scrutinisedBy, ledBy } = input
      await tx.surveyResult.create({
        data: {
          ...figures,
          ...{ surveyId, caseId, kind: survey.kind, number: survey.number, due: survey.due },
          ...{ present, basicCounts, countedBy, scrutinisedBy, ledBy },
          closedOn: closed.closedOn,
          issued: survey.issued + input.paperIssued,
          paper: papers.length,
          differing: papers.filter(({ differs }) => differs).length,
          typedBy: [
            ...new Set(
              papers.flatMap(({ first, second }) => [first?.byName ?? '', second?.byName ?? '']),
            ),
          ].sort(),
          ruleSetId: kase.batch.ruleSet.id,
          ruleSetVersion: ruleSet.version,
        },
        select: { surveyId: true },
      })
      const { returned, valid } = figures
      await recordOnCase(tx, opened, {
        kind: 'surveyClosed',
        internal: true,
        details: { ...told(survey), issued: survey.issued + input.paperIssued, returned, valid },
      })
    },
    120,
  )
}

type Counts = Pick<z.output<typeof closeSurveyInput>, 'present' | 'paperIssued'>

function checkCounts(survey: WorkingSurvey, { present, paperIssued }: Counts, papers: number) {
  const refuse = (field: string, code: string) => {
    throw new InvalidInput([{ field, code }])
  }
  if (survey.kind === 'MEETING' && present === undefined) refuse('present', 'required')
  if (survey.kind === 'MEETING' && (present ?? 0) > survey.due) refuse('present', 'moreThanDue')
  if (paperIssued < papers) refuse('paperIssued', 'fewerThanTyped')
  if (paperIssued + survey.issued > survey.due) refuse('paperIssued', 'moreThanDue')
}

/** The county office publishes a result; from then on everybody concerned reads it. */
export function publishRound(viewer: Viewer, input: z.output<typeof publishSurveyInput>) {
  return transaction(viewer, async (tx) => {
    const opened = await openSurvey(tx, viewer, { ...input, state: 'CLOSED' })
    const { survey } = opened
    const result = await tx.surveyResult.findUniqueOrThrow({
      where: { surveyId: survey.id },
      select: { shown: true, valid: true, votes: true, satisfied: true },
    })
    if (!result.shown) throw new RuleBroken('tooFewBallots')
    await tx.surveyResult.update({
      where: { surveyId: survey.id },
      data: { published: true },
      select: { surveyId: true },
    })
    await tx.survey.update({
      where: { id: survey.id },
      data: {
        state: 'PUBLISHED',
        publishedOn: fromDay(viewer.today),
        publishedByName: signature(opened.actor),
        version: { increment: 1 },
      },
      select: { id: true },
    })
    const { valid, votes, satisfied } = result
    await recordOnCase(tx, opened, {
      kind: 'surveyPublished',
      details: { ...told(survey), valid, votes: votes ?? 0, satisfied: satisfied ?? 0 },
      changes: { satisfaction: [null, `${satisfied}/${votes}`] },
    })
  })
}
