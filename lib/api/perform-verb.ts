import 'server-only'
import type { z } from 'zod'
import { visibleCases } from '@/lib/access/scope'
import type { Viewer } from '@/lib/access/viewer-types'
import { verbInputs } from '@/lib/cases/verb-inputs'
import { verbCommands } from '@/lib/cases/verbs'
import type { Verb } from '@/lib/cases/workflow'
import { transaction } from '@/lib/db'
import { NotFound } from '@/lib/errors'
import { checked } from './checked'

/** Runs one verb of the state machine and answers with where the case stands afterwards. */
export async function performVerb(
  viewer: Viewer,
  caseId: string,
  verb: string,
  body: Record<string, unknown>,
) {
  if (!isVerb(verb)) throw new NotFound('unknownVerb')
  const input = checked(verbInputs[verb] as z.ZodType, { ...body, caseId })
  const run = verbCommands[verb] as (viewer: Viewer, input: unknown) => Promise<unknown>
  await run(viewer, input)
  return transaction(viewer, async (tx) => {
    const kase = await tx.case.findFirst({
      where: { AND: [visibleCases(viewer), { id: caseId }] },
      select: { id: true, stage: true, version: true },
    })
    if (!kase) throw new NotFound()
    return kase
  })
}

function isVerb(name: string): name is Verb {
  return Object.hasOwn(verbInputs, name)
}
