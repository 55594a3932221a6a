import 'server-only'
import type { z } from 'zod'
import { isOwnWork } from '@/lib/acceptance/rules'
import type { Permission } from '@/lib/access/policy'
import { visibleCases } from '@/lib/access/scope'
import { selvesOf, signature, type Viewer } from '@/lib/access/viewer-types'
import type { Actor } from '@/lib/audit/record'
import { calendarNow } from '@/lib/calendar/queries'
import { recordOnCase } from '@/lib/cases/advance'
import { changedMeanwhile } from '@/lib/cases/open-case'
import { fromDay, toDay } from '@/lib/dates'
import { type Tx, transaction } from '@/lib/db'
import { Conflict, Forbidden, NotFound, RuleBroken } from '@/lib/errors'
import { newId } from '@/lib/ids'
import { lightDates, serviceDue } from '@/lib/lights/rules'
import { moveMeasure, type OpenedMeasure, openMeasure } from '@/lib/measures/open-measure'
import { extensionAllowed } from '@/lib/measures/rules'
import type { RuleMessage } from '@/lib/rule-message'
import type { Prisma } from '@/prisma/generated/client'
import type {
  askExtensionInput,
  grantExtensionInput,
  refuseExtensionInput,
  withdrawExtensionInput,
} from './schema'

/**
 * Asks for a later deadline of a measure, within the caps of the rule set. Its light follows the
 * county office's service time. Returns the id of the request.
 */
export function askExtension(viewer: Viewer, input: z.infer<typeof askExtensionInput>) {
  return transaction(viewer, async (tx) => {
    const { opened, measure } = await openMeasure(tx, viewer, { ...input, may: 'extension.ask' })
    if (measure.status !== 'OPEN') throw new Conflict('measureNotOpen')
    const reasons = await reasonsAgainst(tx, { opened, measure }, input.newDueOn)
    if (reasons.length > 0) throw refusal(reasons)
    const { ruleSet } = opened
    const calendar = await calendarNow(tx)
    const due = serviceDue('extension', viewer.today, ruleSet, calendar)
    const lights = lightDates({ subject: 'extension', due, ruleSet, calendar })
    const id = newId()
    await tx.extension.create({
      data: {
        id,
        caseId: measure.caseId,
        measureId: measure.id,
        oldDueOn: measure.dueOn,
        newDueOn: fromDay(input.newDueOn),
        reason: input.reason,
        requestedById: viewer.userId,
        requestedByName: signature(opened.actor),
        requestedOn: fromDay(viewer.today),
        yellowOn: fromDay(lights.yellowOn),
        redOn: fromDay(lights.redOn),
      },
      select: { id: true },
    })
    await recordOnCase(tx, opened, {
      kind: 'extensionAsked',
      details: {
        measure: measure.number,
        title: measure.title,
        oldDueOn: toDay(measure.dueOn),
        newDueOn: input.newDueOn,
        reason: input.reason,
      },
    })
    return id
  })
}

async function reasonsAgainst(
  tx: Tx,
  { opened, measure }: OpenedMeasure,
  newDueOn: string,
): Promise<RuleMessage[]> {
  const earlier = await tx.extension.findMany({
    where: { measureId: measure.id, status: { in: ['GRANTED', 'REQUESTED'] } },
    select: { status: true, oldDueOn: true, newDueOn: true },
  })
  const granted = earlier
    .filter(({ status }) => status === 'GRANTED')
    .map((row) => ({ oldDueOn: toDay(row.oldDueOn), newDueOn: toDay(row.newDueOn) }))
  const { reasons } = extensionAllowed({
    dueOn: toDay(measure.dueOn),
    newDueOn,
    granted,
    pending: earlier.length > granted.length,
    caps: opened.ruleSet.extensions,
  })
  const { today } = opened.actor.viewer
  return newDueOn <= today ? [...reasons, { code: 'extensionNotFuture' }] : reasons
}

function refusal(reasons: readonly RuleMessage[]): RuleBroken {
  const [first] = reasons
  if (reasons.length === 1 && first) {
    return new RuleBroken(first.code, { ...first.params, field: 'newDueOn' })
  }
  return new RuleBroken('extensionNotAllowed', {}, reasons)
}

/** Takes a request back; only by the person who asked. */
export function withdrawExtension(viewer: Viewer, input: z.infer<typeof withdrawExtensionInput>) {
  return transaction(viewer, async (tx) => {
    const { opened, measure, extension } = await openExtension(tx, viewer, input, 'extension.ask')
    if (!selvesOf(viewer).includes(extension.requestedById ?? ''))
      throw new Forbidden('notYourRequest')
    await moveExtension(tx, extension, { status: 'WITHDRAWN' })
    await recordOnCase(tx, opened, {
      kind: 'extensionWithdrawn',
      details: {
        measure: measure.number,
        title: measure.title,
        newDueOn: toDay(extension.newDueOn),
      },
    })
  })
}

/** Grants: moves the deadline and its light. By the county office, never by the one who asked. */
export function grantExtension(viewer: Viewer, input: z.infer<typeof grantExtensionInput>) {
  return transaction(viewer, async (tx) => {
    const found = await openExtension(tx, viewer, input, 'extension.decide')
    const { opened, measure, extension } = found
    refuseOwn(viewer, extension)
    const due = toDay(extension.newDueOn)
    const { ruleSet } = opened
    const calendar = await calendarNow(tx)
    const lights = lightDates({ subject: 'measure', due, ruleSet, calendar })
    await moveMeasure(tx, measure, {
      dueOn: extension.newDueOn,
      yellowOn: fromDay(lights.yellowOn),
      redOn: fromDay(lights.redOn),
    })
    await followInDraft(tx, measure.id, extension.newDueOn)
    await decide(tx, opened.actor, extension, 'GRANTED', input.note)
    const oldDueOn = toDay(measure.dueOn)
    await recordOnCase(tx, opened, {
      kind: 'extensionGranted',
      details: {
        measure: measure.number,
        title: measure.title,
        oldDueOn,
        newDueOn: due,
        note: input.note,
      },
      changes: { dueOn: [oldDueOn, due] },
    })
  })
}

/** A revision being drafted states the deadline in force; its editor is told by the version. */
async function followInDraft(tx: Tx, measureId: string, dueOn: Date): Promise<void> {
  const lines = await tx.planMeasure.findMany({
    where: { measureId, plan: { status: 'DRAFT' } },
    select: { id: true, planId: true },
  })
  for (const { id, planId } of lines) {
    await tx.planMeasure.update({ where: { id }, data: { dueOn }, select: { id: true } })
    await tx.plan.update({
      where: { id: planId },
      data: { version: { increment: 1 } },
      select: { id: true },
    })
  }
}

/** Refuses: the deadline stays; with a reason. */
export function refuseExtension(viewer: Viewer, input: z.infer<typeof refuseExtensionInput>) {
  return transaction(viewer, async (tx) => {
    const found = await openExtension(tx, viewer, input, 'extension.decide')
    const { opened, measure, extension } = found
    refuseOwn(viewer, extension)
    await decide(tx, opened.actor, extension, 'REFUSED', input.note)
    await recordOnCase(tx, opened, {
      kind: 'extensionRefused',
      details: {
        measure: measure.number,
        title: measure.title,
        newDueOn: toDay(extension.newDueOn),
        note: input.note,
      },
    })
  })
}

const pending = {
  id: true,
  measureId: true,
  status: true,
  version: true,
  newDueOn: true,
  requestedById: true,
} satisfies Prisma.ExtensionSelect

type Pending = Prisma.ExtensionGetPayload<{ select: typeof pending }>

/** A request that still waits, with its measure and case; the case is locked. */
async function openExtension(
  tx: Tx,
  viewer: Viewer,
  input: { caseId: string; extensionId: string; version: number },
  may: Permission,
): Promise<OpenedMeasure & { extension: Pending }> {
  const { caseId } = input
  const where = { AND: [{ id: input.extensionId, caseId }, { case: visibleCases(viewer) }] }
  const seen = await tx.extension.findFirst({ where, select: pending })
  if (!seen) throw new NotFound()
  const found = await openMeasure(tx, viewer, { caseId, measureId: seen.measureId, may })
  const extension = await tx.extension.findUniqueOrThrow({
    where: { id: seen.id },
    select: pending,
  })
  if (extension.status !== 'REQUESTED') throw new Conflict('extensionDecided')
  if (extension.version !== input.version) throw await changedMeanwhile(tx, caseId)
  return { ...found, extension }
}

function refuseOwn(viewer: Viewer, extension: Pending): void {
  if (isOwnWork(selvesOf(viewer), [extension.requestedById])) throw new Forbidden('ownWork')
}

function decide(
  tx: Tx,
  actor: Actor,
  extension: Pending,
  status: 'GRANTED' | 'REFUSED',
  decisionNote: string,
) {
  return moveExtension(tx, extension, {
    status,
    decidedById: actor.viewer.userId,
    decidedByName: signature(actor),
    decidedOn: fromDay(actor.viewer.today),
    decisionNote,
  })
}

function moveExtension(tx: Tx, extension: Pending, data: object) {
  return tx.extension.update({
    where: { id: extension.id, version: extension.version },
    data: { ...data, version: { increment: 1 } },
    select: { id: true },
  })
}
