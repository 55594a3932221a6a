'use server'
import { action } from '@/lib/action'
import { answerAppeal, giveSelfScore, appeal as makeAppeal } from '@/lib/appraisals/appeal-commands'
import {
  announceAppraisal,
  askForComputing,
  openAppraisal,
  publishAppraisal,
  verifySheet,
} from '@/lib/appraisals/commands'
import {
  announceAppraisalInput,
  answerAppealInput,
  appealInput,
  computeAppraisalInput,
  openAppraisalInput,
  publishAppraisalInput,
  selfScoreInput,
  verifySheetInput,
} from '@/lib/appraisals/schema'

const year = (id: string) => `/appraisals/${id}`
const sheet = (id: string) => `/appraisals/sheets/${id}`

export const open = action({
  schema: openAppraisalInput,
  permission: 'appraisal.manage',
  run: openAppraisal,
  done: (id) => ({ to: year(id), say: { code: 'appraisals.done.open' } }),
})

export const compute = action({
  schema: computeAppraisalInput,
  permission: 'appraisal.manage',
  run: askForComputing,
  done: () => ({ say: { code: 'appraisals.done.compute' } }),
})

export const announce = action({
  schema: announceAppraisalInput,
  permission: 'appraisal.manage',
  run: announceAppraisal,
  done: (id) => ({ to: year(id), say: { code: 'appraisals.done.announce' } }),
})

export const publish = action({
  schema: publishAppraisalInput,
  permission: 'appraisal.manage',
  run: publishAppraisal,
  done: (id) => ({ to: year(id), say: { code: 'appraisals.done.publish' } }),
})

export const verify = action({
  schema: verifySheetInput,
  permission: 'appraisal.manage',
  run: verifySheet,
  done: (id) => ({ to: sheet(id), say: { code: 'appraisals.done.verify' } }),
})

export const score = action({
  schema: selfScoreInput,
  permission: 'appraisal.selfScore',
  run: giveSelfScore,
  done: (id) => ({ to: sheet(id), say: { code: 'appraisals.done.score' } }),
})

export const appeal = action({
  schema: appealInput,
  permission: 'appraisal.appeal',
  run: makeAppeal,
  done: (id) => ({ to: sheet(id), say: { code: 'appraisals.done.appeal' } }),
})

export const answer = action({
  schema: answerAppealInput,
  permission: 'appraisal.answer',
  run: answerAppeal,
  done: (id) => ({ to: sheet(id), say: { code: 'appraisals.done.answer' } }),
})
