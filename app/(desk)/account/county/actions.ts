'use server'
import { requireApiSession } from '@/lib/access/viewer'
import { chooseCountyInput } from '@/lib/accounts/schema'
import { chooseCounty } from '@/lib/accounts/sessions'
import { publicAction } from '@/lib/action'

export const chooseCountyAction = publicAction({
  schema: chooseCountyInput,
  run: async ({ countyId }) => chooseCounty(await requireApiSession(), countyId),
  done: () => ({ to: '/' }),
})
