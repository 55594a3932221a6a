import type { Day } from '@/lib/dates'
import { withInnerQuotes } from '@/lib/i18n/quoted'
import type { EventDetails, EventKind } from './events'

/** How codes, days and lists inside an event are put into the reader's language. */
export type Words = {
  /** The sentence of a kind, from the messages namespace `events`. */
  sentence: (kind: EventKind | 'unknown', params: Record<string, string | number>) => string
  /** A word of the messages namespace `terms`, e.g. `slot`, `WORK_TEAM`. */
  term: (list: TermList, code: string) => string
  day: (day: Day) => string
  /** `YYYY-MM`. */
  month: (month: string) => string
  list: (items: readonly string[]) => string
}

export type TermList =
  | 'acceptanceLevel'
  | 'channelKind'
  | 'commitmentPosition'
  | 'commitmentResult'
  | 'contactKind'
  | 'criterion'
  | 'decisionPurpose'
  | 'decisionStep'
  | 'findingGravity'
  | 'findingKind'
  | 'findingOrigin'
  | 'followUpResult'
  | 'grade'
  | 'inspectionMethod'
  | 'noticeKind'
  | 'organisationKind'
  | 'postTitle'
  | 'recordOption'
  | 'role'
  | 'slot'
  | 'stage'
  | 'subject'
  | 'surveyKind'
  | 'watchRule'

/** The values of a sentence, and the text a person wrote. */
export type Telling = { params: Record<string, string | number>; quote?: string }
export type Tell<K extends EventKind> = (details: EventDetails[K], words: Words) => Telling

/** Booleans as messages select them. */
export const yes = (value: unknown) => (value ? 'yes' : 'no')
export const tell = (params: Telling['params'], quote?: string): Telling => ({
  params: withInnerQuotes(params),
  ...(quote?.trim() && { quote: quote.trim() }),
})
export const lines = (...texts: string[]) => texts.filter(Boolean).join('\n')
