'use server'
import { chooseCountyInput } from '@/lib/accounts/schema'
import { chooseCounty } from '@/lib/accounts/session-commands'
import { sessionAction } from '@/lib/action'

export const chooseCountyAction = sessionAction({
  schema: chooseCountyInput,
  run: (session, { countyId }) => chooseCounty(session, countyId),
  done: () => ({ to: '/' }),
})
