import type pg from 'pg'
import { applyForAcceptance, passCounty, passTownship } from '@/lib/acceptance/commands'
import { formTeam } from '@/lib/acceptance/sheet-commands'
import { confirm } from '@/lib/cases/commands'
import { verbInputs } from '@/lib/cases/verb-inputs'
import type { Verb } from '@/lib/cases/workflow'
import { close } from '@/lib/closure/commands'
import { newId } from '@/lib/ids'
import {
  abandonRevision,
  approvePlan,
  revisePlan,
  savePlan,
  submitPlan,
  submitRevision,
  withdrawRevision,
} from '@/lib/plans/commands'
import { closing, finishWork, freeMembers, openRound, sheet } from './case-accepted'
import { caseAt, chainOn, draftOf, stateOf } from './case-at'
import { play } from './cast'
import { plant, type Row } from './plant'
import type { Situation } from './walk-table'
import { type World, worldDay } from './world'

const village = 'A.0.0'

/** The case of the walk, led through its life by the commands that users use. */
export type Life = { world: World; owner: pg.Pool; caseId: string; batches: [string, string] }

/** Proposes it, and binds leader, helper unit, work team and an inspector to it from the start. */
export async function beginLife(world: World, owner: pg.Pool): Promise<Life> {
  const batches: [string, string] = [newId(), newId()]
  const batch = (id: string, number: number) => ({
    id,
    county_id: '450223',
    number,
    name: `第${number}批`,
    year: 2026,
    start_on: '2026-03-01',
    target_end_on: '2026-12-31',
    rule_set_id: world.ruleSets.A,
  })
  await plant(owner, [['batches', batches.map((id, index) => batch(id, index + 1))]])
  const { caseId } = await caseAt(world, 'CANDIDATE', { village })
  const slot = (name: string, holder: Row) => ({
    id: newId(),
    case_id: caseId,
    slot: name,
    from_on: '2026-01-01',
    organisation_id: null,
    user_id: null,
    person_name: '',
    ...holder,
  })
  const acceptance = {
    id: newId(),
    case_id: caseId,
    level: 'COUNTY',
    round: 1,
    opened_on: '2026-01-01',
    yellow_on: '2026-01-01',
    red_on: '2026-01-01',
  }
  await plant(owner, [
    [
      'assignments',
      [
        slot('COUNTY_LEADER', { user_id: world.users['A.leader'] }),
        slot('TOWNSHIP_LEADER', { person_name: '韦镇长' }),
        slot('HELPER_UNIT', { organisation_id: world.organisations['A.helper'] }),
        slot('WORK_TEAM', { organisation_id: world.organisations['A.team'] }),
      ],
    ],
    ['acceptances', [acceptance]],
    [
      'acceptance_members',
      [
        {
          id: newId(),
          case_id: caseId,
          acceptance_id: acceptance.id,
          user_id: world.users['A.inspector'],
          name: '督导员',
        },
      ],
    ],
  ])
  await owner.query(`UPDATE acceptances SET status = 'FAILED' WHERE id = $1`, [acceptance.id])
  return { world, owner, caseId, batches }
}

const stand = (life: Life) => stateOf(life.world, village, life.caseId)
const at = async (life: Life) => ({ ...(await stand(life)), village, on: worldDay })

/** Leads the case from one situation to the next; each step is a verb done by its own role. */
export async function lead(life: Life, to: Situation): Promise<void> {
  const { world, caseId } = life
  const township = await play(world, 'township')
  const office = await play(world, 'office')
  const { version } = await stand(life)
  const onCase = { caseId, version }
  switch (to) {
    case 'candidate':
      return
    case 'planning':
      await confirm(office, { ...onCase, batchId: life.batches[0], decisions: chainOn(worldDay) })
      await savePlan(township, draftOf(world, village, await stand(life)))
      return
    case 'planReview':
      return submitPlan(township, onCase)
    case 'rectifying':
      return approvePlan(office, { ...onCase, recordNo: '1号' })
    case 'revisionDraft':
      await revisePlan(township, { ...onCase, reason: '情况有变' })
      // Text alone makes it a change; its lines stay.
      await life.owner.query(
        `UPDATE plans SET goals = '新目标' WHERE case_id = $1 AND status = 'DRAFT'`,
        [caseId],
      )
      return
    case 'revisionSubmitted':
      return submitRevision(township, onCase)
    case 'ready':
      await withdrawRevision(township, onCase)
      await abandonRevision(township, { caseId, version: version + 1, reason: '不再修订' })
      return finishWork(world, await at(life))
    case 'townshipAcceptance':
      await applyForAcceptance(township, onCase)
      return team(life, 'township-2')
    case 'countyAcceptance':
      await passTownship(await play(world, 'township-2'), { ...onCase, ...sheet() })
      return team(life, 'office')
    case 'consolidating':
      return passCounty(office, { ...onCase, ...sheet() })
    case 'closed':
      return close(office, { ...onCase, ...closing(worldDay) })
    case 'notConfirmed':
      return notConfirmed(life)
  }
}

async function team(life: Life, who: 'township-2' | 'office') {
  const members = freeMembers
  await formTeam(await play(life.world, who), {
    ...(await openRound(life.world, await at(life))),
    members,
  })
}

/** A case once declined keeps its people bound: the walk goes on with the same case, set back by the owner. */
async function notConfirmed({ owner, caseId }: Life) {
  await owner.query(
    `UPDATE cases SET stage = 'NOT_CONFIRMED', readable_until = NULL WHERE id = $1`,
    [caseId],
  )
}

/** A valid input for a verb as the case stands. */
export async function inputFor(life: Life, verb: Verb) {
  const { caseId } = life
  const { version } = await stand(life)
  const reason = '情况有变'
  const decision = { body: '部务会', decidedOn: worldDay, documentNo: '', result: '同意' }
  const more: Partial<Record<Verb, object>> = {
    confirm: { batchId: life.batches[0], decisions: chainOn(worldDay) },
    approvePlan: { recordNo: '1号' },
    approveRevision: { recordNo: '2号' },
    passTownship: sheet(),
    passCounty: sheet(),
    close: closing(worldDay),
    carryOver: { batchId: life.batches[1], decision },
    annul: { decision },
  }
  return verbInputs[verb].parse({ caseId, version, reason, ...more[verb] })
}
