import 'server-only'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { systemViewer } from '@/lib/access/system'
import { today } from '@/lib/clock'
import { transaction } from '@/lib/db'
import { seedBaseData, seedCounty } from './base-data'
import { parseDivisions } from './divisions'
import { type ImportResult, storeDivisions } from './store-divisions'

/** The divisions of Guangxi that the product ships. */
const shippedDivisions = 'prisma/data/guangxi-divisions.csv'

/**
 * `npm run db -- import-divisions`: the directory of one county from a division file, the shipped
 * one unless another is named. Makes the county with its first rule set when it is new. Stops at
 * the first look when a line of that county is refused, naming every such line.
 */
export async function importDivisions(options: {
  county: string
  file?: string
  log: (line: string) => void
}): Promise<ImportResult> {
  const { county, file = shippedDivisions, log } = options
  const { rows, refusals, warnings } = parseDivisions(readFileSync(file, 'utf8'), {
    county,
    others: 'skip',
  })
  const about = (one: (typeof refusals)[number]) =>
    `  line ${one.line}: ${one.code} ${JSON.stringify(one.params ?? {})}`
  if (refusals.length > 0) {
    throw new Error(
      `${file} was not imported. Refused:\n${refusals.slice(0, 50).map(about).join('\n')}`,
    )
  }
  const first = rows[0]
  if (!first) throw new Error(`${file} has no line of county ${county}.`)
  const result = await transaction(systemViewer('setup', county), async (tx) => {
    const known = await tx.county.findUnique({ where: { id: county }, select: { id: true } })
    if (!known) {
      await seedBaseData(tx)
      await seedCounty(tx, { id: county, name: first.countyName })
    }
    const viewer = {
      userId: null,
      name: 'import-divisions',
      today: today(),
      grants: [],
      origin: 'SYSTEM' as const,
    }
    const name = path.basename(file)
    return storeDivisions(tx, { viewer }, { countyId: county, rows, file: name })
  })
  for (const warning of warnings) log(about(warning))
  log(
    `${first.countyName}: ${rows.length} villages and communities (${result.added} new, ${result.renamed} renamed), ${result.townships} townships new or renamed.`,
  )
  return result
}
