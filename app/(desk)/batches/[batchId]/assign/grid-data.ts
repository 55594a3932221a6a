import type { Option } from '@/components/ui/controls'
import type { Cell, CellPart } from '@/lib/assignments/grid-rules'
import type { Slot } from '@/lib/assignments/rules'

/** One cell: whose assignment it shows (`was`, '' for nobody's) and what stands in it. */
export type GridCellData = {
  was: string
  value: Cell
  /** Said instead of fields: somebody whose last day is set. */
  fixed?: string
  /** The holder as an option, when they can be chosen no more. */
  gone?: Option
}

export type GridVillage = { id: string; name: string; cells: Record<Slot, GridCellData> }
export type GridTownship = { id: string; name: string; villages: GridVillage[] }

export type GridChoices = Record<
  'COUNTY_LEADER' | 'HELPER_UNIT' | 'WORK_TEAM' | 'PAIRED_BRANCH',
  Option[]
> & {
  /** Names to suggest, by township id. */
  inTownship: Option[]
  inTeams: Option[]
}

/** Sentences of the grid; `#` stands for a name or a number. */
export type GridWords = {
  village: string
  slots: Record<Slot, string>
  /** What a part of a slot is called where it has two. */
  parts: { team: string; secretary: string; name: string }
  same: string
  sameHint: string
  fill: string
  filled: string
}

/** What a field of the grid is called, for whoever does not see its row and column. */
export function partLabel(words: GridWords, slot: Slot, part: CellPart): string {
  if (slot !== 'WORK_TEAM') return words.slots[slot]
  return part === 'personName' ? words.parts.secretary : words.parts.team
}
