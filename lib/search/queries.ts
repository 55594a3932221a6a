import 'server-only'
import { can } from '@/lib/access/policy'
import { visibleCases, visibleDocuments, visibleVillages } from '@/lib/access/scope'
import type { Viewer } from '@/lib/access/viewer-types'
import { calendarNow } from '@/lib/calendar/queries'
import { type ListedCase, listed, listedCase } from '@/lib/cases/list-queries'
import { read, type Tx } from '@/lib/db'
import { searchKeys } from '@/lib/directory/rules'
import { documentSaying } from '@/lib/documents/queries'
import { literal } from '@/lib/storable'
import { hadName } from '@/lib/villages/former-names'
import { villageNamed } from '@/lib/villages/named'
import { byFit, matches, type Named, type Term } from './term'

const shown = 8
/** So many are looked through for the best fit. */
const looked = 60

export type Found<Item> = { items: Item[]; more: boolean }
type Place = { id: string; name: string }

export type SearchResult = {
  cases: Found<ListedCase>
  villages: Found<Place & { code: string; demo: boolean; township: Place }>
  batches: Found<Place & { number: number; year: number }>
  organisations: Found<Place>
  people: Found<Place & { account: string; post: string }>
  documents: Found<Place & { documentNo: string }>
}

const none = { items: [], more: false }

/**
 * Everything of that name which the viewer may see, within one county: villages are public there,
 * whether one is listed is told by cases in scope only; people for those who look after accounts.
 * At most eight statements, each within one county by an index.
 */
export const search = (viewer: Viewer, term: Term) =>
  read(viewer, async (tx): Promise<SearchResult> => {
    return {
      cases: can(viewer, 'case.read') ? await casesOf(tx, viewer, term) : none,
      villages: can(viewer, 'village.read') ? await villagesOf(tx, viewer, term) : none,
      batches: can(viewer, 'batch.read') ? await batchesOf(tx, viewer, term) : none,
      organisations: can(viewer, 'village.read') ? await organisationsOf(tx, viewer, term) : none,
      people: can(viewer, 'accounts.read') ? await peopleOf(tx, viewer, term) : none,
      documents: can(viewer, 'document.read') ? await documentsOf(tx, viewer, term) : none,
    }
  })

/** By village, or by the number under which a case was struck off. */
async function casesOf(tx: Tx, viewer: Viewer, { text }: Term): Promise<Found<ListedCase>> {
  const rows = await tx.case.findMany({
    where: {
      AND: [
        visibleCases(viewer),
        {
          OR: [
            { village: villageNamed(text) },
            { closures: { some: { number: { contains: literal(text) } } } },
          ],
        },
      ],
    },
    orderBy: { id: 'desc' },
    take: shown + 1,
    select: listedCase,
  })
  if (rows.length === 0) return none
  const calendar = await calendarNow(tx)
  return firstOf(rows.map((row) => listed(row, viewer.today, calendar)))
}

async function villagesOf(tx: Tx, viewer: Viewer, term: Term) {
  const rows = await tx.village.findMany({
    where: {
      AND: [
        visibleVillages(viewer),
        { OR: [villageNamed(term.text), hadName(term.text, term.keys ?? '')] },
      ],
    },
    orderBy: { code: 'asc' },
    take: looked,
    select: {
      id: true,
      code: true,
      name: true,
      demo: true,
      pinyin: true,
      initials: true,
      township: { select: { id: true, name: true } },
    },
  })
  return firstOf(byFit(term, rows).map(({ pinyin: _p, initials: _i, ...village }) => village))
}

/** A county has a handful of batches: all are read and looked through. */
async function batchesOf(tx: Tx, viewer: Viewer, term: Term) {
  const rows = await tx.batch.findMany({
    where: { countyId: viewer.countyId },
    orderBy: { number: 'desc' },
    select: { id: true, name: true, number: true, year: true },
  })
  return firstOf(
    rows.filter(
      ({ name, number, year }) =>
        matches(term, keyed(name)) || [String(number), String(year)].includes(term.text),
    ),
  )
}

/** By characters in the database; by letters over the county's names, a few hundred. */
async function organisationsOf(tx: Tx, viewer: Viewer, term: Term): Promise<Found<Place>> {
  const rows = await tx.organisation.findMany({
    where: {
      countyId: viewer.countyId,
      active: true,
      ...(term.keys ? {} : { name: { contains: literal(term.text) } }),
    },
    orderBy: { name: 'asc' },
    take: term.keys ? 5_000 : looked,
    select: { id: true, name: true },
  })
  return ofNames(term, rows)
}

async function peopleOf(tx: Tx, viewer: Viewer, term: Term) {
  const part = literal(term.text)
  const rows = await tx.user.findMany({
    where: {
      countyId: viewer.countyId,
      ...(term.keys
        ? {}
        : { OR: [{ name: { contains: part } }, { account: { contains: part.toLowerCase() } }] }),
    },
    orderBy: { name: 'asc' },
    take: term.keys ? 20_000 : looked,
    select: { id: true, name: true, account: true, post: true },
  })
  return ofNames(term, rows, ({ account }) => account.includes(term.text.toLowerCase()))
}

/** By characters of title, number and text; by letters over the titles in force. */
async function documentsOf(tx: Tx, viewer: Viewer, term: Term) {
  const rows = await tx.document.findMany({
    where: {
      AND: [
        visibleDocuments(viewer),
        { supersededBy: null, repealedOn: null },
        term.keys ? {} : documentSaying(term.text),
      ],
    },
    orderBy: [{ publishedOn: 'desc' }, { id: 'desc' }],
    take: term.keys ? 5_000 : shown + 1,
    select: { id: true, title: true, documentNo: true },
  })
  const found = rows.map(({ title: name, ...row }) => ({ ...row, name }))
  return term.keys ? ofNames(term, found) : firstOf(found)
}

function ofNames<Item extends { name: string }>(
  term: Term,
  rows: readonly Item[],
  otherwise: (row: Item) => boolean = () => false,
): Found<Item> {
  const found = rows
    .map((row) => ({ row, ...keyed(row.name) }))
    .filter((one) => matches(term, one) || otherwise(one.row))
  return firstOf(byFit(term, found).map(({ row }) => row))
}

function firstOf<Item>(items: readonly Item[]): Found<Item> {
  return { items: items.slice(0, shown), more: items.length > shown }
}

/** Search keys of names, kept between searches: spelling out a thousand names takes a while. */
const keys = new Map<string, Named>()

function keyed(name: string): Named {
  const known = keys.get(name)
  if (known) return known
  const made = { name, ...searchKeys(name) }
  if (keys.size >= 50_000) keys.clear()
  keys.set(name, made)
  return made
}
