import 'server-only'
import type { z } from 'zod'
import type { Viewer } from '@/lib/access/viewer-types'
import { transaction } from '@/lib/db'
import { NotFound } from '@/lib/errors'
import {
  askExtension,
  grantExtension,
  refuseExtension,
  withdrawExtension,
} from '@/lib/extensions/commands'
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
    const where = { AND: [{ id }, scoped(viewer)] }
    const select = { id: true, status: true, version: true } as const
    const row =
      part === 'problems'
        ? await tx.problem.findFirst({ where, select })
        : part === 'measures'
          ? await tx.measure.findFirst({ where, select })
          : await tx.extension.findFirst({ where, select })
    if (!row) throw new NotFound()
    return row
  })
}
