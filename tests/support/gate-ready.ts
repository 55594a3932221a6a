import type { GateFacts } from '@/lib/cases/gate'
import { regulationCodes } from '@/lib/regulations/codes'

/** The day of the gate's tests. */
export const gateDay = '2026-03-10'

/** A published round that satisfied everybody. */
const counted = {
  published: true,
  present: 30,
  valid: 30,
  votes: 30,
  satisfied: 30,
  dissatisfied: 0,
}
/** A case of which nothing is missing. */
export const ready: GateFacts = {
  measures: [
    { number: 1, title: '补选', status: 'DONE' },
    { number: 2, title: '修路', status: 'CANCELLED' },
  ],
  problems: [
    {
      number: 1,
      title: '书记空缺',
      status: 'VERIFIED',
      reportedById: 'a',
      solvedById: 'b',
      verifiedById: 'c',
    },
  ],
  posts: [{ title: 'SECRETARY', holderName: '韦某' }],
  reserveCadres: 2,
  slotGaps: [],
  regulations: regulationCodes.map((code) => ({ code, adoptedOn: '2026-01-05', endedOn: null })),
  commitments: [
    { level: 'SECRETARY', position: 'VILLAGE_SECRETARY', title: '公开账目', evaluated: true },
  ],
  notices: { signed: 1, open: [] },
  townshipAcceptance: { passed: true, total: 70 },
  countyAcceptance: { passed: true, total: 70, conflicts: [] },
  consolidationUntil: gateDay,
  surveys: { members: 40, households: 400, MEETING: counted, HOUSEHOLD: counted },
}
