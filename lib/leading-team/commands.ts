import 'server-only'
import type { z } from 'zod'
import type { Viewer } from '@/lib/access/viewer-types'
import { type Day, fromDay, toDay } from '@/lib/dates'
import { type Tx, transaction } from '@/lib/db'
import { InvalidInput, NotFound } from '@/lib/errors'
import { newId } from '@/lib/ids'
import { differences, tellOf } from '@/lib/villages/commands'
import { moveVillage, openVillage } from '@/lib/villages/open-village'
import type { WholeVillage } from '@/lib/villages/select'
import { lineErrors, reserveErrors } from './line-rules'
import { endTerm, putHolder } from './put-holder'
import { isChangeOfHolder } from './rules'
import type { changeTeamInput, correctTermInput } from './schema'

type Input = z.infer<typeof changeTeamInput>

/**
 * Changes posts, holders and reserves of the leading team as one form: a holder from a later day
 * follows the present one, who is kept from–to; the rest sets right what was recorded.
 */
export function changeTeam(viewer: Viewer, input: Input): Promise<void> {
  return transaction(viewer, async (tx) => {
    const { village, actor } = await openVillage(tx, viewer, { ...input, may: 'village.edit' })
    const before = wordsOf(village)
    const errors = [
      ...lineErrors(input.posts, postsOf(village), viewer.today),
      ...reserveErrors(input.reserves, reservesOf(village), viewer.today),
    ]
    if (errors.length > 0) throw new InvalidInput(errors)
    await moveVillage(tx, village, {})
    await writePosts(tx, village, input, viewer.today)
    await writeReserves(tx, village, input)
    const changes = differences(before, {
      posts: input.posts.map((post) => words(post.title, post.holderName, post.fromOn)),
      reserves: input.reserves
        .filter(({ toOn }) => toOn === undefined)
        .map((reserve) => words(reserve.name, reserve.note, reserve.fromOn)),
    })
    await tellOf(tx, actor, village, changes)
  })
}

/** Records or sets right a former holder. */
export function correctTerm(
  viewer: Viewer,
  input: z.infer<typeof correctTermInput>,
): Promise<void> {
  return transaction(viewer, async (tx) => {
    const { village, actor } = await openVillage(tx, viewer, { ...input, may: 'village.edit' })
    const { termId, title, holderName, fromOn, toOn, reason } = input
    const before = termId
      ? await tx.formerHolder.findFirst({ where: { id: termId, villageId: village.id } })
      : null
    if (termId && !before) throw new NotFound()
    if (toOn > viewer.today) throw new InvalidInput([{ field: 'toOn', code: 'dateInFuture' }])
    if (fromOn && toOn < fromOn) {
      throw new InvalidInput([{ field: 'toOn', code: 'tooEarly', params: { min: fromOn } }])
    }
    await moveVillage(tx, village, {})
    const data = {
      ...{ title, holderName, reason },
      fromOn: fromOn ? fromDay(fromOn) : null,
      toOn: fromDay(toOn),
    }
    if (termId) await tx.formerHolder.update({ where: { id: termId }, data, select: { id: true } })
    else {
      await tx.formerHolder.create({
        data: { id: newId(), villageId: village.id, ...data },
        select: { id: true },
      })
    }
    await tellOf(tx, actor, village, {
      formerHolder: [
        before &&
          words(
            before.title,
            before.holderName,
            before.fromOn && toDay(before.fromOn),
            toDay(before.toOn),
          ),
        words(title, holderName, fromOn, toOn),
      ],
    })
  })
}

async function writePosts(tx: Tx, village: WholeVillage, { posts, reason }: Input, today: Day) {
  const kept = new Set(posts.map(({ id }) => id))
  const gone = village.posts.filter(({ id }) => !kept.has(id))
  for (const post of gone) await endTerm(tx, post, village.id, { fromOn: today, reason })
  await tx.leadingPost.deleteMany({ where: { id: { in: gone.map(({ id }) => id) } } })
  for (const [position, { id, title, holderName = null, fromOn }] of posts.entries()) {
    const since = holderName && fromOn ? fromDay(fromOn) : null
    const stored = village.posts.find((post) => post.id === id)
    if (!stored) {
      await tx.leadingPost.create({
        data: { id: newId(), villageId: village.id, title, holderName, fromOn: since, position },
        select: { id: true },
      })
      continue
    }
    const now = { holderName: stored.holderName, fromOn: stored.fromOn && toDay(stored.fromOn) }
    if (isChangeOfHolder(now, { holderName, fromOn: fromOn ?? null })) {
      // A post that falls vacant keeps the old day in the form: it is vacant from today then.
      const from = fromOn && (!now.fromOn || fromOn > now.fromOn) ? fromOn : today
      await putHolder(tx, stored, village.id, { holderName, fromOn: from, reason })
    }
    await tx.leadingPost.update({
      where: { id: stored.id },
      data: { title, holderName, fromOn: since, position },
      select: { id: true },
    })
  }
}

async function writeReserves(tx: Tx, village: WholeVillage, { reserves }: Input) {
  const day = (given?: Day) => (given ? fromDay(given) : null)
  for (const { id, name = '', note, fromOn, toOn, promotedTo = null } of reserves) {
    const data = { name, note, fromOn: day(fromOn), toOn: day(toOn), promotedTo }
    if (id) await tx.reserveCadre.update({ where: { id }, data, select: { id: true } })
    else {
      await tx.reserveCadre.create({
        data: { id: newId(), villageId: village.id, ...data },
        select: { id: true },
      })
    }
  }
}

const postsOf = (village: WholeVillage) =>
  village.posts.map(({ id, fromOn }) => ({ id, fromOn: fromOn && toDay(fromOn) }))
const reservesOf = (village: WholeVillage) => village.reserves.map(({ id }) => id)

function wordsOf({ posts, reserves }: WholeVillage) {
  const day = (given: Date | null) => given && toDay(given)
  return {
    posts: posts.map((post) => words(post.title, post.holderName, day(post.fromOn))),
    reserves: reserves.map((one) => words(one.name, one.note, day(one.fromOn))),
  }
}

/** A line of the team in the event: its parts with `:` between. */
function words(...parts: readonly (string | null | undefined)[]): string {
  return parts.map((part) => part ?? '').join(':')
}
