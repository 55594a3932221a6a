'use server'
import { headers } from 'next/headers'
import { signInInput } from '@/lib/accounts/schema'
import { setSessionCookie } from '@/lib/accounts/session-cookie'
import { signIn } from '@/lib/accounts/sign-in'
import { publicAction } from '@/lib/action'

export const signInAction = publicAction({
  schema: signInInput,
  run: async (input) => {
    const userAgent = (await headers()).get('user-agent') ?? ''
    await setSessionCookie(await signIn(input, { now: new Date(), userAgent }))
  },
  done: () => ({ to: '/' }),
})
