import type { z } from 'zod'
import { chineseNumber } from '@/lib/batches/names'
import { relapseOf } from '@/lib/cases/relapse'
import type { enterHistoricalInput, proposeInput } from '@/lib/cases/schema'
import type { EarlierCase } from '@/lib/cases/select'
import type { Day } from '@/lib/dates'
import { RuleBroken } from '@/lib/errors'
import terms from '@/lib/i18n/messages/zh-CN/terms.json'
import type { RuleMessage } from '@/lib/rule-message'
import { type LedgerField, ledgerColumns } from './columns'
import { issue, type LedgerIssue } from './issue'
import { type Found, type KnownKind, readFindings } from './match-findings'
import type { KnownVillage } from './match-village'
import { plain } from './plain'
import type { LedgerLine } from './read-table'
import { noteOf, sourceOf } from './row-note'
import { daysIn } from './written-days'

export type HistoricalInput = z.output<typeof enterHistoricalInput>
export type ProposalInput = z.output<typeof proposeInput>

/** What importing a row makes. */
export type Making =
  | { kind: 'historical'; input: HistoricalInput }
  | { kind: 'candidate'; input: ProposalInput; closed: EarlierCase | null }

/** What a row is judged by, besides its own words. */
export type Grounds = {
  batch: { id: string; name: string; number: number }
  today: Day
  kinds: readonly KnownKind[]
  /** Where the row comes from: the name of the file. */
  file: string
}

export type JudgedCase = EarlierCase & { batchId: string | null }

/** A row of a village that was found: what it makes, or everything that stands against it. */
export type Judgement = { making?: Making; notes: RuleMessage[]; issues: LedgerIssue[] }

/** Judges one row. `cases` are the village's own, the newest first, without those not confirmed. */
export function judgeLine(
  line: LedgerLine,
  village: KnownVillage,
  cases: readonly JudgedCase[],
  grounds: Grounds,
): Judgement {
  const found = readFindings(line.text, grounds.kinds)
  const issues = [...batchIssues(line, grounds), ...found.issues]
  const notes: RuleMessage[] = found.causesLeft ? [{ code: 'causesLeft' }] : []
  if (cases.some((kase) => kase.batchId === grounds.batch.id)) {
    issues.push(issue('village', 'villageInBatch', { batch: grounds.batch.name }))
  }
  const closed = isClosed(line, issues)
  const making = closed
    ? historical(line, village, found, { grounds, issues })
    : candidate(line, village, found, { cases, grounds, issues })
  if (making && making.input.proposal.length > maxNote) {
    issues.push(issue('remarks', 'rowTooLong', { max: maxNote }))
  }
  if (closed && village.ended) notes.push({ code: 'endedVillage' })
  return issues.length > 0 || !making ? { notes, issues } : { making, notes, issues }
}

/** What can be said of a row without knowing its village. */
export function formIssues(line: LedgerLine): LedgerIssue[] {
  const issues = Object.entries(line.marks).map(([field, code]) =>
    issue(field as LedgerField, code),
  )
  for (const { field } of ledgerColumns) {
    if ((line.text[field] ?? '').length > maxText)
      issues.push(issue(field, 'tooLong', { max: maxText }))
  }
  for (const field of ['township', 'village'] as const) {
    if (!line.text[field] && !line.marks[field]) issues.push(issue(field, 'required'))
  }
  return issues
}

/** The longest text of a cell, and of all that becomes the note of the case. */
const maxText = 5_000
const maxNote = 10_000

function batchIssues({ text }: LedgerLine, { batch }: Grounds): LedgerIssue[] {
  const { name, number } = batch
  const said = text.batch ?? ''
  const meant = [name, String(number), `第${number}批`, `第${chineseNumber(number)}批`].map(plain)
  return said === '' || meant.includes(plain(said))
    ? []
    : [issue('batch', 'otherBatch', { said: said.slice(0, 40), batch: name })]
}

const { CLOSED, NOT_CONFIRMED, ...openStages } = terms.stage
const closedWords = [CLOSED, '已转化', '销号'].map(plain)
const openWords = Object.values(openStages).map(plain)

/** Closed by its date or by its stage; a row that says both is refused. */
function isClosed({ text }: LedgerLine, issues: LedgerIssue[]): boolean {
  const stage = plain(text.stage ?? '')
  if (stage === plain(NOT_CONFIRMED)) issues.push(issue('stage', 'notConfirmed'))
  if (!text.closing) return closedWords.includes(stage)
  if (openWords.includes(stage)) {
    issues.push(issue('closing', 'closedAndOpen', { stage: text.stage ?? '' }))
  }
  return true
}

type Basis = { grounds: Grounds; issues: LedgerIssue[] }

function historical(
  line: LedgerLine,
  village: KnownVillage,
  { findings, causesLeft }: Found,
  { grounds, issues }: Basis,
): Making | undefined {
  const confirmedOn = dayOf(line, 'confirmation', grounds.today, issues)
  const closedOn = dayOf(line, 'closing', grounds.today, issues)
  if (confirmedOn && closedOn && closedOn < confirmedOn) {
    issues.push(issue('closing', 'closedBeforeConfirmed', { confirmedOn }))
  }
  if (!confirmedOn || !closedOn) return undefined
  const sourceDocument = sourceOf(line, grounds.file)
  const proposal = noteOf(line, grounds.file, { causesLeft })
  const of = { villageId: village.id, batchId: grounds.batch.id }
  const input = { ...of, sourceDocument, confirmedOn, closedOn, proposal, findings }
  return { kind: 'historical', input }
}

/** The day of a cell: the last of several meetings, but a village is struck off on one day only. */
function dayOf(
  { text }: LedgerLine,
  field: 'confirmation' | 'closing',
  today: Day,
  issues: LedgerIssue[],
): Day | undefined {
  const { days, impossible } = daysIn(text[field] ?? '')
  const last = days.toSorted().at(-1)
  if (impossible[0]) issues.push(issue(field, 'dateImpossible', { text: impossible[0] }))
  else if (!last) issues.push(issue(field, text[field] ? 'dateUnread' : 'dateNeeded'))
  else if (last > today) issues.push(issue(field, 'dateInFuture', { day: last }))
  else if (field === 'closing' && days.length > 1) issues.push(issue(field, 'datesSeveral'))
  return last
}

function candidate(
  line: LedgerLine,
  village: KnownVillage,
  { findings, causesLeft, issues: against }: Found,
  { cases, grounds, issues }: Basis & { cases: readonly EarlierCase[] },
): Making | undefined {
  if (findings.length === 0 && against.length === 0) issues.push(issue('problems', 'findingNeeded'))
  if (village.ended) {
    issues.push(issue('village', 'villageEnded', { successor: village.successor || 'none' }))
  }
  const relapse = relapseSaid(line.text.relapse ?? '', issues)
  try {
    const closed = relapseOf(cases, relapse)
    const proposal = noteOf(line, grounds.file, { causesLeft })
    const input = { villageId: village.id, proposal, findings, relapse }
    return { kind: 'candidate', input, closed }
  } catch (error) {
    if (!(error instanceof RuleBroken)) throw error
    const { field, ...params } = error.params
    issues.push(issue(field === 'relapse' ? 'relapse' : 'village', error.code, params))
    return undefined
  }
}

function relapseSaid(text: string, issues: LedgerIssue[]): 'yes' | 'no' | undefined {
  if (text === '是') return 'yes'
  if (text === '否') return 'no'
  if (text !== '') issues.push(issue('relapse', 'yesOrNo', { text: text.slice(0, 40) }))
  return undefined
}
