import 'server-only'
import { type Day, fromDay, toDay } from '@/lib/dates'
import type { Tx } from '@/lib/db'
import { newId } from '@/lib/ids'
import type { PostTitle } from '@/prisma/generated/enums'
import { lastDayBefore } from './rules'

export type StoredPost = {
  id: string
  title: PostTitle
  holderName: string | null
  fromOn: Date | null
}

/** Somebody follows on a post from a day, or nobody; who held it is kept from–to. */
export async function putHolder(
  tx: Tx,
  post: StoredPost,
  villageId: string,
  next: { holderName: string | null; fromOn: Day; reason: string },
): Promise<void> {
  await endTerm(tx, post, villageId, next)
  await tx.leadingPost.update({
    where: { id: post.id },
    // A vacant post has nobody who could have taken it up.
    data: { holderName: next.holderName, fromOn: next.holderName ? fromDay(next.fromOn) : null },
    select: { id: true },
  })
}

/** Keeps who held a post until the day before another day. */
export async function endTerm(
  tx: Tx,
  { title, holderName, fromOn }: StoredPost,
  villageId: string,
  next: { fromOn: Day; reason: string },
): Promise<void> {
  if (!holderName) return
  const toOn = lastDayBefore(next.fromOn, fromOn ? toDay(fromOn) : null)
  await tx.formerHolder.create({
    data: {
      id: newId(),
      villageId,
      ...{ title, holderName, fromOn },
      toOn: fromDay(toOn),
      reason: next.reason,
    },
    select: { id: true },
  })
}
