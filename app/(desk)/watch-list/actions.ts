'use server'
import { action } from '@/lib/action'
import {
  clearListing,
  declineListing,
  listDirectly,
  listProposed,
  replyToListing,
} from '@/lib/watch-list/commands'
import {
  clearListingInput,
  declineListingInput,
  listDirectlyInput,
  listProposedInput,
  replyToListingInput,
} from '@/lib/watch-list/schema'

const to = (id: string) => `/watch-list/${id}`

export const listNew = action({
  schema: listDirectlyInput,
  permission: 'watch.decide',
  run: listDirectly,
  done: (id) => ({ to: to(id), say: { code: 'watchList.done.list' } }),
})

export const list = action({
  schema: listProposedInput,
  permission: 'watch.decide',
  run: listProposed,
  done: (id) => ({ to: to(id), say: { code: 'watchList.done.list' } }),
})

export const decline = action({
  schema: declineListingInput,
  permission: 'watch.decide',
  run: declineListing,
  done: (id) => ({ to: to(id), say: { code: 'watchList.done.decline' } }),
})

export const clear = action({
  schema: clearListingInput,
  permission: 'watch.decide',
  run: clearListing,
  done: (id) => ({ to: to(id), say: { code: 'watchList.done.clear' } }),
})

export const reply = action({
  schema: replyToListingInput,
  permission: 'watch.reply',
  run: replyToListing,
  done: (id) => ({ to: to(id), say: { code: 'watchList.done.reply' } }),
})
