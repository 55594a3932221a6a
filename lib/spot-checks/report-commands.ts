import 'server-only'
import { signature, type Viewer } from '@/lib/access/viewer-types'
import type { Actor } from '@/lib/audit/record'
import { fromDay } from '@/lib/dates'
import { type Tx, transaction } from '@/lib/db'
import { idTaken, type StoredEntry } from '@/lib/entries/sent'
import { sentHash } from '@/lib/entries/sent-hash'
import { Conflict } from '@/lib/errors'
import { newId } from '@/lib/ids'
import type { SpotCheckConclusion } from '@/prisma/generated/enums'
import { checkReport, refuseOwnConflict } from './check-report'
import { moveCheck, openCheck, tellOfCheck } from './open-check'
import type { CorrectCheck, Found, SubmitCheck } from './schema'
import type { WorkingCheck } from './select'
import type { Answers } from './sheet'

/**
 * Stores the report of a check under the id its author made, once: the same sent again, also at the
 * same time, gets the same answer. From then on the check is frozen, and visible to the township,
 * helper unit and work team; its findings stay with the county until they are sent.
 */
export function submitSpotCheck(viewer: Viewer, input: SubmitCheck): Promise<StoredEntry> {
  return transaction(viewer, async (tx) => {
    const { check, actor } = await openCheck(tx, viewer, input.spotCheckId, 'spotCheck.write')
    const stored = await findSent(tx, viewer, input)
    if (stored) return stored
    if (check.state !== 'ASSIGNED') throw new Conflict('checkElsewhere')
    const answers = await checkReport(tx, actor, check, input)
    await refuseOwnConflict(tx, actor, check)
    await moveCheck(tx, check, {
      state: 'SUBMITTED',
      visitedOn: fromDay(input.visitedOn),
      submittedOn: fromDay(viewer.today),
    })
    const sent = { ...input, answers, number: 1, reason: '', sentHash: hashOf(input) }
    await addReport(tx, actor, check, sent)
    await addFindings(tx, actor, check, input.visitedOn, input.findings)
    await tellOfCheck(tx, actor, check, {
      kind: 'spotCheckSubmitted',
      occurredOn: input.visitedOn,
      details: { spotCheckId: check.id, method: check.method, inspectors: check.inspectorNames },
    })
    return { id: input.id, version: 1 }
  })
}

/** What was submitted stays readable; a correction is the next version of the report, with its reason. */
export function correctSpotCheck(viewer: Viewer, input: CorrectCheck): Promise<StoredEntry> {
  return transaction(viewer, async (tx) => {
    const { check, actor } = await openCheck(tx, viewer, input.spotCheckId, 'spotCheck.write')
    const stored = await findSent(tx, viewer, input)
    if (stored) return stored
    if (check.state !== 'SUBMITTED') throw new Conflict('checkElsewhere')
    const answers = await checkReport(tx, actor, check, input)
    const last = await tx.spotCheckReport.count({ where: { spotCheckId: check.id } })
    const standing = await tx.finding.count({
      where: { spotCheckId: check.id, state: { not: 'WITHDRAWN' } },
    })
    const found = standing + input.findings.length > 0
    const conclusion: SpotCheckConclusion = found ? 'PROBLEMS' : 'NO_PROBLEM'
    await moveCheck(tx, check, { visitedOn: fromDay(input.visitedOn) })
    const sent = { ...input, answers, conclusion, number: last + 1, sentHash: hashOf(input) }
    await addReport(tx, actor, check, sent)
    await addFindings(tx, actor, check, input.visitedOn, input.findings)
    await tellOfCheck(tx, actor, check, {
      kind: 'spotCheckCorrected',
      internal: true,
      details: { spotCheckId: check.id, number: last + 1, reason: input.reason },
    })
    return { id: input.id, version: last + 1 }
  })
}

/** The report stored under this id, when it is the same one; another one under it is refused. */
async function findSent(tx: Tx, viewer: Viewer, input: SubmitCheck | CorrectCheck) {
  const stored = await tx.spotCheckReport.findUnique({
    where: { id: input.id },
    select: { number: true, authorId: true, sentHash: true },
  })
  if (!stored) return undefined
  if (stored.authorId !== viewer.userId || stored.sentHash !== hashOf(input)) throw idTaken()
  return { id: input.id, version: stored.number }
}

/** Ids of findings are left out: a form makes them anew each time it is sent. */
function hashOf({ findings, ...rest }: SubmitCheck | CorrectCheck): string {
  return sentHash({ ...rest, findings: findings.map(({ id: _, ...found }) => found) })
}

type Report = Pick<SubmitCheck, 'id' | 'visitedOn' | 'summary' | 'conclusion'> & {
  answers: Answers
  number: number
  reason: string
  sentHash: string
}

async function addReport(tx: Tx, actor: Actor, check: WorkingCheck, report: Report) {
  const { viewer } = actor
  const { id, number, conclusion, answers, summary, reason, sentHash, visitedOn } = report
  const { count } = await tx.spotCheckReport.createMany({
    skipDuplicates: true,
    data: {
      ...{ id, number, conclusion, answers, summary, reason, sentHash, spotCheckId: check.id },
      visitedOn: fromDay(visitedOn),
      authorId: viewer.userId,
      authorName: signature(actor),
      enteredOn: fromDay(viewer.today),
    },
  })
  // The id is somebody else's.
  if (count === 0) throw idTaken()
}

async function addFindings(
  tx: Tx,
  actor: Actor,
  check: WorkingCheck,
  foundOn: string,
  findings: readonly Found[],
) {
  const { viewer } = actor
  const rows = findings.map(({ id = newId(), measureId = null, ...found }) => ({
    ...{ id, measureId, ...found, villageId: check.villageId, spotCheckId: check.id },
    origin: 'SPOT_CHECK' as const,
    foundOn: fromDay(foundOn),
    recordedById: viewer.userId,
    recordedByName: signature(actor),
    recordedOn: fromDay(viewer.today),
  }))
  const { count } = await tx.finding.createMany({ skipDuplicates: true, data: rows })
  if (count < rows.length) throw idTaken()
  for (const { id, kind, gravity, text } of rows) {
    await tellOfCheck(tx, actor, check, {
      kind: 'findingRecorded',
      internal: true,
      occurredOn: foundOn,
      details: { findingId: id, origin: 'SPOT_CHECK', finding: kind, gravity, text },
    })
  }
}
