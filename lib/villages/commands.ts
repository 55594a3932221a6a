import 'server-only'
import type { z } from 'zod'
import { authorize } from '@/lib/access/policy'
import { visibleVillages } from '@/lib/access/scope'
import type { Viewer } from '@/lib/access/viewer-types'
import type { Changes } from '@/lib/audit/events'
import { type Actor, record } from '@/lib/audit/record'
import { fromDay, toDay } from '@/lib/dates'
import { type Tx, transaction } from '@/lib/db'
import { Conflict, InvalidInput, NotFound } from '@/lib/errors'
import { newId } from '@/lib/ids'
import type { changeFactsInput, changeTeamInput } from './schema'
import { type WholeVillage, wholeVillage } from './select'

/** Changes the basic facts of a village. */
export function changeFacts(viewer: Viewer, input: z.infer<typeof changeFactsInput>) {
  return transaction(viewer, async (tx) => {
    const { village, actor } = await openVillage(tx, viewer, input)
    if (input.factsOn > viewer.today) {
      throw new InvalidInput([{ field: 'factsOn', code: 'dateInFuture' }])
    }
    const after = {
      organisationType: input.organisationType,
      households: input.households ?? null,
      population: input.population ?? null,
      partyMembers: input.partyMembers ?? null,
      partyGroups: input.partyGroups ?? null,
      collectiveIncome: input.collectiveIncome ?? null,
      withoutIncome: input.withoutIncome,
      reserveCadres: input.reserveCadres,
    }
    const before = { ...village, factsOn: village.factsOn ? toDay(village.factsOn) : null }
    const changes = differences(before, { ...after, factsOn: input.factsOn })
    await moveVillage(tx, village, { ...after, factsOn: fromDay(input.factsOn) })
    await tellOf(tx, actor, village, changes)
  })
}

/** Changes posts and holders of the leading team; the list given replaces the present one. */
export function changeTeam(viewer: Viewer, input: z.infer<typeof changeTeamInput>) {
  return transaction(viewer, async (tx) => {
    const { village, actor } = await openVillage(tx, viewer, input)
    const kept = new Set(village.posts.map((post) => post.id))
    const stranger = input.posts.findIndex((post) => post.id && !kept.has(post.id))
    if (stranger >= 0) {
      throw new InvalidInput([{ field: `posts.${stranger}.title`, code: 'unknownField' }])
    }
    await moveVillage(tx, village, {})
    await tx.leadingPost.deleteMany({
      where: {
        villageId: village.id,
        id: { notIn: input.posts.flatMap((post) => post.id ?? []) },
      },
    })
    for (const [position, { id, title, holderName = null, fromOn }] of input.posts.entries()) {
      // A vacant post has nobody who could have taken it up.
      const since = holderName && fromOn ? fromDay(fromOn) : null
      const data = { title, holderName, fromOn: since, position }
      if (id) await tx.leadingPost.update({ where: { id }, data, select: { id: true } })
      else {
        await tx.leadingPost.create({
          data: { id: newId(), villageId: village.id, ...data },
          select: { id: true },
        })
      }
    }
    const before = village.posts.map((post) => postWords(post.title, post.holderName))
    const after = input.posts.map((post) => postWords(post.title, post.holderName ?? null))
    await tellOf(tx, actor, village, differences({ posts: before }, { posts: after }))
  })
}

async function openVillage(
  tx: Tx,
  viewer: Viewer,
  { villageId, version }: { villageId: string; version: number },
) {
  const village = await tx.village.findFirst({
    where: { AND: [visibleVillages(viewer), { id: villageId }] },
    select: wholeVillage,
  })
  if (!village) throw new NotFound()
  const grant = authorize(viewer, 'village.edit', village)
  if (village.version !== version) throw await changedMeanwhile(tx, village.id)
  return { village, actor: { viewer, grant } }
}

async function moveVillage(tx: Tx, village: WholeVillage, data: object) {
  const { count } = await tx.village.updateMany({
    where: { id: village.id, version: village.version },
    data: { ...data, version: { increment: 1 } },
  })
  if (count === 0) throw await changedMeanwhile(tx, village.id)
}

/** On the village's own chain, and on its open case: its gate looks at these facts. */
async function tellOf(tx: Tx, actor: Actor, village: WholeVillage, changes: Changes) {
  const { id: villageId, countyId, townshipId } = village
  await record(
    tx,
    actor,
    { villageId, countyId, townshipId },
    { kind: 'villageChanged', details: { village: village.name, code: village.code }, changes },
  )
  const open = await tx.case.findFirst({
    where: { villageId, stage: { notIn: ['CLOSED', 'NOT_CONFIRMED'] } },
    select: { id: true, countyId: true, townshipId: true },
  })
  if (!open) return
  await record(
    tx,
    actor,
    { caseId: open.id, countyId: open.countyId, townshipId: open.townshipId },
    { kind: 'villageFactsChanged', details: { village: village.name }, changes },
  )
}

/** The fields of `after` that say something else than `before`. */
function differences(before: Record<string, unknown>, after: Record<string, unknown>): Changes {
  return Object.fromEntries(
    Object.entries(after)
      .filter(([name, value]) => JSON.stringify(before[name]) !== JSON.stringify(value))
      .map(([name, value]) => [name, [before[name] ?? null, value] as const]),
  )
}

function postWords(title: string, holderName: string | null): string {
  return `${title}:${holderName ?? ''}`
}

async function changedMeanwhile(tx: Tx, villageId: string): Promise<Conflict> {
  const last = await tx.event.findFirst({
    where: { chain: `village:${villageId}` },
    orderBy: { seq: 'desc' },
    select: { actorName: true, at: true, kind: true },
  })
  return new Conflict(
    'changedMeanwhile',
    {},
    last ? { by: last.actorName, at: last.at.toISOString(), kind: last.kind } : undefined,
  )
}
