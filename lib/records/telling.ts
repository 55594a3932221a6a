import type { EventDetails } from '@/lib/audit/events'
import { regulationTitles } from '@/lib/regulations/codes'
import type { RecordKind } from '@/prisma/generated/enums'
import type { Applied, Details } from './details'

/** The typed fields as they are stored: what was written, and what applying them added. */
export type StoredDetail<K extends RecordKind = RecordKind> = Details[K] & Applied

type Told = Omit<EventDetails['recordLogged'], 'recordId' | 'record' | 'text'>

const nothing: Told = { what: '', of: '', posts: [], year: 0, count: 0, money: 0 }

/** What an event says of the typed fields, so that its sentence needs nothing else. */
export function toldOf(kind: RecordKind, stored: object): Told {
  const part = tellings[kind]?.(stored as never) ?? {}
  return { ...nothing, posts: (stored as Applied).posts ?? [], ...part }
}

type Tellings = { [K in RecordKind]?: (detail: StoredDetail<K>) => Partial<Told> }

const tellings: Tellings = {
  DOCUMENTS_ISSUED: (d) => ({ what: d.documentNo }),
  COMMITTEE_POST_CHANGED: (d) => ({ of: d.how }),
  RESERVE_ADDED: (d) => ({ what: d.name }),
  RESERVE_PROMOTED: (d) => ({ what: d.reserve ?? '' }),
  TRAINING_POST: (d) => ({ count: d.people ?? 0 }),
  HELP_GIVEN: (d) => ({ of: d.by, money: d.money ?? 0 }),
  PROJECT: (d) => ({ what: d.title, money: d.investment ?? 0, count: d.households ?? 0 }),
  TECHNICAL_TRAINING: (d) => ({ count: d.people ?? 0 }),
  FUNDS: (d) => ({ year: d.year, money: d.officeFunds + d.supplement }),
  THREE_MEETINGS: (d) => ({ of: d.meeting, count: d.present ?? 0 }),
  TRAINING: (d) => ({ of: d.form, count: d.people ?? 0 }),
  INTEGRITY_EDUCATION: (d) => ({ of: d.form, count: d.people ?? 0 }),
  MEMBER_APPRAISAL: (d) => ({ count: d.present ?? 0 }),
  REGULATION_ADOPTED: (d) => ({ what: d.title || regulationTitles[d.code] }),
  FOUR_DISCUSSIONS: (d) => ({ what: d.matter }),
}
