'use server'
import { action } from '@/lib/action'
import { setFollow } from '@/lib/follows/commands'
import { followInput } from '@/lib/follows/schema'

export const follow = action({
  schema: followInput,
  permission: 'case.read',
  run: setFollow,
  done: (_, input) => ({
    say: { code: input.follow === 'on' ? 'views.done.followed' : 'views.done.unfollowed' },
  }),
})
