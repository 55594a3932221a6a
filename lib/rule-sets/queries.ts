import 'server-only'
import { authorize } from '@/lib/access/policy'
import type { Viewer } from '@/lib/access/viewer-types'
import { read, type Tx } from '@/lib/db'
import { NotFound, RuleBroken } from '@/lib/errors'
import { defaultRuleSet } from './defaults'
import { parseRuleSet, type RuleSet, withBuilt } from './schema'

const parsed = new Map<string, RuleSet>()

/** A stored rule set, parsed once per process: its rows never change (append-only by trigger). */
export function ruleSetOf(row: { id: string; content: unknown }): RuleSet {
  const known = parsed.get(row.id)
  if (known) return known
  const ruleSet = parseRuleSet(row.content)
  parsed.set(row.id, ruleSet)
  return ruleSet
}

/** The newest rule set of a county, for what has no batch yet. Throws `RuleBroken` when it has none. */
export async function newestRuleSet(tx: Tx, countyId: string): Promise<RuleSet> {
  const row = await tx.ruleSet.findFirst({
    where: { countyId },
    orderBy: { version: 'desc' },
    select: { id: true, content: true },
  })
  if (!row) throw new RuleBroken('noRuleSet')
  return ruleSetOf(row)
}

const listed = {
  id: true,
  version: true,
  title: true,
  createdAt: true,
  batches: { orderBy: { number: 'asc' }, select: { id: true, name: true } },
} as const

/** The versions of a county's rules, newest first, with the batches that use each. */
export const listRuleSets = (viewer: Viewer) =>
  read(viewer, async (tx) => {
    authorize(viewer, 'ruleSet.manage', { countyId: viewer.countyId })
    return tx.ruleSet.findMany({
      where: { countyId: viewer.countyId },
      orderBy: { version: 'desc' },
      select: listed,
    })
  })

/** One version with its rules. */
export const readRuleSet = (viewer: Viewer, id: string) =>
  read(viewer, async (tx) => {
    const row = await tx.ruleSet.findFirst({
      where: { id, countyId: viewer.countyId },
      select: { ...listed, content: true },
    })
    if (!row) throw new NotFound()
    authorize(viewer, 'ruleSet.manage', { countyId: viewer.countyId })
    return { ...row, rules: ruleSetOf(row) }
  })

/** What a new version starts from: the one named, else the newest, else the general rules. */
export const readRuleSetToCopy = (viewer: Viewer, id?: string) =>
  read(viewer, async (tx) => {
    authorize(viewer, 'ruleSet.manage', { countyId: viewer.countyId })
    const row = await tx.ruleSet.findFirst({
      where: { countyId: viewer.countyId, id },
      orderBy: { version: 'desc' },
      select: { id: true, version: true, content: true },
    })
    if (!row && id) throw new NotFound()
    return row
      ? { version: row.version, rules: withBuilt(ruleSetOf(row)) }
      : { version: 0, rules: defaultRuleSet }
  })
