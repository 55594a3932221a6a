'use server'
import { action } from '@/lib/action'
import { cancelSpotCheck, reassignSpotCheck, recuseFromCheck } from '@/lib/spot-checks/commands'
import {
  answerMaterial,
  requestMaterial,
  withdrawMaterial,
} from '@/lib/spot-checks/material-commands'
import { correctSpotCheck, submitSpotCheck } from '@/lib/spot-checks/report-commands'
import {
  answerMaterialInput,
  cancelCheckInput,
  correctCheckInput,
  reassignInput,
  recuseInput,
  requestMaterialInput,
  submitCheckInput,
  withdrawMaterialInput,
} from '@/lib/spot-checks/schema'

const toCheck = ({ spotCheckId }: { spotCheckId: string }) => `/spot-checks/${spotCheckId}`

export const submit = action({
  schema: submitCheckInput,
  permission: 'spotCheck.write',
  run: submitSpotCheck,
  done: (_, input) => ({ to: toCheck(input), say: { code: 'spotChecks.done.submit' } }),
})

export const correct = action({
  schema: correctCheckInput,
  permission: 'spotCheck.write',
  run: correctSpotCheck,
  done: (_, input) => ({ to: toCheck(input), say: { code: 'spotChecks.done.correct' } }),
})

export const recuse = action({
  schema: recuseInput,
  permission: 'spotCheck.write',
  run: recuseFromCheck,
  done: () => ({ to: '/spot-checks', say: { code: 'spotChecks.done.recuse' } }),
})

export const reassign = action({
  schema: reassignInput,
  permission: 'spotCheck.assign',
  run: reassignSpotCheck,
  done: (_, input) => ({ to: toCheck(input), say: { code: 'spotChecks.done.reassign' } }),
})

export const cancel = action({
  schema: cancelCheckInput,
  permission: 'spotCheck.assign',
  run: cancelSpotCheck,
  done: (_, input) => ({ to: toCheck(input), say: { code: 'spotChecks.done.cancel' } }),
})

export const ask = action({
  schema: requestMaterialInput,
  permission: 'material.request',
  run: requestMaterial,
  done: () => ({ say: { code: 'spotChecks.done.ask' } }),
})

export const answer = action({
  schema: answerMaterialInput,
  permission: 'material.answer',
  run: answerMaterial,
  done: () => ({ say: { code: 'spotChecks.done.answer' } }),
})

export const withdraw = action({
  schema: withdrawMaterialInput,
  permission: 'material.request',
  run: withdrawMaterial,
  done: () => ({ say: { code: 'spotChecks.done.withdrawMaterial' } }),
})
