import { createHash } from 'node:crypto'

/** Per township, or the county as one. */
export const strataKinds = ['TOWNSHIP', 'NONE'] as const
/** So many villages of each stratum, or so many of a hundred, rounded up. */
export const sizeKinds = ['NUMBER', 'SHARE'] as const
/** The lights by which villages may hold more lots than one; `none` has no case or a resting one. */
export const lotColours = ['red', 'yellow', 'green', 'none'] as const

export type Lots = Record<(typeof lotColours)[number], number>

/** What is drawn and how; part of the frozen list, so that it cannot be changed afterwards. */
export type DrawRules = {
  strata: (typeof strataKinds)[number]
  size: { kind: (typeof sizeKinds)[number]; value: number }
  lots: Lots
}

/** `conflicts` are townships (9 digits) and villages (12 digits) this person must not check. */
export type ListedInspector = { key: string; name: string; conflicts: readonly string[] }
export type ListedVillage = { code: string; townshipId: string; lots: number; name: string }

export type DrawList = {
  drawId: string
  rules: DrawRules
  inspectors: readonly ListedInspector[]
  villages: readonly ListedVillage[]
}

const FORMAT = 'ovop-draw/1'
const flat = (text: string) => text.replace(/\s+/g, ' ').trim()

/**
 * The list as it is frozen and hashed: UTF-8, one thing a line, fields parted by tabs, a line end
 * after each line; villages by code, inspectors by key. docs/draws.md describes it for others.
 */
export function writeList({ drawId, rules, inspectors, villages }: DrawList): string {
  const { strata, size, lots } = rules
  const lines = [
    [FORMAT],
    ['draw', drawId],
    ['strata', strata],
    ['size', size.kind, size.value],
    ['lots', ...lotColours.flatMap((colour) => [colour, lots[colour]])],
    ['inspectors', inspectors.length],
    ...inspectors
      .toSorted((a, b) => (a.key < b.key ? -1 : 1))
      .map(({ key, name, conflicts }) => [key, flat(name), conflicts.toSorted().join(',')]),
    ['villages', villages.length],
    ...villages
      .toSorted((a, b) => (a.code < b.code ? -1 : 1))
      .map(({ code, townshipId, lots: held, name }) => [code, townshipId, held, flat(name)]),
  ]
  return lines.map((fields) => `${fields.join('\t')}\n`).join('')
}

/** Reads a list back. Throws `Error` with the line that is not of the form. */
export function readList(text: string): DrawList {
  const lines = text.split('\n')
  let at = 0
  const next = (name?: string) => {
    const fields = (lines[at++] ?? '').split('\t')
    if (name !== undefined && fields.shift() !== name) throw new Error(`line ${at}: no ${name}`)
    return fields
  }
  const many = <T>(count: string | undefined, one: (fields: string[]) => T): T[] =>
    Array.from({ length: Number(count) }, () => one(next()))
  next(FORMAT)
  const [drawId = ''] = next('draw')
  const [strata] = next('strata')
  const [kind, value] = next('size')
  const given = next('lots')
  const lots = Object.fromEntries(
    lotColours.map((colour, index) => [colour, Number(given[2 * index + 1])]),
  ) as Lots
  const inspectors = many(next('inspectors')[0], ([key = '', name = '', conflicts = '']) => ({
    key,
    name,
    conflicts: conflicts === '' ? [] : conflicts.split(','),
  }))
  const villages = many(
    next('villages')[0],
    ([code = '', townshipId = '', held = '', name = '']) => ({
      code,
      townshipId,
      lots: Number(held),
      name,
    }),
  )
  const rules = { strata, size: { kind, value: Number(value) }, lots } as DrawRules
  const list = { drawId, rules, inspectors, villages }
  if (writeList(list) !== text) throw new Error(`not a list of ${FORMAT}`)
  return list
}

export const sha256 = (text: string) => createHash('sha256').update(text, 'utf8').digest('hex')
