'use server'
import { action } from '@/lib/action'
import { changeView, deleteView, saveView } from '@/lib/saved-views/commands'
import { changeViewInput, onView, saveViewInput } from '@/lib/saved-views/schema'

export const save = action({
  schema: saveViewInput,
  permission: 'case.read',
  run: saveView,
  done: (query, { name }) => ({
    to: query ? `/cases?${query}` : '/cases',
    say: { code: 'views.done.saved', params: { name } },
  }),
})

export const change = action({
  schema: changeViewInput,
  permission: 'case.read',
  run: changeView,
  done: () => ({ to: '/cases/views', say: { code: 'views.done.changed' } }),
})

export const remove = action({
  schema: onView,
  permission: 'case.read',
  run: deleteView,
  done: () => ({ to: '/cases/views', say: { code: 'views.done.deleted' } }),
})
