import type { Slot } from './rules'

/** What one cell of the grid villages × slots holds, as typed; '' for nothing. */
export type Cell = { organisationId: string; userId: string; personName: string }
export type CellPart = keyof Cell

/**
 * What is chosen or typed for a slot in the grid: one or two parts. Posts, contacts and accounts
 * apart from the name are the slot's own page's.
 */
export const cellParts = {
  COUNTY_LEADER: ['userId'],
  TOWNSHIP_LEADER: ['personName'],
  WORK_TEAM: ['organisationId', 'personName'],
  HELPER_UNIT: ['organisationId'],
  TOWNSHIP_OFFICER: ['personName'],
  PAIRED_BRANCH: ['organisationId'],
} as const satisfies Record<Slot, readonly CellPart[]>

/** The slots in the order of the grid: the standard four (四个一) first. */
export const gridSlots = Object.keys(cellParts) as Slot[]

/** The cell that shows a holder; an empty one for nobody. */
export function cellOf(
  slot: Slot,
  held: { [Part in CellPart]?: string | null } | null | undefined,
): Cell {
  const cell: Cell = { organisationId: '', userId: '', personName: '' }
  for (const part of cellParts[slot]) cell[part] = held?.[part]?.trim() ?? ''
  return cell
}

/** Whether two cells of a slot say the same. */
export function sameCell(slot: Slot, a: Cell, b: Cell): boolean {
  return cellParts[slot].every((part) => a[part] === b[part])
}

/** Whether nothing is chosen or typed. */
export function isBlankCell(slot: Slot, cell: Cell): boolean {
  return cellParts[slot].every((part) => cell[part] === '')
}

/** The name of a field of the grid. */
export function cellField(caseId: string, slot: Slot, part: CellPart | 'was'): string {
  return `cases.${caseId}.${slot}.${part}`
}
