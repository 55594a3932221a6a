import type { ListedVillage } from '@/lib/cases/select'
import { searchKeys, shortName } from '@/lib/directory/rules'
import type { RuleMessage } from '@/lib/rule-message'
import { issue, type LedgerIssue } from './issue'
import { nearlyEqual, plain } from './plain'

/** A village of the county as a row is matched with it. */
export type KnownVillage = ListedVillage & {
  officialName: string
  pinyin: string
  township: string
  /** Merged into another one: may have closed cases, is listed no more. */
  ended: boolean
  /** Where it went, when merged. */
  successor: string
  /** What it was called before. */
  formerly: readonly string[]
}

export type VillageBook = {
  townships: readonly { id: string; name: string }[]
  villages: readonly KnownVillage[]
}

type Match = { village: KnownVillage; note?: RuleMessage } | { issue: LedgerIssue }

/** How many of what may have been meant are named. */
const most = 3

/**
 * The village a row means: by its name, its official name or a name on record from before, in its
 * township. What is only like a name is asked for, never taken.
 */
export function matchVillage(book: VillageBook, township: string, name: string): Match {
  const place = townshipNamed(book, township)
  if ('issue' in place) return place
  const keys = keysOf(name)
  const [inside, outside] = split(book.villages, (one) => one.townshipId === place.id)
  const exact = inside.filter((one) => overlap(namesOf(one).now, keys))
  if (exact.length > 1) {
    const codes = exact.map(({ code }) => code).join('、')
    return { issue: issue('village', 'villageAmbiguous', { name, codes }) }
  }
  if (exact[0]) return { village: exact[0] }
  const before = inside.filter((one) => overlap(namesOf(one).before, keys))
  if (before.length === 1 && before[0]) {
    return { village: before[0], note: { code: 'formerName', params: { now: before[0].name } } }
  }
  const elsewhere = outside.filter((one) => overlap(namesOf(one).now, keys))
  if (elsewhere.length > 0) {
    const places = elsewhere.map((one) => one.township).join('、')
    return { issue: issue('township', 'villageElsewhere', { name, township: place.name, places }) }
  }
  return { issue: unknownVillage(inside, outside, name, place.name) }
}

function townshipNamed({ townships }: VillageBook, name: string) {
  const wanted = plain(name)
  const exact = townships.find((one) => plain(one.name) === wanted)
  if (exact) return exact
  const near = townships
    .filter((one) => isLike(plain(one.name), wanted))
    .slice(0, most)
    .map((one) => one.name)
    .join('、')
  return near
    ? { issue: issue('township', 'townshipNear', { name, near }) }
    : { issue: issue('township', 'townshipUnknown', { name }) }
}

function unknownVillage(
  inside: readonly KnownVillage[],
  outside: readonly KnownVillage[],
  name: string,
  township: string,
): LedgerIssue {
  const { pinyin } = searchKeys(name)
  const wanted = plain(name)
  const like = (one: KnownVillage) =>
    (pinyin !== '' && one.pinyin === pinyin) || isLike(namesOf(one).short, wanted)
  const near = inside.filter(like).map((one) => one.name)
  const far = outside.filter(like).map((one) => `${one.township}${one.name}`)
  const meant = (near.length > 0 ? near : far).slice(0, most).join('、')
  return meant
    ? issue('village', 'villageNear', { name, township, near: meant })
    : issue('village', 'villageUnknown', { name, township })
}

/** A name as written, and short where it is an official one. */
function keysOf(name: string): ReadonlySet<string> {
  return new Set([name, shortName(name, 'village'), shortName(name, 'community')].map(plain))
}

type Names = { short: string; now: ReadonlySet<string>; before: ReadonlySet<string> }
const known = new WeakMap<KnownVillage, Names>()

/** The names of a village as they are compared, made once for all rows. */
function namesOf(village: KnownVillage): Names {
  const made = known.get(village)
  if (made) return made
  const { name, officialName, formerly } = village
  const names = {
    short: plain(name),
    now: new Set([name, officialName].map(plain)),
    before: new Set(formerly.map(plain)),
  }
  known.set(village, names)
  return names
}

const overlap = (names: ReadonlySet<string>, keys: ReadonlySet<string>) =>
  [...keys].some((key) => names.has(key))

const isLike = (known: string, given: string) =>
  given.length > 1 && (nearlyEqual(known, given) || known.includes(given) || given.includes(known))

function split<T>(all: readonly T[], fits: (one: T) => boolean): [T[], T[]] {
  return [all.filter(fits), all.filter((one) => !fits(one))]
}
