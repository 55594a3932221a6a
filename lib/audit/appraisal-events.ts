import type { Day } from '@/lib/dates'

/** The key register and the appraisal: of organisations, told without scores. */
export type AppraisalEvents = {
  watchProposed: WatchTold & { rules: string[] }
  watchLapsed: WatchTold
  watchListed: WatchTold & { reason: string; measures: string; basis: string }
  watchDeclined: WatchTold & { reason: string }
  watchReplied: WatchTold & { text: string }
  watchCleared: WatchTold & { reason: string; basis: string }
  appraisalOpened: { year: number; ruleVersion: number }
  appraisalComputed: { year: number; sheets: number }
  appraisalVerified: { year: number; organisation: string; changed: string[] }
  appraisalSelfScored: { year: number; organisation: string }
  appraisalAnnounced: { year: number; appealUntil: Day }
  appraisalAppealed: { year: number; organisation: string; indicator: string; text: string }
  appraisalAppealAnswered: { year: number; organisation: string; upheld: boolean; text: string }
  appraisalPublished: { year: number; documentNo: string; sheets: number }
  appraisalExported: { year: number; format: string; sheets: number }
}

/** Whom a listing is about: the organisation, and the member of it that a person listed. */
type WatchTold = { listingId: string; organisation: string; member: string }
