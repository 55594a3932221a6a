import type { Permission } from '@/lib/access/policy'
import { type Move, moves } from '@/lib/plans/moves'
import type { RecordKind } from '@/prisma/generated/enums'

/** The kinds of work records under the five moves (design, "Work records"), in the order offered. */
export const kindsByMove = {
  RESPONSIBILITY: [
    'RESPONSIBILITY_LETTER_SIGNED',
    'JOINT_WORKING_GROUP_MEETING',
    'DOCUMENTS_ISSUED',
  ],
  TEAM: [
    'SECRETARY_ADJUSTED',
    'COMMITTEE_POST_CHANGED',
    'TEAM_MEMBER_ADDED',
    'ELECTION',
    'RESERVE_ADDED',
    'RESERVE_PROMOTED',
    'TRAINING_POST',
  ],
  SERVICE: [
    'HELP_GIVEN',
    'PROJECT',
    'TECHNICAL_TRAINING',
    'FUNDS',
    'DISPUTE_MEDIATED',
    'PEOPLES_MATTER_SETTLED',
  ],
  PURPOSE: ['THREE_MEETINGS', 'TRAINING', 'INTEGRITY_EDUCATION', 'MEMBER_APPRAISAL'],
  MECHANISM: ['REGULATION_ADOPTED', 'FOUR_DISCUSSIONS'],
} as const satisfies Record<Move, readonly RecordKind[]>

export const recordKinds = moves.flatMap((move): readonly RecordKind[] => kindsByMove[move])

/** The move a kind belongs to: never stored, so that the two cannot disagree. */
export function moveOf(kind: RecordKind): Move {
  const found = moves.find((move) => (kindsByMove[move] as readonly RecordKind[]).includes(kind))
  if (!found) throw new Error(`record kind ${kind} belongs to no move`)
  return found
}

/**
 * Kinds that change facts of the village when they are stored: the leading team, its regulations.
 * They are corrected by a further record, never by withdrawing this one.
 */
const applied: readonly RecordKind[] = [
  'SECRETARY_ADJUSTED',
  'COMMITTEE_POST_CHANGED',
  'TEAM_MEMBER_ADDED',
  'ELECTION',
  'RESERVE_ADDED',
  'RESERVE_PROMOTED',
  'REGULATION_ADOPTED',
]

export const isApplied = (kind: RecordKind) => applied.includes(kind)

export type RecordPermission = Extract<
  Permission,
  'record.write' | 'record.help' | 'record.formal' | 'record.responsibility'
>

/**
 * What the rulebook is asked about who writes a kind. Leading team, money and regulations are
 * written by the township and the county office alone; the database holds the same lists
 * (`app.is_formal_record`, `app.is_responsibility_record`).
 */
export function permissionFor(kind: RecordKind): RecordPermission {
  if (kind === 'HELP_GIVEN') return 'record.help'
  if (kind === 'FUNDS' || kind === 'REGULATION_ADOPTED' || moveOf(kind) === 'TEAM') {
    return 'record.formal'
  }
  return moveOf(kind) === 'RESPONSIBILITY' ? 'record.responsibility' : 'record.write'
}

/** Every permission by which some kind is written. */
export const recordPermissions = [...new Set(recordKinds.map(permissionFor))]
