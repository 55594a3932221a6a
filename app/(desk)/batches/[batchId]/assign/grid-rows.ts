import type { AssignGrid } from '@/lib/assignments/grid-queries'
import { cellOf, gridSlots } from '@/lib/assignments/grid-rules'
import type { Slot } from '@/lib/assignments/rules'
import type { GridCellData, GridChoices, GridTownship } from './grid-data'

type Words = {
  person: (name: string, post: string) => string
  /** A holder who can be chosen no more. */
  gone: (name: string) => string
  /** A holder whose last day is set. */
  until: (holder: string, until: string) => string
}

/** Whoever may be chosen, by what a slot asks for. */
export function choicesOf({ organisations, accounts }: AssignGrid, words: Words): GridChoices {
  const units = (kind: string) =>
    organisations
      .filter((one) => one.kind === kind)
      .map(({ id, name }) => ({ value: id, label: name }))
  const people = (role: string) => accounts.filter((one) => one.role === role)
  const inTownship = people('TOWNSHIP').flatMap(({ name, post, townshipId }) =>
    townshipId ? [{ group: townshipId, value: name, label: post }] : [],
  )
  return {
    COUNTY_LEADER: people('COUNTY_LEADER').map(({ id, name, post, organisation }) => ({
      value: id,
      label: words.person(name, post || organisation),
    })),
    HELPER_UNIT: units('DEPARTMENT'),
    WORK_TEAM: units('WORK_TEAM'),
    PAIRED_BRANCH: units('PARTY_BRANCH'),
    inTownship,
    inTeams: people('WORK_TEAM').map(({ name, organisation }) => ({
      value: name,
      label: organisation,
    })),
  }
}

/** The villages of the grid under their townships, each cell with what it shows now. */
export function rowsOf(
  { villages, townships }: AssignGrid,
  choices: GridChoices,
  words: Words,
): GridTownship[] {
  return townships.flatMap(({ id, name }) => {
    const rows = villages.filter(({ townshipId }) => townshipId === id)
    if (rows.length === 0) return []
    return {
      id,
      name,
      villages: rows.map((row) => ({
        id: row.id,
        name: row.name,
        cells: Object.fromEntries(
          gridSlots.map((slot) => [slot, cellData(slot, row.held, choices, words)]),
        ) as Record<Slot, GridCellData>,
      })),
    }
  })
}

function cellData(
  slot: Slot,
  held: AssignGrid['villages'][number]['held'],
  choices: GridChoices,
  words: Words,
): GridCellData {
  const now = held.find((one) => one.slot === slot)
  const value = cellOf(slot, now)
  if (!now) return { was: '', value }
  const holder = [now.organisation, now.personName].filter(Boolean).join(' ')
  if (now.until) return { was: now.id, value, fixed: words.until(holder, now.until) }
  const chosen = slot === 'COUNTY_LEADER' ? value.userId : value.organisationId
  const known =
    slot === 'TOWNSHIP_LEADER' ||
    slot === 'TOWNSHIP_OFFICER' ||
    choices[slot].some((option) => option.value === chosen)
  const name = slot === 'COUNTY_LEADER' ? now.personName : now.organisation
  return {
    was: now.id,
    value,
    ...(!known && { gone: { value: chosen, label: words.gone(name) } }),
  }
}
