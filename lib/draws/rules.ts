import { hash } from 'node:crypto'
import type { DrawList, DrawRules, ListedInspector, ListedVillage } from './list'
import { sha256 } from './list'

/** A village drawn, with its two inspectors by key, the stratum it was drawn in. */
export type Drawn = { code: string; stratum: string; inspectors: string[] }
/** A replacement as it is kept: the village that left, the one that came, why. */
export type Replacement = { out: string; in: string; inspectors: string[]; reason: string }

/** The seed: SHA-256 of the random part in hex, a line end, the public number in its written form. */
export const seedOf = (random: string, publicNumber: string) => sha256(`${random}\n${publicNumber}`)

type Hmac = (text: string) => string

/**
 * HMAC-SHA-256 under a seed, in hex: two hashes in one call each, five times as fast as a `createHmac`
 * per village.
 */
function hmacOf(seed: string): Hmac {
  const key = Buffer.alloc(64)
  Buffer.from(seed, 'hex').copy(key)
  const inner = key.map((byte) => byte ^ 0x36)
  const outer = key.map((byte) => byte ^ 0x5c)
  const within = (pad: Uint8Array, rest: Buffer) => Buffer.concat([pad, rest])
  return (text) =>
    hash('sha256', within(outer, hash('sha256', within(inner, Buffer.from(text)), 'buffer')), 'hex')
}

/** How many villages of a stratum of this size are drawn. */
export function drawnOf(stratum: number, { size }: DrawRules): number {
  const wanted = size.kind === 'NUMBER' ? size.value : Math.ceil((stratum * size.value) / 100)
  return Math.min(wanted, stratum)
}

const stratumOf = ({ strata }: DrawRules, { townshipId }: ListedVillage) =>
  strata === 'NONE' ? '' : townshipId

/** How many villages a list draws in all, known before there is a seed. */
export function totalOf({ rules, villages }: Pick<DrawList, 'rules' | 'villages'>): number {
  const strata = Map.groupBy(villages, (village) => stratumOf(rules, village))
  return [...strata.values()].reduce((sum, inside) => sum + drawnOf(inside.length, rules), 0)
}

/** The villages of each stratum in the order of the draw; strata by their code. */
export function orderOf({ rules, villages }: DrawList, seed: string): Map<string, ListedVillage[]> {
  const hmac = hmacOf(seed)
  const ranked = villages.map((village) => ({ village, rank: rankOf(village, hmac) }))
  ranked.sort((a, b) => (a.rank < b.rank ? -1 : 1))
  const strata = Map.groupBy(ranked, ({ village }) => stratumOf(rules, village))
  return new Map(
    [...strata]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([stratum, inside]) => [stratum, inside.map(({ village }) => village)]),
  )
}

/** The best of a village's lots: HMAC-SHA-256(seed, code), from the second lot on of `code#2` … */
function rankOf({ code, lots }: ListedVillage, hmac: Hmac): string {
  let best = hmac(code)
  for (let lot = 2; lot <= lots; lot++) {
    const other = hmac(`${code}#${lot}`)
    if (other < best) best = other
  }
  return best
}

/** Whether the list lets this person check that village. */
export const mayCheck = (
  { conflicts }: ListedInspector,
  village: Pick<ListedVillage, 'code' | 'townshipId'>,
) => !conflicts.includes(village.code) && !conflicts.includes(village.townshipId)

/** Villages for which fewer than two of the inspectors are free: no pair could be drawn. */
export const withoutPair = ({ inspectors, villages }: Pick<DrawList, 'inspectors' | 'villages'>) =>
  villages.filter(
    (village) => inspectors.filter((inspector) => mayCheck(inspector, village)).length < 2,
  )

/**
 * Draws pairs one village after the other: of those free, the two with the fewest villages so far,
 * among equals by HMAC-SHA-256(seed, `code/key`). Keeps count over a draw and its replacements.
 */
function pairing({ inspectors }: DrawList, seed: string) {
  const hmac = hmacOf(seed)
  const load = new Map(inspectors.map((inspector) => [inspector.key, 0]))
  return (village: ListedVillage): string[] => {
    const free = inspectors
      .filter((inspector) => mayCheck(inspector, village))
      .map((inspector) => ({
        key: inspector.key,
        load: load.get(inspector.key) ?? 0,
        rank: hmac(`${village.code}/${inspector.key}`),
      }))
      .sort((a, b) => a.load - b.load || (a.rank < b.rank ? -1 : 1))
    const pair = free.slice(0, 2).map((one) => one.key)
    if (pair.length < 2) throw new Error(`no pair is free for ${village.code}`)
    for (const one of pair) load.set(one, (load.get(one) ?? 0) + 1)
    return pair
  }
}

/**
 * The result of a draw, and of replacing villages of it in this order (`outs`): each place goes to the
 * next village of the same stratum that was neither drawn nor came in before. Throws where a stratum
 * has none left or a village to be replaced is not in the result.
 */
export function draw(list: DrawList, seed: string, outs: readonly string[] = []) {
  const order = orderOf(list, seed)
  const pair = pairing(list, seed)
  const drawn: Drawn[] = []
  const taken = new Map<string, number>()
  for (const [stratum, villages] of order) {
    const count = drawnOf(villages.length, list.rules)
    taken.set(stratum, count)
    for (const village of villages.slice(0, count)) {
      drawn.push({ code: village.code, stratum, inspectors: pair(village) })
    }
  }
  const present = new Map(drawn.map(({ code, stratum }) => [code, stratum]))
  const replacements: Omit<Replacement, 'reason'>[] = []
  for (const out of outs) {
    const stratum = present.get(out)
    if (stratum === undefined) throw new Error(`${out} is not in the result`)
    const count = taken.get(stratum) ?? 0
    const next = order.get(stratum)?.[count]
    if (!next) throw new Error(`stratum ${stratum} has no village left`)
    taken.set(stratum, count + 1)
    present.delete(out)
    present.set(next.code, stratum)
    replacements.push({ out, in: next.code, inspectors: pair(next) })
  }
  return { drawn, replacements }
}

/** What stands after all replacements, in the order drawn; who came in stands in the place left. */
export function standing(
  drawn: readonly Drawn[],
  replacements: readonly Pick<Replacement, 'out' | 'in' | 'inspectors'>[],
): Drawn[] {
  const now = drawn.map((one) => ({ ...one }))
  for (const { out, in: code, inspectors } of replacements) {
    const place = now.find((one) => one.code === out)
    if (place) Object.assign(place, { code, inspectors: [...inspectors] })
  }
  return now
}
