import type { Day } from '@/lib/dates'

/** Supervision notices, all 内部: who reads a notice reads its way on its own page. */
export type NoticeEvents = {
  noticeDrafted: NoticeTold & { dueOn: Day }
  noticeEdited: NoticeTold & { dueOn: Day }
  noticeWithdrawn: NoticeTold & { reason: string }
  noticeSigned: NoticeTold & { dueOn: Day }
  noticeReceived: NoticeTold
  noticeReplied: NoticeTold & { text: string }
  noticeReturned: NoticeTold & { reason: string; dueOn: Day }
  noticeVerified: NoticeTold & { text: string }
  noticeClosed: NoticeTold & { text: string }
  noticeReissued: NoticeTold & { by: string }
}

/** Which notice an event tells of; `reference` is its number, or empty before it is signed. */
type NoticeTold = {
  noticeId: string
  notice: string
  reference: string
  title: string
  addressee: string
}
