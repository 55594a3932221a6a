import type { helpers, integrityForms, meetings, trainings } from '@/lib/records/details'
import type { RecordKind } from '@/prisma/generated/enums'

type Options = (typeof helpers | typeof meetings | typeof trainings | typeof integrityForms)[number]

/** A kind of work record that a phone writes: a text, a day, and at most one choice beside them. */
export type PhoneRecordKind = {
  kind: RecordKind
  /** The typed field under `detail.` that must be chosen. */
  choice?: { name: 'by' | 'meeting' | 'form'; options: readonly Options[] }
}

/** The kinds that need no figure and no list of the server (names of posts, money, votes). */
export const phoneRecordKinds = [
  { kind: 'DISPUTE_MEDIATED' },
  { kind: 'PEOPLES_MATTER_SETTLED' },
  {
    kind: 'HELP_GIVEN',
    choice: { name: 'by', options: ['DEPARTMENT', 'PAIRED_BRANCH', 'LEADER'] },
  },
  { kind: 'TECHNICAL_TRAINING' },
  {
    kind: 'THREE_MEETINGS',
    choice: {
      name: 'meeting',
      options: ['MEMBERS_MEETING', 'COMMITTEE_MEETING', 'GROUP_MEETING', 'PARTY_LECTURE'],
    },
  },
  {
    kind: 'TRAINING',
    choice: { name: 'form', options: ['SPECIAL', 'DISTANCE', 'AIR_CLASSROOM'] },
  },
  {
    kind: 'INTEGRITY_EDUCATION',
    choice: { name: 'form', options: ['ACTIVITY', 'WARNING_BASE'] },
  },
  { kind: 'MEMBER_APPRAISAL' },
] as const satisfies readonly PhoneRecordKind[]

/** The choice of a kind, by the name a form gave back. */
export const choiceOf = (kind: unknown): PhoneRecordKind['choice'] =>
  (phoneRecordKinds as readonly PhoneRecordKind[]).find((each) => each.kind === kind)?.choice
