'use server'
import { action } from '@/lib/action'
import { enterFinding, sendFinding, settleFinding, withdrawFinding } from '@/lib/findings/commands'
import {
  enterFindingInput,
  sendFindingInput,
  settleFindingInput,
  withdrawFindingInput,
} from '@/lib/findings/schema'

export const enter = action({
  schema: enterFindingInput,
  permission: 'finding.enter',
  run: enterFinding,
  done: ({ id }) => ({ to: `/findings/${id}`, say: { code: 'findings.done.enter' } }),
})

export const send = action({
  schema: sendFindingInput,
  permission: 'finding.send',
  run: sendFinding,
  done: () => ({ say: { code: 'findings.done.send' } }),
})

export const settle = action({
  schema: settleFindingInput,
  permission: 'finding.settle',
  run: settleFinding,
  done: () => ({ say: { code: 'findings.done.settle' } }),
})

export const withdraw = action({
  schema: withdrawFindingInput,
  permission: 'spotCheck.write',
  run: withdrawFinding,
  done: () => ({ say: { code: 'findings.done.withdraw' } }),
})
