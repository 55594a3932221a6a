import 'server-only'
import { authorize } from '@/lib/access/policy'
import { visibleVillages } from '@/lib/access/scope'
import type { Actor } from '@/lib/audit/record'
import { lockVillage } from '@/lib/cases/lock-village'
import { type Day, fromDay, toDay } from '@/lib/dates'
import type { Tx } from '@/lib/db'
import { InvalidInput, NotFound, RuleBroken } from '@/lib/errors'
import { newId } from '@/lib/ids'
import type { RuleMessage } from '@/lib/rule-message'
import { moveVillage } from '@/lib/villages/open-village'
import { type WholeVillage, wholeVillage } from '@/lib/villages/select'
import { tellVillage } from '@/lib/villages/tell'
import { putHolder, type StoredPost } from './put-holder'
import { holderErrors, type TeamChange } from './rules'

/**
 * Changes the leading team of a village in the caller's transaction and tells it on the village's
 * chain and on its open case, whose gate looks at these facts. For those who may edit the village
 * (county office, its township): others get `Forbidden`, also from a record of theirs. Errors stand
 * by the names of `TeamChange`'s fields. Returns the id of the post or reserve concerned.
 */
export async function applyTeamChange(
  tx: Tx,
  actor: Actor,
  villageId: string,
  change: TeamChange,
): Promise<string> {
  const { viewer } = actor
  const where = { AND: [visibleVillages(viewer), { id: villageId }] }
  const seen = await tx.village.findFirst({ where, select: wholeVillage })
  if (!seen) throw new NotFound()
  authorize(viewer, 'village.edit', seen)
  await lockVillage(tx, villageId)
  const village = await tx.village.findUniqueOrThrow({
    where: { id: villageId },
    select: wholeVillage,
  })
  if (village.endedOn) throw new RuleBroken('villageEnded')
  const { id, event } = await changes[change.kind](tx, village, change as never, viewer.today)
  await moveVillage(tx, village, {})
  await tellVillage(tx, actor, village, event)
  return id
}

type Of<K extends TeamChange['kind']> = Extract<TeamChange, { kind: K }>

const changes = {
  async holderChanged(tx: Tx, village: WholeVillage, change: Of<'holderChanged'>, today: Day) {
    const { title, holderName, fromOn, reason = '' } = change
    const post = postOf(village, change)
    const now = {
      holderName: post?.holderName ?? null,
      fromOn: post?.fromOn ? toDay(post.fromOn) : null,
    }
    refuse(holderErrors(now, { holderName, fromOn }, today), 'fromOn')
    const id = post?.id ?? (await addPost(tx, village, { title }))
    await putHolder(
      tx,
      { ...(post ?? { title, holderName: null, fromOn: null }), id },
      village.id,
      {
        holderName,
        fromOn,
        reason,
      },
    )
    return { id, event: holderEvent(village, title, now.holderName, holderName, fromOn) }
  },

  async memberAdded(tx: Tx, village: WholeVillage, change: Of<'memberAdded'>, today: Day) {
    const { title, holderName, fromOn } = change
    refuse(fromOn > today ? [{ code: 'dateInFuture' }] : [], 'fromOn')
    const id = await addPost(tx, village, { title, holderName, fromOn: fromDay(fromOn) })
    return { id, event: holderEvent(village, title, null, holderName, fromOn) }
  },

  async reserveAdded(tx: Tx, village: WholeVillage, change: Of<'reserveAdded'>, today: Day) {
    const { name, fromOn, note = '' } = change
    refuse(fromOn > today ? [{ code: 'dateInFuture' }] : [], 'fromOn')
    const id = newId()
    await tx.reserveCadre.create({
      data: { id, villageId: village.id, name, note, fromOn: fromDay(fromOn) },
      select: { id: true },
    })
    const event = {
      kind: 'reserveCadreAdded' as const,
      details: { village: village.name, name, fromOn },
      changes: { reserves: [village.reserves.length, village.reserves.length + 1] as const },
    }
    return { id, event }
  },

  async reserveLeft(tx: Tx, village: WholeVillage, change: Of<'reserveLeft'>, today: Day) {
    const { reserveId, toOn, promotedTo } = change
    const reserve = village.reserves.find(({ id }) => id === reserveId)
    if (!reserve) throw new InvalidInput([{ field: 'reserveId', code: 'invalidChoice' }])
    if (toOn > today) refuse([{ code: 'dateInFuture' }], 'toOn')
    if (reserve.fromOn && toOn < toDay(reserve.fromOn)) {
      refuse([{ code: 'tooEarly', params: { min: toDay(reserve.fromOn) } }], 'toOn')
    }
    await tx.reserveCadre.update({
      where: { id: reserveId },
      data: { toOn: fromDay(toOn), promotedTo: promotedTo ?? null },
      select: { id: true },
    })
    const event = {
      kind: 'reserveCadreLeft' as const,
      details: { village: village.name, name: reserve.name, toOn, promotedTo: promotedTo ?? null },
      changes: { reserves: [village.reserves.length, village.reserves.length - 1] as const },
    }
    return { id: reserveId, event }
  },
}

/** The post meant: by id, the only one of its title, or the only vacant one; undefined when new. */
function postOf(
  village: WholeVillage,
  { title, postId }: Of<'holderChanged'>,
): StoredPost | undefined {
  if (postId) {
    const own = village.posts.find((post) => post.id === postId && post.title === title)
    if (!own) throw new InvalidInput([{ field: 'postId', code: 'invalidChoice' }])
    return own
  }
  const titled = village.posts.filter((post) => post.title === title)
  const vacant = titled.filter((post) => post.holderName === null)
  if (titled.length > 1 && vacant.length !== 1) refuse([{ code: 'postUnclear' }], 'postId')
  return titled.length > 1 ? vacant[0] : titled[0]
}

async function addPost(
  tx: Tx,
  village: WholeVillage,
  post: { title: StoredPost['title']; holderName?: string; fromOn?: Date },
): Promise<string> {
  const id = newId()
  await tx.leadingPost.create({
    data: { id, villageId: village.id, position: village.posts.length, ...post },
    select: { id: true },
  })
  return id
}

function holderEvent(
  village: WholeVillage,
  post: string,
  before: string | null,
  after: string | null,
  fromOn: Day,
) {
  return {
    kind: 'postHolderChanged' as const,
    details: { village: village.name, post, before, after, fromOn },
    changes: { [post]: [before, after] as const },
  }
}

/** Throws whatever stands against it, by its field. */
function refuse(errors: readonly RuleMessage[], field: string): void {
  if (errors.length === 0) return
  throw new InvalidInput(
    errors.map(({ code, params }) => ({
      field: code === 'sameHolder' ? 'holderName' : field,
      code,
      params,
    })),
  )
}
