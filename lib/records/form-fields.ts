import type { RecordKind } from '@/prisma/generated/enums'
import { helpers, integrityForms, lawfulChanges, meetings, sizeUnits, trainings } from './details'

/** One field of a kind's form, and one line of its page: both are made from it. */
export type RecordField = {
  /** Under `detail.`; the label is the message `records.field.<name>`. */
  name: string
  type:
    | 'text'
    | 'area'
    | 'whole'
    | 'decimal'
    | 'yuan'
    | 'day'
    | 'choice'
    | 'post'
    | 'reserve'
    | 'regulation'
    | 'elected'
    | 'discussion'
  /** Words of the message `terms.recordOption`. */
  options?: readonly string[]
  optional?: true
  /** Rarely needed: folded away. */
  folded?: true
  /** Which posts are offered. */
  posts?: 'vacant' | 'committee' | 'all'
}

const people: RecordField = { name: 'people', type: 'whole', optional: true }
const due: RecordField = { name: 'due', type: 'whole', optional: true }
const present: RecordField = { name: 'present', type: 'whole', optional: true }

/** The typed fields of each kind in the order asked; kinds without any have their text alone. */
export const fieldsOf: Record<RecordKind, readonly RecordField[]> = {
  RESPONSIBILITY_LETTER_SIGNED: [],
  JOINT_WORKING_GROUP_MEETING: [],
  DOCUMENTS_ISSUED: [{ name: 'documentNo', type: 'text', optional: true }],
  SECRETARY_ADJUSTED: [
    { name: 'to', type: 'text', optional: true },
    { name: 'reason', type: 'area' },
    { name: 'jointReviewOn', type: 'day', optional: true, folded: true },
    { name: 'filedOn', type: 'day', optional: true, folded: true },
    { name: 'documentNo', type: 'text', optional: true, folded: true },
  ],
  COMMITTEE_POST_CHANGED: [
    { name: 'how', type: 'choice', options: lawfulChanges },
    { name: 'post', type: 'post', posts: 'committee' },
    { name: 'name', type: 'text', optional: true },
  ],
  TEAM_MEMBER_ADDED: [
    { name: 'post', type: 'post', posts: 'vacant' },
    { name: 'name', type: 'text' },
  ],
  ELECTION: [{ name: 'elected', type: 'elected', posts: 'all' }],
  RESERVE_ADDED: [
    { name: 'name', type: 'text' },
    { name: 'note', type: 'text', optional: true },
  ],
  RESERVE_PROMOTED: [
    { name: 'reserveId', type: 'reserve' },
    { name: 'post', type: 'post', posts: 'vacant' },
  ],
  TRAINING_POST: [people],
  HELP_GIVEN: [
    { name: 'by', type: 'choice', options: helpers },
    { name: 'money', type: 'yuan', optional: true },
  ],
  PROJECT: [
    { name: 'title', type: 'text' },
    { name: 'size', type: 'decimal', optional: true },
    { name: 'unit', type: 'choice', options: sizeUnits },
    { name: 'investment', type: 'yuan', optional: true },
    { name: 'households', type: 'whole', optional: true },
    { name: 'effect', type: 'area', optional: true },
  ],
  TECHNICAL_TRAINING: [people],
  FUNDS: [
    { name: 'year', type: 'whole' },
    { name: 'officeFunds', type: 'yuan' },
    { name: 'supplement', type: 'yuan' },
    { name: 'reason', type: 'area', optional: true, folded: true },
  ],
  DISPUTE_MEDIATED: [],
  PEOPLES_MATTER_SETTLED: [],
  THREE_MEETINGS: [{ name: 'meeting', type: 'choice', options: meetings }, due, present],
  TRAINING: [{ name: 'form', type: 'choice', options: trainings }, people],
  INTEGRITY_EDUCATION: [{ name: 'form', type: 'choice', options: integrityForms }, people],
  MEMBER_APPRAISAL: [due, present],
  REGULATION_ADOPTED: [
    { name: 'code', type: 'regulation' },
    { name: 'title', type: 'text', optional: true, folded: true },
    { name: 'document', type: 'text', optional: true },
  ],
  FOUR_DISCUSSIONS: [
    { name: 'matter', type: 'text' },
    { name: 'discussion', type: 'discussion' },
    { name: 'decisionPublishedOn', type: 'day', optional: true },
    { name: 'resultPublishedOn', type: 'day', optional: true },
  ],
}
