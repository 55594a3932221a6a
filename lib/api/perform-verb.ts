import 'server-only'
import type { z } from 'zod'
import { visibleCases } from '@/lib/access/scope'
import type { Viewer } from '@/lib/access/viewer-types'
import { verbInputs } from '@/lib/cases/verb-inputs'
import { verbCommands } from '@/lib/cases/verbs'
import type { Verb } from '@/lib/cases/workflow'
import { transaction } from '@/lib/db'
import { InvalidInput, NotFound } from '@/lib/errors'
import { fieldErrors } from '@/lib/form-issues'

/** Runs one verb of the state machine and answers with where the case stands afterwards. */
export async function performVerb(
  viewer: Viewer,
  caseId: string,
  verb: string,
  body: Record<string, unknown>,
) {
  if (!isVerb(verb)) throw new NotFound('unknownVerb')
  const input = { ...body, caseId }
  const parsed = (verbInputs[verb] as z.ZodType).safeParse(input)
  if (!parsed.success) {
    const found = Object.entries(fieldErrors(parsed.error.issues, input))
    throw new InvalidInput(
      found.flatMap(([field, messages]) => messages.map((message) => ({ field, ...message }))),
    )
  }
  const run = verbCommands[verb] as (viewer: Viewer, input: unknown) => Promise<unknown>
  await run(viewer, parsed.data)
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
