import type { Permission } from '@/lib/access/policy'
import type { Subject } from '@/lib/access/relations'
import type { NoticeKind, NoticeStatus } from '@/prisma/generated/enums'

/** The ladder, each step of it taken by a person: 工作提醒函 → 督办函 → 约谈 → 通报. */
export const noticeLadder = [
  'REMINDER',
  'SUPERVISION',
  'TALK',
  'CIRCULAR',
] as const satisfies readonly NoticeKind[]

/** The next step of the ladder; undefined on the last. */
export function nextKind(kind: NoticeKind): NoticeKind | undefined {
  return noticeLadder[noticeLadder.indexOf(kind) + 1]
}

type Step = { from: readonly NoticeStatus[]; to: NoticeStatus; may: Permission }

/**
 * The way of a notice, one row per verb: drafted, signed by somebody else, signed for and replied to by
 * its addressee, returned or verified by the inspector or the county office, closed.
 */
export const noticeSteps = {
  edit: { from: ['DRAFTED'], to: 'DRAFTED', may: 'notice.draft' },
  sign: { from: ['DRAFTED'], to: 'SIGNED', may: 'notice.sign' },
  withdraw: { from: ['DRAFTED'], to: 'WITHDRAWN', may: 'notice.draft' },
  receive: { from: ['SIGNED'], to: 'RECEIVED', may: 'notice.reply' },
  reply: { from: ['RECEIVED', 'RETURNED'], to: 'REPLIED', may: 'notice.reply' },
  verify: { from: ['REPLIED'], to: 'VERIFIED', may: 'notice.verify' },
  return: { from: ['REPLIED'], to: 'RETURNED', may: 'notice.verify' },
  close: { from: ['VERIFIED'], to: 'CLOSED', may: 'notice.close' },
} as const satisfies Record<string, Step>

export type NoticeVerb = keyof typeof noticeSteps

export const noticeVerbs = Object.keys(noticeSteps) as NoticeVerb[]

/** Whether a notice in this state knows the verb. */
export function knowsVerb(verb: NoticeVerb, status: NoticeStatus): boolean {
  const from: readonly NoticeStatus[] = noticeSteps[verb].from
  return from.includes(status)
}

/** The addressee owes something: to sign for it, to reply, to reply again. */
export const awaitingStatuses = [
  'SIGNED',
  'RECEIVED',
  'RETURNED',
] as const satisfies readonly NoticeStatus[]

/** Sent and not at an end: what keeps a case from being accepted. */
export const openStatuses = [
  ...awaitingStatuses,
  'REPLIED',
  'VERIFIED',
] as const satisfies readonly NoticeStatus[]

/** Whether a notice was sent and is not at an end. */
export function isOpenNotice(status: NoticeStatus): boolean {
  const open: readonly NoticeStatus[] = openStatuses
  return open.includes(status)
}

/** Whether the addressee owes something. */
export function isAwaited(status: NoticeStatus): boolean {
  const awaited: readonly NoticeStatus[] = awaitingStatuses
  return awaited.includes(status)
}

/** What a later notice takes the place of: nothing of it was accepted yet. */
export function isReplaced(status: NoticeStatus): boolean {
  return isAwaited(status) || status === 'REPLIED'
}

/** Whether a notice can be taken further or sent anew: it was signed and not followed already. */
export function mayBeFollowed(status: NoticeStatus): boolean {
  return status !== 'DRAFTED' && status !== 'WITHDRAWN' && status !== 'REISSUED'
}

type Authors = {
  draftedById: string | null
  editedById: string | null
  repliedById: string | null
}

/**
 * Whose work a verb decides on: nobody signs what they drafted or last wrote, nobody verifies, returns
 * or closes what they replied.
 */
export function authorsOf(verb: NoticeVerb, row: Authors): (string | null)[] {
  if (verb === 'sign') return [row.draftedById, row.editedById]
  return verb === 'verify' || verb === 'return' || verb === 'close' ? [row.repliedById] : []
}

/** Organisations that are written to: those whose people can sign for it. */
export const addresseeKinds = ['TOWNSHIP', 'DEPARTMENT', 'WORK_TEAM'] as const

/** 鹿组督函〔2026〕3号; empty while it is a draft. */
export function referenceOf(row: {
  prefix: string
  year: number | null
  number: number | null
}): string {
  return row.number === null ? '' : `${row.prefix}〔${row.year}〕${row.number}号`
}

/** What the rulebook is asked about for a notice. */
export function subjectOfNotice(row: {
  countyId: string
  townshipId: string | null
  caseId: string | null
  addresseeId: string
  checkIds: readonly string[]
}): Subject {
  const { countyId, townshipId, caseId, addresseeId, checkIds } = row
  return { countyId, townshipId, addresseeId, checkIds, ...(caseId && { caseId }) }
}
