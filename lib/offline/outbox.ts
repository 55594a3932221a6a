import { keepItem, readItem, readItems, readPhoto } from './device'
import type { Item } from './item'
import { postItem } from './post'
import type { Outbox, Post } from './send'
import type { DataKey } from './vault'

/** The outbox of a person on this phone; `onKept` hears of everything that is saved. */
export function outboxOf(
  key: DataKey,
  owner: string,
  onKept: (item: Item) => void = () => undefined,
): Outbox {
  return {
    read: async () => (await readItems(key, owner)).items,
    readOne: (id) => readItem(key, id),
    keep: async (item) => {
      const kept = await keepItem(key, owner, item)
      if (kept) onKept(kept)
      return kept
    },
  }
}

/** Sends what this person wrote, photos with the bytes that lie on the phone. */
export const postOf =
  (key: DataKey, owner: string): Post =>
  (item, parent) =>
    postItem(item, parent, { owner, readPhoto: (id) => readPhoto(key, id) })
