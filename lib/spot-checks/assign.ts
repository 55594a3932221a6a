import 'server-only'
import { authorize } from '@/lib/access/policy'
import { signature } from '@/lib/access/viewer-types'
import type { NewEvent } from '@/lib/audit/events'
import { type Actor, record } from '@/lib/audit/record'
import { type Day, fromDay } from '@/lib/dates'
import type { Tx } from '@/lib/db'
import { NotFound, RuleBroken } from '@/lib/errors'
import { newId } from '@/lib/ids'
import type { InspectionMethod } from '@/prisma/generated/enums'
import {
  type CheckedVillage,
  type Inspector,
  inspectorsOf,
  villagesToCheck,
} from './conflict-facts'
import { conflictMessages, conflictsOf } from './conflict-rules'
import type { Sheet } from './sheet'

export type NewCheck = { villageId: string; inspectorIds: readonly string[]; dueOn: Day }

type Assignment = {
  roundId: string
  method: InspectionMethod
  sheet: Sheet
  checks: readonly NewCheck[]
}

/**
 * Assigns the checks of a round to their inspectors, all or none, and returns their ids in the order
 * given. `RuleBroken('inspectorConflict')` with every conflict as a reason; `NotFound` for a village
 * outside the county or no longer there, or a person who is no inspector of it today. The events
 * stand on chains of their own: the timeline of a case would give an undercover check away.
 */
export async function assignSpotChecks(
  tx: Tx,
  actor: Actor,
  { roundId, method, sheet, checks }: Assignment,
): Promise<string[]> {
  const { viewer } = actor
  const grant = authorize(viewer, 'spotCheck.assign', { countyId: viewer.countyId })
  const people = [...new Set(checks.flatMap(({ inspectorIds }) => inspectorIds))]
  const inspectors = new Map((await inspectorsOf(tx, viewer, people)).map((one) => [one.id, one]))
  const villageIds = [...new Set(checks.map(({ villageId }) => villageId))]
  const villages = new Map(
    (await villagesToCheck(tx, viewer, villageIds)).map((one) => [one.id, one]),
  )
  const planned = checks.map(({ villageId, inspectorIds, dueOn }) => {
    const village = villages.get(villageId)
    const pair = [...new Set(inspectorIds)].map((id) => inspectors.get(id))
    if (!village || pair.length === 0 || pair.some((one) => !one)) throw new NotFound()
    return { id: newId(), village, pair: pair as Inspector[], dueOn }
  })
  refuseConflicts(planned)
  const cases = await casesOf(tx, villageIds, viewer.countyId)
  await tx.spotCheck.createMany({
    data: planned.map(({ id, village, pair, dueOn }) => ({
      ...{ id, roundId, method, sheet, villageId: village.id },
      caseId: cases.get(village.id) ?? null,
      dueOn: fromDay(dueOn),
      assignedById: viewer.userId,
      assignedByName: signature({ viewer, grant }),
      assignedOn: fromDay(viewer.today),
      inspectorNames: pair.map(({ name }) => name),
    })),
  })
  await tx.spotCheckInspector.createMany({
    data: planned.flatMap(({ id, pair }) => pair.map((one) => inspectorRow(id, one))),
  })
  for (const { id, village, pair, dueOn } of planned) {
    await tellApart(tx, { viewer, grant }, id, {
      kind: 'spotCheckAssigned',
      details: {
        spotCheckId: id,
        village: village.name,
        method,
        inspectors: pair.map(({ name }) => name),
        dueOn,
      },
    })
  }
  return planned.map(({ id }) => id)
}

/** The row that makes somebody an inspector of a check. */
export const inspectorRow = (spotCheckId: string, { id, name, organisationName }: Inspector) => ({
  ...{ id: newId(), spotCheckId, userId: id, name, organisationName },
})

/** Refuses when an inspector must not check one of the villages; every conflict is a reason. */
export function refuseConflicts(
  planned: readonly { village: CheckedVillage; pair: readonly Inspector[] }[],
): void {
  const reasons = planned.flatMap(({ village, pair }) =>
    pair.flatMap((inspector) =>
      conflictsOf(inspector, village).map((code) => ({
        code: conflictMessages[code],
        params: { inspector: inspector.name, village: village.name },
      })),
    ),
  )
  if (reasons.length > 0) throw new RuleBroken('inspectorConflict', {}, reasons)
}

/** The case a check of each village belongs to: the open one, else the last one closed. */
async function casesOf(tx: Tx, villageIds: readonly string[], countyId: string) {
  const rows = await tx.case.findMany({
    where: { countyId, villageId: { in: [...villageIds] }, stage: { not: 'NOT_CONFIRMED' } },
    orderBy: [{ closedOn: { sort: 'asc', nulls: 'last' } }, { id: 'asc' }],
    select: { id: true, villageId: true },
  })
  return new Map(rows.map(({ id, villageId }) => [villageId, id]))
}

/** Puts an event on the chain of a check itself, apart from its case: 内部, and no trace of it there. */
export function tellApart(tx: Tx, actor: Actor, spotCheckId: string, event: NewEvent) {
  const { countyId } = actor.viewer
  return record(tx, actor, { spotCheckId, countyId }, { ...event, internal: true })
}
