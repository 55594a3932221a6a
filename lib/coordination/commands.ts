import 'server-only'
import type { z } from 'zod'
import { isOwnWork } from '@/lib/acceptance/rules'
import { systemViewer } from '@/lib/access/system'
import { selvesOf, signature, type Viewer } from '@/lib/access/viewer-types'
import type { Changes, NewEvent } from '@/lib/audit/events'
import { type Actor, record } from '@/lib/audit/record'
import { calendarNow } from '@/lib/calendar/queries'
import { recordOnCase } from '@/lib/cases/advance'
import { openCase, refusePaused } from '@/lib/cases/open-case'
import { isListed, isOpen } from '@/lib/cases/workflow'
import { type Day, fromDay, toDay } from '@/lib/dates'
import { asSystem, type Tx, transaction } from '@/lib/db'
import { Conflict, Forbidden, InvalidInput } from '@/lib/errors'
import { newId } from '@/lib/ids'
import { lightDates, serviceDue } from '@/lib/lights/rules'
import { newestRuleSet, ruleSetOf } from '@/lib/rule-sets/queries'
import type { RuleSet } from '@/lib/rule-sets/schema'
import { moveRequest, openRequest } from './open-request'
import { type CoordinationVerb, coordinationSteps } from './rules'
import type {
  answerRequestInput,
  declineRequestInput,
  raiseRequestInput,
  returnRequestInput,
  routeRequestInput,
  settleRequestInput,
  withdrawRequestInput,
} from './schema'

/**
 * A township raises what it cannot settle alone, on a case confirmed and open. The county office
 * owes an answer within the rule set's time for a township's requests (`extension`). Returns its id.
 */
export function raiseRequest(viewer: Viewer, input: z.infer<typeof raiseRequestInput>) {
  return transaction(viewer, async (tx) => {
    const { caseId, title, request } = input
    const opened = await openCase(tx, viewer, { caseId, may: 'coordination.raise' })
    refusePaused(opened.kase)
    const { stage } = opened.kase
    if (!isListed(stage) || !isOpen(stage)) throw new Conflict('wrongStage', { stage })
    const calendar = await calendarNow(tx)
    const due = serviceDue('extension', viewer.today, opened.ruleSet, calendar)
    const id = newId()
    await tx.coordinationRequest.create({
      data: {
        id,
        caseId,
        title,
        request,
        raisedById: viewer.userId,
        raisedByName: signature(opened.actor),
        raisedOn: fromDay(viewer.today),
        ...(await clock(tx, opened.ruleSet, due)),
      },
      select: { id: true },
    })
    await recordOnCase(tx, opened, { kind: 'coordinationRaised', details: { title, request } })
    return id
  })
}

/** The county office names a department and a deadline, or, until it is answered, changes them. */
export function routeRequest(viewer: Viewer, input: z.infer<typeof routeRequestInput>) {
  const { departmentId, dueOn, note } = input
  return step(viewer, input, 'route', async (tx, { request, grant, ruleSet }) => {
    if (dueOn < viewer.today) throw new InvalidInput([{ field: 'dueOn', code: 'dateInPast' }])
    const department = await tx.organisation.findFirst({
      where: { id: departmentId, countyId: viewer.countyId, kind: 'DEPARTMENT', active: true },
      select: { name: true },
    })
    if (!department) throw new InvalidInput([{ field: 'departmentId', code: 'invalidChoice' }])
    return {
      set: {
        departmentId,
        dueOn: fromDay(dueOn),
        routeNote: note,
        routedByName: signature({ viewer, grant }),
        routedOn: fromDay(viewer.today),
        ...(await clock(tx, ruleSet, dueOn)),
      },
      event: {
        kind: 'coordinationRouted',
        details: { title: request.title, department: department.name, dueOn, note },
        changes: {
          department: [request.department?.name ?? null, department.name],
          dueOn: [request.dueOn && toDay(request.dueOn), dueOn],
        },
      },
    }
  })
}

/** The county office declines: it is the township's own to settle, or cannot be done. */
export function declineRequest(viewer: Viewer, input: z.infer<typeof declineRequestInput>) {
  const { reason } = input
  return step(viewer, input, 'decline', async (_, { request, grant }) => ({
    set: ended({ viewer, grant }, reason),
    event: { kind: 'coordinationDeclined', details: { title: request.title, reason } },
  }))
}

/** The township confirms that it is settled; never whoever answered it. */
export function settleRequest(viewer: Viewer, input: z.infer<typeof settleRequestInput>) {
  const { note } = input
  return step(viewer, input, 'settle', async (_, { request, grant }) => {
    if (isOwnWork(selvesOf(viewer), [request.answeredById])) throw new Forbidden('ownWork')
    return {
      set: ended({ viewer, grant }, note),
      event: { kind: 'coordinationSettled', details: { title: request.title, text: note } },
    }
  })
}

/** The township returns an answer that settles nothing: the department's deadline runs on. */
export function returnRequest(viewer: Viewer, input: z.infer<typeof returnRequestInput>) {
  const { reason } = input
  return step(viewer, input, 'return', async (tx, { request, ruleSet }) => ({
    set: {
      returns: { increment: 1 },
      returnReason: reason,
      ...(request.dueOn ? await clock(tx, ruleSet, toDay(request.dueOn)) : {}),
    },
    event: { kind: 'coordinationReturned', details: { title: request.title, reason } },
  }))
}

/** The township takes it back, as long as it is not answered. */
export function withdrawRequest(viewer: Viewer, input: z.infer<typeof withdrawRequestInput>) {
  const { reason } = input
  return step(viewer, input, 'withdraw', async (_, { request, grant }) => ({
    set: ended({ viewer, grant }, reason),
    event: { kind: 'coordinationWithdrawn', details: { title: request.title, reason } },
  }))
}

/**
 * The department answers, or the county office writes down for it what it answered on paper. Works
 * for a department that does not read the case: only the event is written beyond its own scope.
 */
export function answerRequest(viewer: Viewer, input: z.infer<typeof answerRequestInput>) {
  return transaction(viewer, async (tx) => {
    const { request, grant } = await openRequest(tx, viewer, input, 'answer')
    const department = request.department?.name ?? ''
    await asSystem(tx, systemViewer('answer'), async () =>
      refusePaused(
        await tx.case.findUniqueOrThrow({
          where: { id: request.caseId },
          select: { paused: true },
        }),
      ),
    )
    await moveRequest(tx, request, 'answer', {
      answer: input.answer,
      answeredById: viewer.userId,
      answeredByName: signature({ viewer, grant }),
      answeredOn: fromDay(viewer.today),
      yellowOn: null,
      redOn: null,
    })
    const { caseId, countyId, townshipId } = request
    await asSystem(tx, systemViewer('answer'), () =>
      record(
        tx,
        { viewer, grant },
        { caseId, countyId, townshipId },
        {
          kind: 'coordinationAnswered',
          details: { title: request.title, department, text: input.answer },
          changes: changed(request.status, 'ANSWERED'),
        },
      ),
    )
  })
}

type Found = Awaited<ReturnType<typeof openRequest>> & { ruleSet: RuleSet }
type Step = { set: Parameters<typeof moveRequest>[3]; event: NewEvent }

/** A step of the county office or the township: the request locked, the step, its event. */
function step(
  viewer: Viewer,
  input: { requestId: string; version: number },
  verb: CoordinationVerb,
  work: (tx: Tx, found: Found) => Promise<Step>,
) {
  return transaction(viewer, async (tx) => {
    const { request, grant } = await openRequest(tx, viewer, input, verb)
    const { caseId, countyId, townshipId } = request
    const kase = await tx.case.findUniqueOrThrow({
      where: { id: caseId },
      select: { paused: true, batch: { select: { ruleSet: true } } },
    })
    refusePaused(kase)
    const ruleSet = kase.batch ? ruleSetOf(kase.batch.ruleSet) : await newestRuleSet(tx, countyId)
    const { set, event } = await work(tx, { request, grant, ruleSet })
    await moveRequest(tx, request, verb, set)
    const changes = { ...event.changes, ...changed(request.status, coordinationSteps[verb].to) }
    await record(tx, { viewer, grant }, { caseId, countyId, townshipId }, { ...event, changes })
  })
}

function changed(before: string, after: string): Changes {
  return before === after ? {} : { coordination: [before, after] }
}

function ended(actor: Actor, closingNote: string) {
  return {
    closingNote,
    closedByName: signature(actor),
    closedOn: fromDay(actor.viewer.today),
    yellowOn: null,
    redOn: null,
  }
}

/** The stored light dates of a deadline; letters turn yellow as the rule set says for requests. */
async function clock(tx: Tx, ruleSet: RuleSet, due: Day) {
  const calendar = await calendarNow(tx)
  const { yellowOn, redOn } = lightDates({ subject: 'extension', due, ruleSet, calendar })
  return { yellowOn: fromDay(yellowOn), redOn: fromDay(redOn) }
}
