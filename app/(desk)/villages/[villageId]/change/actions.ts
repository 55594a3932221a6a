'use server'
import { action } from '@/lib/action'
import * as commands from '@/lib/villages/change-commands'
import { changeCodeInput, mergeInput, renameInput, splitInput } from '@/lib/villages/schema'

const permission = 'village.change'

export const rename = action({
  schema: renameInput,
  permission,
  run: commands.rename,
  done: (_, input) => ({
    to: `/villages/${input.villageId}`,
    say: { code: 'villages.done.renamed' },
  }),
})

export const changeCode = action({
  schema: changeCodeInput,
  permission,
  run: commands.changeCode,
  done: (_, input) => ({ to: `/villages/${input.villageId}`, say: { code: 'villages.done.code' } }),
})

export const merge = action({
  schema: mergeInput,
  permission,
  run: commands.merge,
  done: (_, input) => ({
    to: `/villages/${input.successorId}`,
    say: { code: 'villages.done.merged' },
  }),
})

export const split = action({
  schema: splitInput,
  permission,
  run: commands.split,
  done: (id) => ({ to: `/villages/${id}`, say: { code: 'villages.done.split' } }),
})
