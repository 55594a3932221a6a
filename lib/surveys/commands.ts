import 'server-only'
import type { z } from 'zod'
import { signature, type Viewer } from '@/lib/access/viewer-types'
import { recordOnCase } from '@/lib/cases/advance'
import { openCase, refusePaused } from '@/lib/cases/open-case'
import { fromDay, toDay } from '@/lib/dates'
import { transaction } from '@/lib/db'
import { Conflict, InvalidInput, RuleBroken } from '@/lib/errors'
import { newId } from '@/lib/ids'
import type { Stage } from '@/prisma/generated/enums'
import { isBegun, lockBox } from './box'
import { openSurvey, told } from './open-survey'
import type { changeSurveyInput, openSurveyInput } from './schema'

/** Stages in which a village is asked: from work under way until it is struck off. */
export const askedIn: readonly Stage[] = [
  'RECTIFYING',
  'TOWNSHIP_ACCEPTANCE',
  'COUNTY_ACCEPTANCE',
  'CONSOLIDATING',
]

/**
 * The county office opens a round for a case; one of each kind at a time. What it says of it is 内部
 * until the result is published. Returns its id.
 */
export function openRound(viewer: Viewer, input: z.output<typeof openSurveyInput>) {
  return transaction(viewer, async (tx) => {
    const { caseId, kind, endsOn, questions, due } = input
    const opened = await openCase(tx, viewer, { caseId, may: 'survey.run' })
    refusePaused(opened.kase)
    const { stage } = opened.kase
    if (!askedIn.includes(stage)) throw new Conflict('wrongStage', { stage })
    if (endsOn < viewer.today) throw new InvalidInput([{ field: 'endsOn', code: 'dateInPast' }])
    const before = await tx.survey.findMany({
      where: { caseId, kind },
      orderBy: { number: 'desc' },
      select: { number: true, state: true },
    })
    if (before.some(({ state }) => state === 'OPEN')) throw new RuleBroken('surveyOpenAlready')
    const survey = { id: newId(), kind, number: (before[0]?.number ?? 0) + 1 }
    await tx.survey.create({
      data: {
        ...survey,
        ...samplingOf(kind, input),
        ...{ caseId, questions, due },
        villageName: opened.kase.village.name,
        endsOn: fromDay(endsOn),
        openedOn: fromDay(viewer.today),
        openedById: viewer.userId,
        openedByName: signature(opened.actor),
      },
      select: { id: true },
    })
    await recordOnCase(tx, opened, {
      kind: 'surveyOpened',
      internal: true,
      details: { ...told(survey), due, endsOn },
    })
    return survey.id
  })
}

/** Who is asked until when changes while the round is open; its questions only before any answer. */
export function changeRound(viewer: Viewer, input: z.output<typeof changeSurveyInput>) {
  return transaction(viewer, async (tx) => {
    const { questions, due, endsOn } = input
    const opened = await openSurvey(tx, viewer, { ...input, state: 'OPEN' })
    const { survey } = opened
    if (endsOn < viewer.today) throw new InvalidInput([{ field: 'endsOn', code: 'dateInPast' }])
    if (due < survey.issued + survey.paperIssued) {
      throw new RuleBroken('moreThanDue', { field: 'due' })
    }
    const reworded = questions.join('\n') !== survey.questions.join('\n')
    if (reworded) {
      await lockBox(tx)
      if (await isBegun(tx, survey.id)) throw new RuleBroken('questionsFrozen')
    }
    const set = { ...samplingOf(survey.kind, input), due, endsOn: fromDay(endsOn) }
    await tx.survey.update({
      where: { id: survey.id },
      data: { ...set, ...(reworded && { questions }), version: { increment: 1 } },
      select: { id: true },
    })
    await recordOnCase(tx, opened, {
      kind: 'surveyChanged',
      internal: true,
      details: { ...told(survey), reworded },
      changes: {
        ...(reworded && { questions: [survey.questions, questions] as const }),
        due: [survey.due, due],
        endsOn: [toDay(survey.endsOn), endsOn],
      },
    })
  })
}

/** A meeting asks everybody who is due; only households are drawn or chosen. */
function samplingOf(
  kind: string,
  given: z.output<typeof changeSurveyInput> | z.output<typeof openSurveyInput>,
) {
  if (kind === 'MEETING')
    return { sampling: 'ALL' as const, population: null, samplingNote: given.samplingNote }
  const { sampling, population, samplingNote } = given
  return { sampling, population: population ?? null, samplingNote }
}
