import 'server-only'
import type { Changes } from '@/lib/audit/events'
import { calendarNow } from '@/lib/calendar/queries'
import type { OpenedCase } from '@/lib/cases/open-case'
import { fromDay, toDay } from '@/lib/dates'
import type { Tx } from '@/lib/db'
import { lightDates } from '@/lib/lights/rules'
import type { PlanLineRow, PlanVersionRow } from './select'

/** What approving a version did to the measures in force, for its event. */
export type Effect = { added: number; changed: number; cancelled: number; changes: Changes }

const inForce = {
  id: true,
  number: true,
  status: true,
  move: true,
  title: true,
  target: true,
  problemIds: true,
  organisationId: true,
  organisationName: true,
  personName: true,
  personPost: true,
  personUserId: true,
  startOn: true,
} as const

/**
 * Makes the measures in force follow an approved version. A new line becomes a measure with the
 * line's own id; a continued one changes its measure except the deadline, which moves only by
 * Extension; an open measure without a line is cancelled (经批准取消) for the reason of the
 * revision. What is done meanwhile stays done and as it is.
 */
export async function putInForce(
  tx: Tx,
  opened: OpenedCase,
  plan: PlanVersionRow,
): Promise<Effect> {
  const { kase } = opened
  const present = await tx.measure.findMany({
    where: { caseId: kase.id },
    orderBy: { number: 'asc' },
    select: inForce,
  })
  const byId = new Map(present.map((measure) => [measure.id, measure]))
  const fresh = plan.lines.filter((line) => line.measureId === null)
  const last = present.at(-1)?.number ?? 0
  const rows = await newMeasures(tx, opened, fresh, last)
  if (rows.length > 0) await tx.measure.createMany({ data: rows })
  await tx.$executeRaw`
    UPDATE plan_measures SET measure_id = id WHERE plan_id = ${plan.id}::uuid AND measure_id IS NULL`

  const changes: Changes = {}
  for (const row of rows) changes[`measure.${row.number}`] = [null, told(row)]
  let changed = 0
  for (const line of plan.lines) {
    const measure = line.measureId ? byId.get(line.measureId) : undefined
    if (measure?.status !== 'OPEN' || !line.startOn) continue
    const words = { ...wordsOf(line), startOn: line.startOn }
    const before = { ...wordsOf(measure), startOn: measure.startOn }
    if (JSON.stringify(words) === JSON.stringify(before)) continue
    await tx.measure.update({
      where: { id: measure.id },
      data: { ...words, version: { increment: 1 } },
      select: { id: true },
    })
    changes[`measure.${measure.number}`] = [told(before), told(words)]
    changed++
  }

  const continued = new Set(plan.lines.flatMap((line) => line.measureId ?? []))
  const dropped = present.filter(({ id, status }) => status === 'OPEN' && !continued.has(id))
  await cancel(tx, dropped, plan)
  for (const { number } of dropped) changes[`measure.${number}.status`] = ['OPEN', 'CANCELLED']
  return { added: rows.length, changed, cancelled: dropped.length, changes }
}

async function newMeasures(
  tx: Tx,
  { kase, ruleSet }: OpenedCase,
  lines: readonly PlanLineRow[],
  last: number,
) {
  const calendar = await calendarNow(tx)
  return lines.map((line, index) => {
    const { startOn, dueOn } = line
    if (!startOn || !dueOn) throw new Error(`line ${line.id} was submitted without its dates`)
    const due = toDay(dueOn)
    const lights = lightDates({ subject: 'measure', due, ruleSet, calendar })
    return {
      ...wordsOf(line),
      id: line.id,
      caseId: kase.id,
      number: last + index + 1,
      startOn,
      dueOn,
      originalDueOn: dueOn,
      yellowOn: fromDay(lights.yellowOn),
      redOn: fromDay(lights.redOn),
    }
  })
}

async function cancel(tx: Tx, measures: readonly { id: string }[], plan: PlanVersionRow) {
  if (measures.length === 0) return
  const ids = measures.map(({ id }) => id)
  await tx.measure.updateMany({
    where: { id: { in: ids } },
    data: {
      status: 'CANCELLED',
      cancelReason: plan.revisionReason,
      version: { increment: 1 },
    },
  })
  // A request about a measure that is no more waits for nobody.
  await tx.extension.updateMany({
    where: { measureId: { in: ids }, status: 'REQUESTED' },
    data: { status: 'WITHDRAWN', version: { increment: 1 } },
  })
}

type Words = Pick<
  PlanLineRow,
  Exclude<keyof typeof inForce, 'id' | 'number' | 'status' | 'startOn'>
>

function wordsOf(row: Words): Words {
  const { move, title, target, problemIds, organisationId, organisationName } = row
  const { personName, personPost, personUserId } = row
  return {
    move,
    title,
    target,
    problemIds,
    organisationId,
    organisationName,
    personName,
    personPost,
    personUserId,
  }
}

/** What lists and reports show of a measure. */
function told(row: Words & { startOn: Date; dueOn?: Date }) {
  const { move, title, organisationName, personName, startOn, dueOn } = row
  return {
    move,
    title,
    organisation: organisationName,
    person: personName,
    startOn: toDay(startOn),
    ...(dueOn ? { dueOn: toDay(dueOn) } : {}),
  }
}
