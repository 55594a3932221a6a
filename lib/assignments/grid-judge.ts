import 'server-only'
import type { z } from 'zod'
import type { WorkingCase } from '@/lib/cases/select'
import { toDay } from '@/lib/dates'
import { type ErrorParams, InvalidInput } from '@/lib/errors'
import type { StoredAssignment, Touched } from './grid-commands'
import { type CellPart, cellField, cellOf, cellParts, isBlankCell, sameCell } from './grid-rules'
import { accountsFor, type Holder, holderFrom } from './holder'
import type { HolderBook } from './holder-book'
import { holderOf, replaceErrors, type Slot } from './rules'
import type { assignManyInput } from './schema'

/** What is to be written for a cell; `before` when somebody holds the slot. */
export type Step = {
  caseId: string
  slot: Slot
  holder: Holder
  before?: { id: string; words: string }
}

type Judged = { step?: Step; issues: InvalidInput['issues'][number][]; changed: boolean }

type Given = {
  touched: Touched
  /** Every assignment of this slot of the case, under its lock. */
  held: readonly StoredAssignment[]
  book: HolderBook
  kase: WorkingCase
  input: Pick<z.infer<typeof assignManyInput>, 'fromOn' | 'handoverNote'>
}

/** What a changed cell comes to: a step, nothing (it is so already), or what stands against it. */
export function judgeCell({ touched, held, book, kase, input }: Given): Judged {
  const { caseId, slot, was, cell } = touched
  const [first] = cellParts[slot]
  const refuse = (code: string, params?: ErrorParams, part: CellPart = first): Judged => ({
    issues: [{ field: cellField(caseId, slot, part), code, params }],
    changed: code === 'slotChanged',
  })
  const now = held.find(({ toOn }) => toOn === null)
  if (sameCell(slot, cell, cellOf(slot, now))) return { issues: [], changed: false }
  if (now?.id !== was) return refuse('slotChanged', { holder: now ? holderOf(now).words : '' })
  if (isBlankCell(slot, cell)) return refuse('slotNotCleared')
  const last = held.find(({ toOn }) => toOn !== null && toDay(toOn) >= input.fromOn)
  if (last?.toOn) return refuse('slotHeldUntil', { until: toDay(last.toOn) })
  try {
    const userId = cell.userId || accountNamed(book, kase, touched)
    const holder = holderFrom(book, kase, slot, {
      organisationId: cell.organisationId || undefined,
      userId,
      personName: cell.personName,
      personPost: '',
    })
    if (!now) return { step: { caseId, slot, holder }, issues: [], changed: false }
    const { holderId, words } = holderOf(now)
    const [broken] = replaceErrors({
      slot,
      stage: kase.stage,
      predecessor: { holderId, from: toDay(now.fromOn) },
      successor: { holderId: holder.id, from: input.fromOn },
      handoverNote: input.handoverNote,
    })
    if (broken) return refuse(broken.code, broken.params)
    return {
      step: { caseId, slot, holder, before: { id: now.id, words } },
      issues: [],
      changed: false,
    }
  } catch (error) {
    if (!(error instanceof InvalidInput)) throw error
    const issues = error.issues.map(({ field, ...issue }) => ({
      field: cellField(caseId, slot, partOf(slot, field)),
      ...issue,
    }))
    return { issues, changed: false }
  }
}

/** A name typed that is exactly one account's own of this role here stands for that account. */
function accountNamed(book: HolderBook, kase: WorkingCase, { slot, cell }: Touched) {
  if (cell.personName === '') return undefined
  const fits = accountsFor(book, kase, slot, cell.organisationId || undefined)
  const ids = new Set(
    fits.filter(({ name }) => name === cell.personName).map(({ userId }) => userId),
  )
  if (ids.size > 1) {
    throw new InvalidInput([{ field: 'personName', code: 'accountsAlike' }])
  }
  return [...ids][0]
}

/** Where an error of a field is shown: at this part if the cell has it. */
function partOf(slot: Slot, field: string): CellPart {
  const parts: readonly CellPart[] = cellParts[slot]
  return parts.find((part) => part === field) ?? cellParts[slot][0]
}
