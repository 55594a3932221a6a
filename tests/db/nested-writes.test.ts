import { beforeAll, describe, expect, test } from 'vitest'
import type { Tx } from '@/lib/db'
import { newId } from '@/lib/ids'
import { Prisma } from '@/prisma/generated/client'
import { undone } from '@/tests/support/attempts'
import { addCast, type Part, play } from '@/tests/support/cast'
import { databaseOfThisFile } from '@/tests/support/database'
import { appointmentId, kase, other, plantTwoCases, stranger } from '@/tests/support/two-cases'
import { makeWorld, type World } from '@/tests/support/world'

const { owner } = databaseOfThisFile()
let world: World

beforeAll(async () => {
  world = await makeWorld()
  await addCast(world)
  await plantTwoCases(owner, world)
})

describe('rules hold for create and nested create as much as for read', () => {
  const attempt = async (part: Part, work: (tx: Tx) => Promise<unknown>) =>
    undone(await play(world, part), (tx) =>
      work(tx).then(
        () => 'done',
        (error) => error.message as string,
      ),
    )
  const select = { id: true } as const
  const day = new Date('2026-03-01')
  const closure = () => ({
    id: newId(),
    number: newId(),
    basis: '决定',
    closedOn: day,
    signers: [],
    criteria: {},
  })
  const progress = (caseId: string) => ({
    id: newId(),
    caseId,
    happenedOn: day,
    percent: 1,
    text: '进展',
    byName: '某',
  })
  const into = { where: { id: kase.id }, select }
  const measureOf = (one: typeof kase) => ({ where: { id: one.ids.measures ?? '' }, select })

  test.each<[Part, string, (tx: Tx) => Promise<unknown>]>([
    [
      'township',
      'a closure inside its case',
      (tx) => tx.case.update({ ...into, data: { closures: { create: closure() } } }),
    ],
    [
      'township',
      'a decision inside its case',
      (tx) =>
        tx.case.update({
          ...into,
          data: {
            decisions: {
              create: { id: newId(), purpose: 'CLOSING', body: '会议', decidedOn: day },
            },
          },
        }),
    ],
    [
      'township',
      'the stage of its case',
      (tx) => tx.case.update({ ...into, data: { stage: 'CLOSED' } }),
    ],
    [
      'township',
      'a batch for its case',
      (tx) => tx.case.update({ ...into, data: { batchId: null } }),
    ],
    [
      'township',
      'a case already closed',
      (tx) =>
        tx.case.create({
          select,
          data: {
            id: newId(),
            countyId: '450223',
            townshipId: kase.townshipId,
            villageId: world.villages['A.0.1'] ?? '',
            stage: 'CLOSED',
            stageSince: day,
            proposedOn: day,
          },
        }),
    ],
    [
      'township',
      'a case of another township’s village under its own name',
      (tx) =>
        tx.case.create({
          select,
          data: {
            id: newId(),
            countyId: '450223',
            townshipId: kase.townshipId,
            villageId: world.villages['A.1.1'] ?? '',
            stageSince: day,
            proposedOn: day,
          },
        }),
    ],
    [
      'township',
      'a score on another township’s sheet',
      (tx) =>
        tx.acceptanceScore.create({
          select,
          data: {
            id: newId(),
            caseId: kase.id,
            acceptanceId: other.ids.acceptances ?? '',
            code: 'x',
            points: 1,
            maximum: 1,
          },
        }),
    ],
    [
      'township',
      'progress on another township’s measure',
      (tx) =>
        tx.progressUpdate.create({
          select,
          data: { ...progress(kase.id), measureId: other.ids.measures ?? '' },
        }),
    ],
    [
      'township',
      'an event on another township’s chain',
      (
        tx,
      ) => tx.$executeRaw`INSERT INTO events (id, chain, seq, at, occurred_on, kind, origin, actor_id, actor_name, actor_role, county_id, township_id, case_id, details, prev_hash, hash)
      VALUES (${newId()}::uuid, ${`case:${other.id}`}, 2, now(), now(), 'caseDeclined', 'USER', app.user_id(), '', '', '450223', ${kase.townshipId}, ${other.id}::uuid, '{}', '', '')`,
    ],
    [
      'township',
      'a plan as approved',
      (tx) =>
        tx.plan.update({
          where: { id: kase.ids.plans ?? '' },
          select,
          data: { status: 'APPROVED' },
        }),
    ],
    [
      'township',
      'an extension as granted',
      (tx) =>
        tx.extension.update({
          where: { id: kase.ids.extensions ?? '' },
          select,
          data: { status: 'GRANTED' },
        }),
    ],
    [
      'township',
      'the county’s acceptance as passed',
      (tx) =>
        tx.acceptance.update({
          where: { id: kase.ids.acceptances ?? '' },
          select,
          data: { status: 'PASSED' },
        }),
    ],
    [
      'helper',
      'progress through the case',
      (tx) =>
        tx.case.update({
          ...into,
          data: {
            stage: 'CLOSED',
            progress: {
              create: {
                id: newId(),
                measureId: kase.ids.measures ?? '',
                happenedOn: day,
                percent: 1,
                text: '',
                byName: '',
              },
            },
          },
        }),
    ],
    [
      'helper',
      'a problem inside the case',
      (tx) =>
        tx.case.update({
          ...into,
          data: {
            problems: {
              create: {
                id: newId(),
                number: 9,
                kindId: world.kinds[0] ?? '',
                category: 'WEAK',
                title: '问题',
                reportedOn: day,
              },
            },
          },
        }),
    ],
    [
      'helper',
      'progress on a measure of a case it is not bound to',
      (tx) =>
        tx.measure.update({
          ...measureOf(other),
          data: { progress: { create: progress(other.id) } },
        }),
    ],
    [
      'helper',
      'a stage while refreshing the light',
      (tx) =>
        tx.case.updateMany({
          where: { id: kase.id },
          data: { redOn: day, stage: 'CONSOLIDATING' },
        }),
    ],
    [
      'inspector',
      'progress',
      (tx) =>
        tx.measure.update({
          ...measureOf(kase),
          data: { progress: { create: progress(kase.id) } },
        }),
    ],
    [
      'leader',
      'progress on the linked village',
      (tx) =>
        tx.measure.update({
          ...measureOf(kase),
          data: { progress: { create: progress(kase.id) } },
        }),
    ],
    [
      'office',
      'a plan for the township',
      (tx) =>
        tx.case.update({
          ...into,
          data: { plans: { create: { id: newId(), number: 9, status: 'ABANDONED' } } },
        }),
    ],
    [
      'office',
      'a scan in another’s name',
      (tx) =>
        tx.case.update({
          ...into,
          data: {
            attachments: {
              create: {
                id: newId(),
                subjectKind: 'CASE',
                subjectId: kase.id,
                name: 'a',
                mediaType: 'image/png',
                bytes: 1,
                sha256: 'x',
                uploadedById: stranger,
              },
            },
          },
        }),
    ],
    [
      'office',
      'a department',
      (tx) =>
        tx.organisation.create({
          select,
          data: { id: newId(), countyId: '450223', kind: 'DEPARTMENT', name: '新局' },
        }),
    ],
    [
      'office',
      'a batch under another county’s rules',
      (tx) =>
        tx.batch.create({
          select,
          data: {
            id: newId(),
            countyId: '450223',
            number: 9,
            name: '批',
            year: 2026,
            startOn: day,
            targetEndOn: day,
            ruleSetId: world.ruleSets.B,
          },
        }),
    ],
    [
      'office',
      'an appointment',
      (tx) =>
        tx.appointment.create({
          select,
          data: {
            id: newId(),
            countyId: '450223',
            userId: stranger,
            organisationId: world.organisations['A.office'] ?? '',
            role: 'COUNTY_OFFICE',
            fromOn: day,
          },
        }),
    ],
    [
      'admin',
      'an appointment already confirmed',
      (tx) =>
        tx.user.update({
          where: { id: stranger },
          select,
          data: {
            appointments: {
              create: {
                id: newId(),
                countyId: '450223',
                organisationId: world.organisations['A.office'] ?? '',
                role: 'COUNTY_OFFICE',
                fromOn: day,
                confirmedAt: day,
              },
            },
          },
        }),
    ],
    [
      'admin',
      'its own confirmation',
      (tx) =>
        tx.appointment.update({ where: { id: appointmentId }, select, data: { confirmedAt: day } }),
    ],
    [
      'admin',
      'a password of somebody',
      (tx) =>
        tx.user.update({
          where: { id: stranger },
          select,
          data: { credential: { update: { passwordHash: 'y' } } },
        }),
    ],
    [
      'B.office',
      'a closure in the other county',
      (tx) => tx.closure.create({ select, data: { ...closure(), caseId: kase.id } }),
    ],
  ])('%s cannot write %s', async (part, _what, work) => {
    const wall =
      /row-level security|permission denied|not visible|elsewhere|not of this place|county office's|not this viewer's|candidates only|never its own|not found|No record/i
    expect(await attempt(part, work)).toMatch(wall)
  })

  test('nobody decides on their own work, even in raw SQL', async () => {
    const office = await play(world, 'office')
    const mine = [
      Prisma.sql`UPDATE plans SET submitted_by_id = app.user_id(), status = 'SUBMITTED' WHERE id = ${kase.ids.plans}::uuid`,
      Prisma.sql`UPDATE extensions SET requested_by_id = app.user_id() WHERE id = ${kase.ids.extensions}::uuid`,
      Prisma.sql`UPDATE acceptances SET applied_by_id = app.user_id() WHERE id = ${kase.ids.acceptances}::uuid`,
      Prisma.sql`UPDATE problems SET solved_by_id = app.user_id() WHERE id = ${kase.ids.problems}::uuid`,
    ]
    const decided = [
      Prisma.sql`UPDATE plans SET decided_by_id = app.user_id(), status = 'APPROVED' WHERE id = ${kase.ids.plans}::uuid`,
      Prisma.sql`UPDATE extensions SET decided_by_id = app.user_id(), status = 'GRANTED' WHERE id = ${kase.ids.extensions}::uuid`,
      Prisma.sql`UPDATE acceptances SET decided_by_id = app.user_id(), status = 'PASSED' WHERE id = ${kase.ids.acceptances}::uuid`,
      Prisma.sql`UPDATE problems SET verified_by_id = app.user_id(), status = 'VERIFIED' WHERE id = ${kase.ids.problems}::uuid`,
    ]
    for (const [index, own] of mine.entries()) {
      const told = undone(office, async (tx) => {
        await tx.$executeRaw(own)
        await tx.$executeRaw(decided[index] ?? own)
      })
      await expect(told).rejects.toThrow(/_own_work/)
    }
  })

  test('a confirmed grant is not prolonged, by whomever', async () => {
    await owner.query(`UPDATE appointments SET to_on = '2026-03-01' WHERE user_id = $1`, [
      world.users['A.helper'],
    ])
    for (const part of ['admin', 'office'] as const) {
      const prolonging = undone(await play(world, part), (tx) =>
        tx.appointment.updateMany({
          where: { userId: world.users['A.helper'] },
          data: { toOn: null },
        }),
      )
      await expect(prolonging).rejects.toThrow(/not prolonged/)
    }
  })
})
