import { beforeAll, describe, expect, test } from 'vitest'
import {
  applyForAcceptance,
  failCounty,
  passCounty,
  passTownship,
  resumeRectifying,
} from '@/lib/acceptance/commands'
import { formTeam } from '@/lib/acceptance/sheet-commands'
import { read } from '@/lib/db'
import { reopenProblem } from '@/lib/problems/commands'
import {
  type AcceptedAt,
  acceptedAt,
  actor,
  freeMembers,
  onCase,
  openRound,
  sheet,
  teamUp,
} from '@/tests/support/case-accepted'
import { eventsOf, stateOf } from '@/tests/support/case-at'
import { databaseOfThisFile } from '@/tests/support/database'
import { makeWorld, type World } from '@/tests/support/world'

let world: World
const { owner } = databaseOfThisFile()
beforeAll(async () => {
  world = await makeWorld()
})

const now = async (kase: AcceptedAt): Promise<AcceptedAt> => ({
  ...kase,
  ...(await stateOf(world, kase.village, kase.caseId)),
})
const events = (kase: AcceptedAt) => eventsOf(world, kase.village, kase.caseId)

describe('the county round', () => {
  let kase: AcceptedAt
  beforeAll(async () => {
    kase = await acceptedAt(world, 'COUNTY_ACCEPTANCE', { village: 'A.0.4' })
  })

  test('its team is free of township, helper unit, work team and whoever took part', async () => {
    const members = [
      { name: '甲某', post: '', leads: true },
      {
        name: '乡镇的',
        post: '',
        organisationId: world.organisations['A.township-0'],
        leads: false,
      },
      { name: '帮扶的', post: '', userId: world.users['A.helper'], leads: false },
      { name: '驻村的', post: '', organisationId: world.organisations['A.team'], leads: false },
      { name: '韦镇长', post: '', leads: false },
      {
        name: '别的帮扶单位',
        post: '',
        organisationId: world.organisations['A.helper-2'],
        leads: false,
      },
    ]
    await expect(
      formTeam(await actor(world, kase, 'office'), { ...(await openRound(world, kase)), members }),
    ).rejects.toMatchObject({
      issues: [
        { field: 'members.1.name', code: 'memberOfTownship' },
        { field: 'members.2.name', code: 'memberOfHelperUnit' },
        { field: 'members.3.name', code: 'memberOfWorkTeam' },
        { field: 'members.4.name', code: 'memberInvolved' },
      ],
    })
  })

  test('an account is looked at in every organisation it holds an appointment', async () => {
    const members = freeMembers.map((member, index) =>
      index === 1
        ? {
            ...member,
            userId: world.users['A.helper'],
            organisationId: world.organisations['A.inspectors'],
          }
        : member,
    )
    await expect(
      formTeam(await actor(world, kase, 'office'), { ...(await openRound(world, kase)), members }),
    ).rejects.toMatchObject({
      issues: [{ field: 'members.1.name', code: 'memberOfHelperUnit' }],
    })
  })

  test('an inspector on the team reads the case from then on', async () => {
    const inspector = () => world.viewer('A.inspector')
    const seen = async () =>
      read(await inspector(), (tx) => tx.case.count({ where: { id: kase.caseId } }))
    expect(await seen()).toBe(0)
    await formTeam(await actor(world, kase, 'office'), {
      ...(await openRound(world, kase)),
      members: freeMembers.map((member, index) =>
        index === 2 ? { ...member, userId: world.users['A.inspector'] } : member,
      ),
    })
    expect(await seen()).toBe(1)
    await expect(
      passCounty(await inspector(), { ...onCase(kase), ...sheet() }),
    ).rejects.toMatchObject({ status: 403 })
  })

  test('the gate is asked again: a problem reopened meanwhile keeps it closed', async () => {
    // Only rectifying reopens a problem, so the row is set back the way a gap would look.
    await owner.query(`UPDATE problems SET status = 'SOLVED' WHERE case_id = $1 AND number = 1`, [
      kase.caseId,
    ])
    await expect(
      passCounty(await actor(world, kase, 'office'), { ...onCase(kase), ...sheet() }),
    ).rejects.toMatchObject({
      code: 'gateClosed',
      reasons: [{ code: 'criterion.problemsVerified' }],
    })
    const [problem] = (await now(kase)).problems
    await expect(
      reopenProblem(await actor(world, kase, 'office'), {
        caseId: kase.caseId,
        problemId: problem?.id ?? '',
        version: problem?.version ?? 0,
        reason: '验收阶段不能改',
      }),
    ).rejects.toMatchObject({ code: 'wrongStage' })
    await owner.query(`UPDATE problems SET status = 'VERIFIED' WHERE case_id = $1`, [kase.caseId])
  })

  test('fails back to rectifying, and everything starts again with the township', async () => {
    await failCounty(await actor(world, kase, 'office'), { ...onCase(kase), reason: '群众不认可' })
    expect((await now(kase)).stage).toBe('RECTIFYING')
  })

  test('passes into consolidation, and may go back to rectifying with a reason', async () => {
    await applyForAcceptance(await actor(world, kase, 'township'), onCase(await now(kase)))
    await teamUp(world, kase, 'TOWNSHIP')
    await passTownship(await actor(world, kase, 'township-2'), {
      ...onCase(await now(kase)),
      ...sheet(),
    })
    await teamUp(world, kase, 'COUNTY')
    await passCounty(await actor(world, kase, 'office'), { ...onCase(await now(kase)), ...sheet() })
    expect((await now(kase)).stage).toBe('CONSOLIDATING')
    await resumeRectifying(await actor(world, kase, 'office'), {
      ...onCase(await now(kase)),
      reason: '巩固期内问题反复',
    })
    expect((await now(kase)).stage).toBe('RECTIFYING')
    expect((await events(kase)).slice(-2)).toEqual(['acceptancePassed', 'consolidationEnded'])
  })
})
