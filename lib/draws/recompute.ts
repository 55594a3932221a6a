import type { DrawExport } from './export'
import { readList, sha256 } from './list'
import { draw, seedOf } from './rules'

/** What is checked of a draw, in the order of its steps. */
export type CheckedPart = 'list' | 'days' | 'seed' | 'result' | 'replacements'
/** `open`: this step has not been taken yet. */
export type Check = { part: CheckedPart; holds: boolean | 'open' }

const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b)

/** Recomputes a draw from what was published of it, from the frozen list to the last replacement. */
export function recompute(given: DrawExport): Check[] {
  const { random, seed } = given
  const drawn = seed !== null && random !== null
  const again = drawn ? redraw(given, seed) : undefined
  const after = (holds: boolean) => (drawn ? holds : 'open')
  const kept = given.replacements.map(({ out, in: code, inspectors }) => ({
    out,
    in: code,
    inspectors,
  }))
  const result = given.result.map(({ code, stratum, inspectors }) => ({
    code,
    stratum,
    inspectors,
  }))
  return [
    { part: 'list', holds: sha256(given.list) === given.listSha256 && ownList(given) },
    { part: 'days', holds: given.publicOn === null ? 'open' : given.publicOn > given.frozenOn },
    { part: 'seed', holds: after(seed === seedOf(random ?? '', given.publicNumber)) },
    { part: 'result', holds: after(same(again?.drawn, result)) },
    { part: 'replacements', holds: after(same(again?.replacements, kept)) },
  ]
}

function redraw({ list, replacements }: DrawExport, seed: string) {
  try {
    return draw(
      readList(list),
      seed,
      replacements.map(({ out }) => out),
    )
  } catch {
    return undefined
  }
}

function ownList({ list, id }: DrawExport): boolean {
  try {
    return readList(list).drawId === id
  } catch {
    return false
  }
}
