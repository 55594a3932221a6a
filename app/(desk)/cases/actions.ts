'use server'
import { action } from '@/lib/action'
import { setFollow } from '@/lib/follows/commands'
import { followInput, starInput } from '@/lib/follows/schema'

const star = {
  permission: 'case.read',
  run: setFollow,
  done: (_: unknown, { follow }: { follow: 'on' | 'off' }) => ({
    say: { code: follow === 'on' ? 'views.done.followed' : 'views.done.unfollowed' },
  }),
} as const

export const follow = action({ schema: followInput, ...star })

/** The star of a line in a list. */
export const followListed = action({ schema: starInput, ...star })
