import type { z } from 'zod'
import {
  askExtensionInput,
  grantExtensionInput,
  refuseExtensionInput,
  withdrawExtensionInput,
} from '@/lib/extensions/schema'
import { addProgressInput, finishMeasureInput, reopenMeasureInput } from '@/lib/measures/schema'
import {
  changeProblemInput,
  reopenProblemInput,
  solveProblemInput,
  verifyProblemInput,
} from '@/lib/problems/schema'

type PartInput = { key: string; inputs: Record<string, z.ZodObject> }

/** What may be done with a part of a case: the collection, the field of its id, and each act's input. */
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
} as const satisfies Record<string, PartInput>

export type Part = keyof typeof partInputs

export function isPart(name: string): name is Part {
  return Object.hasOwn(partInputs, name)
}
