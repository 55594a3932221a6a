import type { z } from 'zod'
import {
  answerRequestInput,
  declineRequestInput,
  returnRequestInput,
  routeRequestInput,
  settleRequestInput,
  withdrawRequestInput,
} from '@/lib/coordination/schema'
import {
  askExtensionInput,
  grantExtensionInput,
  refuseExtensionInput,
  withdrawExtensionInput,
} from '@/lib/extensions/schema'
import { answerInstructionInput, returnInstructionInput } from '@/lib/instructions/schema'
import { addProgressInput, finishMeasureInput, reopenMeasureInput } from '@/lib/measures/schema'
import {
  changeProblemInput,
  reopenProblemInput,
  solveProblemInput,
  verifyProblemInput,
} from '@/lib/problems/schema'

type PartInput = { key: string; inputs: Record<string, z.ZodObject> }

/** What may be done with a part of a case or a letter on it: the collection, the field of its id, and each act's input. */
export const partInputs = {
  problems: {
    key: 'problemId',
    inputs: {
      change: changeProblemInput,
      solve: solveProblemInput,
      verify: verifyProblemInput,
      reopen: reopenProblemInput,
    },
  },
  measures: {
    key: 'measureId',
    inputs: {
      addProgress: addProgressInput,
      finish: finishMeasureInput,
      reopen: reopenMeasureInput,
      askExtension: askExtensionInput,
    },
  },
  extensions: {
    key: 'extensionId',
    inputs: {
      withdraw: withdrawExtensionInput,
      grant: grantExtensionInput,
      refuse: refuseExtensionInput,
    },
  },
  coordination: {
    key: 'requestId',
    inputs: {
      route: routeRequestInput,
      decline: declineRequestInput,
      answer: answerRequestInput,
      settle: settleRequestInput,
      return: returnRequestInput,
      withdraw: withdrawRequestInput,
    },
  },
  instructions: {
    key: 'instructionId',
    inputs: { answer: answerInstructionInput, return: returnInstructionInput },
  },
} as const satisfies Record<string, PartInput>

export type Part = keyof typeof partInputs

export function isPart(name: string): name is Part {
  return Object.hasOwn(partInputs, name)
}
