import 'server-only'
import type { z } from 'zod'
import { systemViewer } from '@/lib/access/system'
import { signature, type Viewer } from '@/lib/access/viewer-types'
import { recordOnCase } from '@/lib/cases/advance'
import { fromDay } from '@/lib/dates'
import { asSystem, transaction } from '@/lib/db'
import { NotFound, RuleBroken } from '@/lib/errors'
import { openSurvey, told } from './open-survey'
import type { issueTokensInput, voidIssueInput } from './schema'
import { hashToken, makeToken } from './token'

/**
 * Makes tokens and gives them out this once, for the slips that are printed from the answer: only
 * their hashes are kept, in an order of their own. Never more than there are people to answer.
 */
export function issueTokens(viewer: Viewer, input: z.output<typeof issueTokensInput>) {
  return transaction(viewer, async (tx) => {
    const { surveyId, issueId, channel, count } = input
    const opened = await openSurvey(tx, viewer, { surveyId, state: 'OPEN' })
    const { survey } = opened
    const { countyId } = survey
    const known = await tx.surveyIssue.count({ where: { id: issueId } })
    if (known > 0) throw new RuleBroken('issuedAlready')
    if (survey.issued + survey.paperIssued + count > survey.due) {
      throw new RuleBroken('moreThanDue', { field: 'count' })
    }
    const tokens = Array.from({ length: count }, makeToken)
    await tx.surveyIssue.create({
      data: {
        ...{ id: issueId, countyId, surveyId, channel, count },
        issuedOn: fromDay(viewer.today),
        byId: viewer.userId,
        byName: signature(opened.actor),
      },
      select: { id: true },
    })
    const hashes = tokens.map(hashToken).sort()
    await tx.surveyToken.createMany({
      data: hashes.map((hash) => ({ hash, countyId, surveyId, issueId })),
    })
    await tx.survey.update({
      where: { id: surveyId },
      data: { issued: { increment: count }, version: { increment: 1 } },
      select: { id: true },
    })
    await recordOnCase(tx, opened, {
      kind: 'surveyIssued',
      internal: true,
      details: { ...told(survey), channel, count },
    })
    return { survey, tokens }
  })
}

/** Takes back a lot of which nobody has used any: misprinted slips, a lost envelope. */
export function voidIssue(viewer: Viewer, input: z.output<typeof voidIssueInput>) {
  return transaction(viewer, async (tx) => {
    const { surveyId, issueId, reason } = input
    const opened = await openSurvey(tx, viewer, { surveyId, state: 'OPEN' })
    const { survey } = opened
    const issue = await tx.surveyIssue.findFirst({
      where: { id: issueId, surveyId, voidedOn: null },
      select: { count: true },
    })
    if (!issue) throw new NotFound()
    const removed = await asSystem(tx, systemViewer('tally', survey.countyId), () =>
      tx.surveyToken.deleteMany({ where: { issueId, spent: false } }),
    )
    if (removed.count !== issue.count) throw new RuleBroken('issueUsed')
    await tx.surveyIssue.update({
      where: { id: issueId },
      data: {
        voidedOn: fromDay(viewer.today),
        voidReason: reason,
        voidedByName: signature(opened.actor),
      },
      select: { id: true },
    })
    await tx.survey.update({
      where: { id: surveyId },
      data: { issued: { decrement: issue.count }, version: { increment: 1 } },
      select: { id: true },
    })
    await recordOnCase(tx, opened, {
      kind: 'surveyIssueVoided',
      internal: true,
      details: { ...told(survey), count: issue.count, reason },
    })
  })
}
