import 'server-only'
import { randomUUID } from 'node:crypto'
import type { z } from 'zod'
import { selvesOf, signature, type Viewer } from '@/lib/access/viewer-types'
import type { Actor } from '@/lib/audit/record'
import { type Tx, transaction } from '@/lib/db'
import { Conflict, Forbidden, InvalidInput, RuleBroken } from '@/lib/errors'
import { lockBox } from './box'
import { openSurvey } from './open-survey'
import { papersOf } from './rules'
import type { typePaperInput } from './schema'
import { typedPaper, type WorkingSurvey } from './select'

type Typed = z.output<typeof typePaperInput>

/**
 * Types one paper ballot, for the first or the second time; the second by another person. Without an
 * event: what was typed is gone when the round closes, the paper stays. Returns whether both agree.
 */
export function typePaper(viewer: Viewer, input: Typed) {
  return transaction(viewer, async (tx) => {
    const { number } = input
    const { survey, actor } = await openSurvey(tx, viewer, {
      ...input,
      version: undefined,
      state: 'OPEN',
    })
    if (number > survey.due) throw new InvalidInput([{ field: 'number', code: 'moreThanDue' }])
    const [paper] = papersOf(await entriesOf(tx, survey.id, number))
    if (paper?.second) throw new Conflict('paperTyped', { number })
    if (paper?.first && selvesOf(viewer).includes(paper.first.byId)) throw new Forbidden('paperOwn')
    if (!paper) await lockBox(tx)
    await write(tx, survey, actor, input, paper ? 2 : 1)
    const [now] = papersOf(await entriesOf(tx, survey.id, number))
    return { differs: now?.differs ?? false }
  })
}

/** The third step: with the paper in hand, somebody says what stands where two typings differ. */
export function settlePaper(viewer: Viewer, input: Typed) {
  return transaction(viewer, async (tx) => {
    const { survey, actor } = await openSurvey(tx, viewer, {
      ...input,
      version: undefined,
      state: 'OPEN',
    })
    const [paper] = papersOf(await entriesOf(tx, survey.id, input.number))
    if (!paper?.differs || paper.third) throw new RuleBroken('paperAgrees')
    await write(tx, survey, actor, input, 3)
  })
}

export function entriesOf(tx: Tx, surveyId: string, number?: number) {
  return tx.paperEntry.findMany({
    where: { surveyId, number },
    orderBy: [{ number: 'asc' }, { pass: 'asc' }],
    select: typedPaper,
  })
}

async function write(
  tx: Tx,
  survey: WorkingSurvey,
  actor: Actor,
  { number, answers, wish }: Typed,
  pass: 1 | 2 | 3,
) {
  if (answers.length !== survey.questions.length) {
    throw new InvalidInput([{ field: 'answers', code: 'questionsFrozen' }])
  }
  await tx.paperEntry.create({
    data: {
      // No time in it: the order in which paper is typed is nobody's business either.
      id: randomUUID(),
      ...{ countyId: survey.countyId, surveyId: survey.id, number, pass, answers, wish },
      byId: actor.viewer.userId,
      byName: signature(actor),
    },
    select: { id: true },
  })
}
