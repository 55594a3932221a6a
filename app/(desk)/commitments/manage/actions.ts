'use server'
import { action } from '@/lib/action'
import { draftCommitment } from '@/lib/commitments/commands'
import {
  acceptCommitmentInput,
  draftCommitmentInput,
  editCommitmentInput,
  evaluateCommitmentInput,
  publishCommitmentInput,
  reportCommitmentInput,
  returnCommitmentInput,
  withdrawCommitmentInput,
} from '@/lib/commitments/schema'
import {
  acceptCommitment,
  editCommitment,
  evaluateCommitment,
  publishCommitment,
  reportCommitment,
  returnCommitment,
  withdrawCommitment,
} from '@/lib/commitments/step-commands'

// The permission hangs on the level: each command asks for it itself.
const to = ({ id }: { id: string }) => `/commitments/manage/${id}`

export const draft = action({
  schema: draftCommitmentInput,
  run: draftCommitment,
  done: (stored) => ({ to: to(stored), say: { code: 'commitments.done.draft' } }),
})

export const edit = action({
  schema: editCommitmentInput,
  run: editCommitment,
  done: (stored) => ({ to: to(stored), say: { code: 'commitments.done.edit' } }),
})

export const accept = action({
  schema: acceptCommitmentInput,
  run: acceptCommitment,
  done: (stored) => ({ to: to(stored), say: { code: 'commitments.done.accept' } }),
})

export const sendBack = action({
  schema: returnCommitmentInput,
  run: returnCommitment,
  done: (stored) => ({ to: to(stored), say: { code: 'commitments.done.return' } }),
})

export const publish = action({
  schema: publishCommitmentInput,
  run: publishCommitment,
  done: (stored) => ({ to: to(stored), say: { code: 'commitments.done.publish' } }),
})

export const withdraw = action({
  schema: withdrawCommitmentInput,
  run: withdrawCommitment,
  done: (stored) => ({ to: to(stored), say: { code: 'commitments.done.withdraw' } }),
})

export const report = action({
  schema: reportCommitmentInput,
  run: reportCommitment,
  done: (stored) => ({ to: to(stored), say: { code: 'commitments.done.report' } }),
})

export const evaluate = action({
  schema: evaluateCommitmentInput,
  run: evaluateCommitment,
  done: (stored) => ({ to: to(stored), say: { code: 'commitments.done.evaluate' } }),
})
