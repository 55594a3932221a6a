import 'server-only'
import type { z } from 'zod'
import { visibleInstructions, visibleRequests } from '@/lib/access/scope'
import type { Viewer } from '@/lib/access/viewer-types'
import {
  answerRequest,
  declineRequest,
  returnRequest,
  routeRequest,
  settleRequest,
  withdrawRequest,
} from '@/lib/coordination/commands'
import { type Tx, transaction } from '@/lib/db'
import { NotFound } from '@/lib/errors'
import {
  askExtension,
  grantExtension,
  refuseExtension,
  withdrawExtension,
} from '@/lib/extensions/commands'
import { answerInstruction } from '@/lib/instructions/commands'
import { returnInstruction } from '@/lib/instructions/return-commands'
import { instructionState } from '@/lib/instructions/rules'
import { addProgress, finishMeasure, reopenMeasure } from '@/lib/measures/commands'
import { changeProblem, reopenProblem, solveProblem, verifyProblem } from '@/lib/problems/commands'
import { checked } from './checked'
import { isPart, type Part, partInputs } from './part-inputs'
import { scoped } from './part-lists'

type Inputs<P extends Part> = (typeof partInputs)[P]['inputs']
type Commands = {
  [P in Part]: {
    [A in keyof Inputs<P>]: Inputs<P>[A] extends z.ZodType
      ? (viewer: Viewer, input: z.output<Inputs<P>[A]>) => Promise<unknown>
      : never
  }
}

/** The command behind each act: the very ones of the pages. */
const commands: Commands = {
  problems: {
    change: changeProblem,
    solve: solveProblem,
    verify: verifyProblem,
    reopen: reopenProblem,
  },
  measures: { addProgress, finish: finishMeasure, reopen: reopenMeasure, askExtension },
  extensions: { withdraw: withdrawExtension, grant: grantExtension, refuse: refuseExtension },
  coordination: {
    route: routeRequest,
    decline: declineRequest,
    answer: answerRequest,
    settle: settleRequest,
    return: returnRequest,
    withdraw: withdrawRequest,
  },
  instructions: { answer: answerInstruction, return: returnInstruction },
}

/** Runs one act on a part of a case and answers with how the part stands afterwards. */
export async function performAct(
  viewer: Viewer,
  { part, id, act }: { part: string; id: string; act: string },
  body: Record<string, unknown>,
) {
  if (!isPart(part)) throw new NotFound('unknownVerb')
  const { key, inputs } = partInputs[part]
  if (!Object.hasOwn(inputs, act)) throw new NotFound('unknownVerb')
  const input = checked((inputs as Record<string, z.ZodType>)[act], { ...body, [key]: id })
  const run = (commands[part] as Record<string, (viewer: Viewer, input: unknown) => unknown>)[act]
  await run?.(viewer, input)
  return transaction(viewer, async (tx) => {
    const row = await standing[part](tx, viewer, id)
    if (!row) throw new NotFound()
    return row
  })
}

type Standing = { id: string; status: string; version: number }

const select = { id: true, status: true, version: true } as const
const own = (viewer: Viewer, id: string) => ({ AND: [{ id }, scoped(viewer)] })

/** How each part stands for whoever acted on it. */
const standing: {
  [P in Part]: (tx: Tx, viewer: Viewer, id: string) => Promise<Standing | null>
} = {
  problems: (tx, viewer, id) => tx.problem.findFirst({ where: own(viewer, id), select }),
  measures: (tx, viewer, id) => tx.measure.findFirst({ where: own(viewer, id), select }),
  extensions: (tx, viewer, id) => tx.extension.findFirst({ where: own(viewer, id), select }),
  coordination: (tx, viewer, id) =>
    tx.coordinationRequest.findFirst({
      where: { AND: [{ id }, visibleRequests(viewer)] },
      select,
    }),
  instructions: async (tx, viewer, id) => {
    const row = await tx.instruction.findFirst({
      where: { AND: [{ id }, visibleInstructions(viewer)] },
      select: { id: true, version: true, answeredOn: true, returns: true },
    })
    return row && { id: row.id, status: instructionState(row), version: row.version }
  },
}
