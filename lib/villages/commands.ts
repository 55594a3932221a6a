import 'server-only'
import type { z } from 'zod'
import type { Viewer } from '@/lib/access/viewer-types'
import type { Changes } from '@/lib/audit/events'
import { type Actor, record } from '@/lib/audit/record'
import { fromDay, toDay } from '@/lib/dates'
import { type Tx, transaction } from '@/lib/db'
import { InvalidInput } from '@/lib/errors'
import { newId } from '@/lib/ids'
import { moveVillage, openCaseOf, openVillage } from './open-village'
import type { changeFactsInput, changeTeamInput } from './schema'
import type { WholeVillage } from './select'

/** Changes the basic facts of a village. */
export function changeFacts(viewer: Viewer, input: z.infer<typeof changeFactsInput>) {
  return transaction(viewer, async (tx) => {
    const { village, actor } = await openVillage(tx, viewer, { ...input, may: 'village.edit' })
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
    const { village, actor } = await openVillage(tx, viewer, { ...input, may: 'village.edit' })
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

/** On the village's own chain, and on its open case: its gate looks at these facts. */
async function tellOf(tx: Tx, actor: Actor, village: WholeVillage, changes: Changes) {
  const { id: villageId, countyId, townshipId } = village
  await record(
    tx,
    actor,
    { villageId, countyId, townshipId },
    { kind: 'villageChanged', details: { village: village.name, code: village.code }, changes },
  )
  const open = await openCaseOf(tx, villageId)
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
