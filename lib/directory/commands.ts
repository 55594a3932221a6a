import 'server-only'
import type { z } from 'zod'
import { authorize } from '@/lib/access/policy'
import type { Viewer } from '@/lib/access/viewer-types'
import { transaction } from '@/lib/db'
import { InvalidInput, RuleBroken } from '@/lib/errors'
import { parseDivisions } from './divisions'
import type { importDivisionsInput } from './schema'
import { type ImportResult, storeDivisions } from './store-divisions'
import { tableText } from './text'

/**
 * Imports a division file into the viewer's county. Lines of other counties are left out; refused
 * lines stop the import unless `goodRowsOnly` says to take the rest.
 */
export async function importDivisionFile(
  viewer: Viewer,
  input: z.infer<typeof importDivisionsInput>,
): Promise<ImportResult> {
  const grant = authorize(viewer, 'directory.import', { countyId: viewer.countyId })
  const text = tableText(await input.file.arrayBuffer())
  const { rows, refusals } = parseDivisions(text, { county: viewer.countyId, others: 'skip' })
  if (refusals.length > 0 && (rows.length === 0 || !input.goodRowsOnly)) {
    const reasons = refusals.slice(0, 20).map(({ line, code, params }) => ({
      code: 'lineRefused',
      params: { line, reason: code, ...params },
    }))
    throw new RuleBroken('linesRefused', { count: refusals.length }, reasons)
  }
  if (rows.length === 0) throw new InvalidInput([{ field: 'file', code: 'noLineOfCounty' }])
  return transaction(viewer, (tx) =>
    storeDivisions(
      tx,
      { viewer, grant },
      { countyId: viewer.countyId, rows, file: input.file.name },
    ),
  )
}
