import 'server-only'
import type { Tx } from '@/lib/db'
import { RuleBroken } from '@/lib/errors'
import { parseRuleSet, type RuleSet } from './schema'

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
