'use server'
import { action } from '@/lib/action'
import { switchDisclosure } from '@/lib/commitments/disclose-commands'
import { switchDisclosureInput } from '@/lib/commitments/schema'

export const switchPage = action({
  schema: switchDisclosureInput,
  permission: 'commitment.disclose',
  run: switchDisclosure,
  done: (_, { on }) => ({
    say: { code: on === 'yes' ? 'commitments.done.on' : 'commitments.done.off' },
  }),
})
