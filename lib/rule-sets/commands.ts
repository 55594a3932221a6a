import 'server-only'
import type { z } from 'zod'
import { authorize } from '@/lib/access/policy'
import type { Viewer } from '@/lib/access/viewer-types'
import { record } from '@/lib/audit/record'
import { transaction } from '@/lib/db'
import { Conflict } from '@/lib/errors'
import { newId } from '@/lib/ids'
import type { ruleSetFormInput } from './schema'

/**
 * Makes the county's next version of its rules; a version never changes afterwards, and a batch
 * keeps the one it was opened with. Returns the id.
 */
export function createRuleSet(
  viewer: Viewer,
  input: z.infer<typeof ruleSetFormInput>,
): Promise<string> {
  return transaction(viewer, async (tx) => {
    const { countyId } = viewer
    const grant = authorize(viewer, 'ruleSet.manage', { countyId })
    const { _max } = await tx.ruleSet.aggregate({ where: { countyId }, _max: { version: true } })
    const version = (_max.version ?? 0) + 1
    const id = newId()
    const content = { ...input.ruleSet, version }
    const { count } = await tx.ruleSet.createMany({
      data: [{ id, countyId, version, title: content.title, content }],
      skipDuplicates: true,
    })
    // Someone made the same version at the same moment.
    if (count === 0) throw new Conflict()
    await record(
      tx,
      { viewer, grant },
      { accountsOf: countyId },
      { kind: 'ruleSetCreated', details: { version, title: content.title } },
    )
    return id
  })
}
