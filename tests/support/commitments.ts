import { draftCommitment } from '@/lib/commitments/commands'
import { draftCommitmentInput } from '@/lib/commitments/schema'
import {
  acceptCommitment,
  evaluateCommitment,
  publishCommitment,
  reportCommitment,
} from '@/lib/commitments/step-commands'
import type { Day } from '@/lib/dates'
import { newId } from '@/lib/ids'
import { nameOf } from './case-at'
import { type World, worldDay } from './world'

/** A commitment of a village's secretary as it is sent; what a test cares about is given. */
export const commitmentOf = (change: object) =>
  draftCommitmentInput.parse({
    id: newId(),
    level: 'SECRETARY',
    position: 'VILLAGE_SECRETARY',
    text: '每月公开村级收支，接受群众查询。',
    yardstick: '每月 5 日前在公开栏张贴上月收支。',
    dueOn: '2026-12-31',
    ...change,
  })

type At = { village: string; on?: Day; until?: 'PUBLISHED' | 'EVALUATED' }

/**
 * Takes a commitment of a village to its evaluation, or to its publication, by the commands that
 * users use: entered by `township`, judged by the office (of members by `township-2`). Returns its id.
 */
export async function carryCommitment(world: World, sent: object, at: At): Promise<string> {
  const { village, on = worldDay, until = 'EVALUATED' } = at
  const who = (account: string) => world.viewer(nameOf(village, account), on)
  const draft = commitmentOf({ dueOn: on < '2026-12-31' ? '2026-12-31' : on, ...sent })
  const judge = draft.level === 'MEMBER' ? 'township-2' : 'office'
  const commitmentId = draft.id
  await draftCommitment(await who('township'), draft)
  await acceptCommitment(await who(judge), { commitmentId, version: 1, note: '' })
  await publishCommitment(await who('township'), { commitmentId, version: 2 })
  if (until === 'PUBLISHED') return commitmentId
  const evidence = '已按期公开。'
  await reportCommitment(await who('township'), {
    commitmentId,
    version: 3,
    evidence,
    evidenceOn: on,
  })
  const result = { result: 'KEPT', reason: '群众认可' } as const
  await evaluateCommitment(await who(judge), { commitmentId, version: 4, ...result })
  return commitmentId
}
