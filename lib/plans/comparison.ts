import { comparePlans, type PlanDiff } from './compare'
import { contentOf, returnedContent } from './content'
import type { ProblemRow } from './page-select'
import type { PlanVersionRow } from './select'

/** One side of a comparison: a version, or a version as it was last returned (`2-returned`). */
export type Side = { id: string; number: number; returned: boolean }

/** Everything that can be compared, newest first. */
export function sidesOf(versions: readonly PlanVersionRow[]): Side[] {
  return versions.flatMap((version) => [
    { id: String(version.number), number: version.number, returned: false },
    ...(version.returned === null
      ? []
      : [{ id: `${version.number}-returned`, number: version.number, returned: true }]),
  ])
}

/**
 * The two sides asked for; what is not asked for or unknown falls back to the newest version, and
 * to what its reader has seen before: the same version as it was returned, else the one before it.
 */
export function chosenSides(
  versions: readonly PlanVersionRow[],
  asked: { before?: string; after?: string },
): { before: Side; after: Side } | null {
  const sides = sidesOf(versions)
  const after = sides.find(({ id }) => id === asked.after) ?? sides[0]
  if (!after) return null
  const before =
    sides.find(({ id }) => id === asked.before) ?? sides[sides.indexOf(after) + 1] ?? after
  return { before, after }
}

/** What differs between two sides. */
export function compareSides(
  versions: readonly PlanVersionRow[],
  problems: readonly ProblemRow[],
  { before, after }: { before: Side; after: Side },
): PlanDiff {
  const contentAt = (side: Side) => {
    const version = versions.find(({ number }) => number === side.number)
    if (!version) throw new Error(`no version ${side.number}`)
    return (side.returned && returnedContent(version)) || contentOf(version, problems)
  }
  return comparePlans(contentAt(before), contentAt(after))
}
