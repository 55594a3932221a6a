import 'server-only'
import type { z } from 'zod'
import { authorize } from '@/lib/access/policy'
import type { Viewer } from '@/lib/access/viewer-types'
import { type Opening, openCases } from '@/lib/cases/open-case'
import { fromDay } from '@/lib/dates'
import { type Tx, transaction } from '@/lib/db'
import { Conflict, DomainError, InvalidInput, NotFound } from '@/lib/errors'
import { fillSlot, handOverSlot, requireAssignable } from './fill-slot'
import { judgeCell, type Step } from './grid-judge'
import { type Cell, cellOf, sameCell } from './grid-rules'
import { type HolderBook, readHolderBook } from './holder-book'
import { type Slot, slots } from './rules'
import type { assignManyInput } from './schema'

type Input = z.infer<typeof assignManyInput>
type Issues = InvalidInput['issues'][number][]
/** A cell that says something else than what its person saw. */
export type Touched = { caseId: string; slot: Slot; was: string | undefined; cell: Cell }

/**
 * assign and replaceAssignment for several cases of a batch (批量安排包联力量) in one transaction:
 * only cells that were changed count, each against what its person saw. What stands against a cell
 * is named beside it (`cases.<id>.<slot>.<part>`), and then nothing is done. Returns how many
 * slots were filled and how many handed over.
 */
export function assignMany(viewer: Viewer, input: Input) {
  return transaction(viewer, async (tx) => {
    authorize(viewer, 'assignment.manage')
    const touched = touchedOf(input, await assignmentsOf(tx, Object.keys(input.cases)))
    const ids = [...new Set(touched.map(({ caseId }) => caseId))]
    const openings = await openCases(
      tx,
      viewer,
      ids.map((caseId) => ({ caseId, may: 'assignment.manage' as const })),
    )
    const refused = openings.flatMap((opening) => refusalOf(opening, input.batchId))
    if (refused.length > 0) throw new InvalidInput(refused)
    const opened = new Map(
      openings.flatMap((one) => (one.opened ? [[one.caseId, one.opened]] : [])),
    )
    const rows = await assignmentsOf(tx, ids)
    const book = await bookOf(tx, viewer, openings, touched)
    const issues: Issues = []
    if (input.fromOn > viewer.today) issues.push({ field: 'fromOn', code: 'dateInFuture' })
    const steps: Step[] = []
    let changed = false
    for (const one of touched) {
      const found = opened.get(one.caseId)
      if (!found) continue
      const held = rows.filter(({ caseId, slot }) => caseId === one.caseId && slot === one.slot)
      const judged = judgeCell({ touched: one, held, book, kase: found.kase, input })
      if (judged.step) steps.push(judged.step)
      issues.push(...judged.issues)
      changed ||= judged.changed
    }
    if (issues.length > 0) {
      throw changed
        ? new Conflict('slotsChanged', {}, await lastChange(tx, issues), issues)
        : new InvalidInput(issues)
    }
    for (const { caseId, before, ...given } of steps) {
      const found = opened.get(caseId)
      if (!found) continue
      const start = { ...given, fromOn: input.fromOn }
      if (before) {
        const { handoverNote } = input
        await handOverSlot(tx, found, before, { ...start, handoverNote })
      } else await fillSlot(tx, found, start)
    }
    const replaced = steps.filter(({ before }) => before).length
    return { filled: steps.length - replaced, replaced }
  })
}

const stored = {
  id: true,
  caseId: true,
  slot: true,
  organisationId: true,
  userId: true,
  personName: true,
  fromOn: true,
  toOn: true,
  organisation: { select: { name: true } },
} as const

function assignmentsOf(tx: Tx, caseIds: readonly string[]) {
  return tx.assignment.findMany({ where: { caseId: { in: [...caseIds] } }, select: stored })
}

export type StoredAssignment = Awaited<ReturnType<typeof assignmentsOf>>[number]

function touchedOf(input: Input, rows: readonly StoredAssignment[]): Touched[] {
  const known = new Map(rows.map((row) => [row.id, row]))
  return Object.entries(input.cases).flatMap(([caseId, given]) =>
    slots.flatMap((slot) => {
      const asked = given[slot]
      if (!asked) return []
      const cell = cellOf(slot, asked)
      const saw = known.get(asked.was ?? '')
      const seen = saw?.caseId === caseId && saw.slot === slot ? saw : null
      if (sameCell(slot, cell, cellOf(slot, seen))) return []
      return [{ caseId, slot, was: asked.was, cell }]
    }),
  )
}

/** Why a whole village cannot be dealt with; said beside its name. */
function refusalOf({ caseId, opened, refused }: Opening, batchId: string): Issues {
  const said = ({ code, params }: DomainError): Issues => [
    { field: `cases.${caseId}`, code, params },
  ]
  if (refused) return said(refused)
  if (opened.kase.batchId !== batchId) return said(new NotFound())
  try {
    requireAssignable(opened)
    return []
  } catch (error) {
    if (error instanceof DomainError) return said(error)
    throw error
  }
}

function bookOf(
  tx: Tx,
  viewer: Viewer,
  openings: readonly Opening[],
  touched: readonly Touched[],
): Promise<HolderBook> {
  const given = (part: keyof Cell) => [...new Set(touched.map(({ cell }) => cell[part]))]
  const filled = (part: keyof Cell) => given(part).filter((value) => value !== '')
  return readHolderBook(tx, viewer.countyId, fromDay(viewer.today), {
    organisationIds: filled('organisationId'),
    userIds: filled('userId'),
    names: filled('personName'),
    townshipIds: openings.flatMap(({ opened }) => (opened ? [opened.kase.townshipId] : [])),
  })
}

/** Who changed the first of the cells that are no longer as they were seen. */
async function lastChange(tx: Tx, issues: Issues) {
  const first = issues.find(({ code }) => code === 'slotChanged')
  const [, caseId] = first?.field.split('.') ?? []
  const last = await tx.event.findFirst({
    where: { caseId, kind: { startsWith: 'assignment' } },
    orderBy: { seq: 'desc' },
    select: { actorName: true, at: true, kind: true },
  })
  return last ? { by: last.actorName, at: last.at.toISOString(), kind: last.kind } : undefined
}
