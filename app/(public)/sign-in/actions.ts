'use server'
import { signInHere } from '@/lib/accounts/browser-commands'
import { signInInput } from '@/lib/accounts/schema'
import { publicAction } from '@/lib/action'

export const signInAction = publicAction({
  schema: signInInput,
  run: signInHere,
  done: (_, { to }) => ({ to: to ?? '/' }),
})
