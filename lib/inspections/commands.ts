import 'server-only'
import type { z } from 'zod'
import { authorize } from '@/lib/access/policy'
import { signature, type Viewer } from '@/lib/access/viewer-types'
import { fromDay, toDay, yearOf } from '@/lib/dates'
import { type Tx, transaction } from '@/lib/db'
import { Conflict, InvalidInput, NotFound, RuleBroken } from '@/lib/errors'
import { newId } from '@/lib/ids'
import { assignSpotChecks } from '@/lib/spot-checks/assign'
import { inspectorsOf } from '@/lib/spot-checks/conflict-facts'
import { moveRound, openRound, sheetOf, tellOfRound } from './open-round'
import { tellsCases } from './rules'
import type {
  cancelRoundInput,
  changeRoundInput,
  endRoundInput,
  pickVillageInput,
  planRoundInput,
  publishRoundInput,
} from './schema'

/** The county office plans a round; nobody outside it knows of it yet. Returns its id. */
export function planRound(viewer: Viewer, input: z.infer<typeof planRoundInput>) {
  return transaction(viewer, async (tx) => {
    const { countyId, today } = viewer
    const grant = authorize(viewer, 'inspection.plan', { countyId })
    await refuseForeignTownships(tx, viewer, input.townshipIds)
    const year = yearOf(today)
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext(${`rounds:${countyId}:${year}`}))`
    const last = await tx.inspectionRound.aggregate({
      where: { countyId, year },
      _max: { number: true },
    })
    const id = newId()
    await tx.inspectionRound.create({
      data: {
        ...planOf(input),
        id,
        countyId,
        year,
        number: (last._max.number ?? 0) + 1,
        createdById: viewer.userId,
        createdByName: signature({ viewer, grant }),
        createdOn: fromDay(today),
      },
      select: { id: true },
    })
    const { title, method, fromOn, toOn } = input
    await tellOfRound(tx, { viewer, grant }, id, 'roundPlanned', { title, method, fromOn, toOn })
    return id
  })
}

/** Changes a round of which no check is assigned yet, its question sheet included. */
export function changeRound(viewer: Viewer, input: z.infer<typeof changeRoundInput>) {
  return transaction(viewer, async (tx) => {
    const { round, actor } = await openRound(tx, viewer, input, 'change')
    await refuseForeignTownships(tx, viewer, input.townshipIds)
    await moveRound(tx, round, planOf(input))
    await tellOfRound(tx, actor, round.id, 'roundChanged', { title: input.title })
    return round.id
  })
}

/** Ends a round; refused while a check of it is still to come. */
export function endRound(viewer: Viewer, input: z.infer<typeof endRoundInput>) {
  return transaction(viewer, async (tx) => {
    const { round, actor } = await openRound(tx, viewer, input, 'end')
    const open = await tx.spotCheck.count({
      where: { roundId: round.id, state: { in: ['ASSIGNED', 'RECUSED'] } },
    })
    if (open > 0) throw new RuleBroken('roundChecksOpen', { count: open })
    await close(tx, viewer, round.id, 'ENDED', input.note)
    const { title } = round
    const details = { title, cancelled: false, note: input.note }
    await tellOfRound(tx, actor, round.id, 'roundEnded', details)
  })
}

/** Calls a round off before any check of it is assigned. */
export function cancelRound(viewer: Viewer, input: z.infer<typeof cancelRoundInput>) {
  return transaction(viewer, async (tx) => {
    const { round, actor } = await openRound(tx, viewer, input, 'cancel')
    await close(tx, viewer, round.id, 'CANCELLED', input.reason)
    const details = { title: round.title, cancelled: true, note: input.reason }
    await tellOfRound(tx, actor, round.id, 'roundEnded', details)
  })
}

const close = (
  tx: Tx,
  { today }: Viewer,
  id: string,
  state: 'ENDED' | 'CANCELLED',
  closingNote: string,
) => moveRound(tx, { id }, { state, closingNote, closedOn: fromDay(today) })

/**
 * Opens an ended round with its draws to every role of the county. Refused where its lists would tell
 * which villages are listed: those stay with who reads every case.
 */
export function publishRound(viewer: Viewer, input: z.infer<typeof publishRoundInput>) {
  return transaction(viewer, async (tx) => {
    const { round, actor } = await openRound(tx, viewer, input, 'publish')
    if (round.publishedOn) throw new Conflict('roundElsewhere')
    const weighted = await tx.draw.count({
      where: { roundId: round.id, NOT: { list: { contains: evenLots } } },
    })
    if (tellsCases(round.scope, weighted > 0 ? [0] : [])) throw new RuleBroken('roundTellsCases')
    const publishedOn = fromDay(viewer.today)
    await moveRound(tx, round, { publishedOn, publishedByName: signature(actor) })
    await tx.draw.updateMany({ where: { roundId: round.id }, data: { publishedOn } })
    await tx.roundPick.updateMany({ where: { roundId: round.id }, data: { publishedOn } })
    await tellOfRound(tx, actor, round.id, 'roundPublished', { title: round.title })
  })
}

/** The line of a list in which every village holds one lot. */
const evenLots = '\nlots\tred\t1\tyellow\t1\tgreen\t1\tnone\t1\n'

/**
 * Names a village by hand, with the reason, and assigns its check. Inspectors in conflict and a village
 * that is already in the round are refused.
 */
export function pickVillage(viewer: Viewer, input: z.infer<typeof pickVillageInput>) {
  return transaction(viewer, async (tx) => {
    const { round, actor } = await openRound(tx, viewer, input, 'pick')
    const { villageCode, reason, dueOn } = input
    refuseDay(dueOn, round.toOn, viewer)
    const village = await tx.village.findFirst({
      where: { countyId: viewer.countyId, code: villageCode, endedOn: null },
      select: { id: true, name: true, code: true },
    })
    if (!village) throw new InvalidInput([{ field: 'villageCode', code: 'villageUnknown' }])
    await refuseTwice(tx, round.id, [village])
    const inspectorIds = [...new Set(input.inspectorIds)]
    const people = await inspectorsOf(tx, viewer, inspectorIds)
    if (people.length !== inspectorIds.length) throw new NotFound()
    if (people.length < 2) throw new InvalidInput([{ field: 'inspectorIds', code: 'pairNeeded' }])
    const names = people.map(({ name }) => name)
    await tx.roundPick.create({
      data: {
        id: newId(),
        countyId: viewer.countyId,
        roundId: round.id,
        villageId: village.id,
        reason,
        inspectorIds,
        inspectors: names.join('、'),
        pickedById: viewer.userId,
        pickedByName: signature(actor),
        pickedOn: fromDay(viewer.today),
      },
      select: { id: true },
    })
    await tellOfRound(tx, actor, round.id, 'villagePicked', {
      village: village.name,
      code: village.code,
      inspectors: names,
      reason,
    })
    const checks = [{ villageId: village.id, inspectorIds, dueOn }]
    await assignSpotChecks(tx, actor, {
      roundId: round.id,
      method: round.method,
      sheet: sheetOf(round),
      checks,
    })
    await enter(tx, round, inspectorIds)
  })
}

/** Marks a round as under way by these inspectors, who read it from then on. */
export function enter(
  tx: Tx,
  round: { id: string; inspectorIds: readonly string[] },
  inspectorIds: readonly string[],
) {
  return moveRound(tx, round, {
    state: 'UNDERWAY',
    inspectorIds: [...new Set([...round.inspectorIds, ...inspectorIds])],
  })
}

/** A check falls due from today on and within the round. */
export function refuseDay(dueOn: string, toOn: Date, { today }: Viewer) {
  if (dueOn < today) throw new InvalidInput([{ field: 'dueOn', code: 'dateInPast' }])
  if (dueOn > toDay(toOn)) {
    const params = { max: toDay(toOn) }
    throw new InvalidInput([{ field: 'dueOn', code: 'tooLate', params }])
  }
}

/** No village is checked twice in one round. */
export async function refuseTwice(
  tx: Tx,
  roundId: string,
  villages: readonly { id: string; name: string }[],
) {
  const held = await tx.spotCheck.findMany({
    where: {
      roundId,
      villageId: { in: villages.map(({ id }) => id) },
      state: { not: 'CANCELLED' },
    },
    select: { villageId: true },
  })
  const twice = villages.filter(({ id }) => held.some(({ villageId }) => villageId === id))
  if (twice.length > 0) {
    throw new RuleBroken('villageInRound', { villages: twice.map(({ name }) => name).join('、') })
  }
}

function planOf(input: z.infer<typeof planRoundInput>) {
  const { title, method, fromOn, toOn, scope, townshipIds, purpose, questions } = input
  const [from, to] = [fromDay(fromOn), fromDay(toOn)]
  return { title, method, fromOn: from, toOn: to, scope, townshipIds, purpose, questions }
}

async function refuseForeignTownships(tx: Tx, { countyId }: Viewer, ids: readonly string[]) {
  const known = await tx.township.count({ where: { countyId, id: { in: [...ids] } } })
  if (known !== ids.length) {
    throw new InvalidInput([{ field: 'townshipIds', code: 'invalidChoice' }])
  }
}
