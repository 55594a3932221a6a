import type { Day } from '@/lib/dates'

/** What a reminder may be about; keys of `reminders.subject`. */
export const subjectKinds = [
  'measure',
  'plan',
  'planReview',
  'candidate',
  'extension',
  'acceptance',
  'followUp',
  'coordination',
  'instruction',
  'commitment',
  'notice',
] as const
export type SubjectKind = (typeof subjectKinds)[number]

/** Something with a deadline: whose it is, when it is due and from when it is red. */
export type DueSubject = {
  subject: SubjectKind
  id: string
  caseId: string | null
  villageId: string | null
  townshipId: string
  measureId: string | null
  due: Day
  redOn: Day
  title: string
  /** The organisation named, the township of the case, or the county office. */
  owner: 'organisation' | 'township' | 'office'
  organisationId: string | null
  personUserId: string | null
  personName: string
}

/** The page on which it is done. */
export function hrefOf(of: Pick<DueSubject, 'subject' | 'id' | 'caseId' | 'measureId'>): string {
  const kase = `/cases/${of.caseId}`
  switch (of.subject) {
    case 'measure':
      return `${kase}/measures/${of.id}`
    case 'extension':
      return `${kase}/measures/${of.measureId}#extensions`
    case 'coordination':
      return `/coordination/${of.id}`
    case 'instruction':
      return `/instructions/${of.id}`
    case 'acceptance':
      return `${kase}/acceptance`
    case 'followUp':
      return `${kase}/follow-ups`
    case 'commitment':
      return `/commitments/manage/${of.id}`
    case 'notice':
      return `/notices/${of.id}`
    case 'plan':
    case 'planReview':
      return `${kase}/plan`
    case 'candidate':
      return kase
  }
}

/** What tells one step's subject from another. */
export const keyOf = (of: { subject: string; id: string; due: Day }) =>
  `${of.subject} ${of.id} ${of.due}`
