import { beforeAll, describe, expect, test } from 'vitest'
import { systemViewer } from '@/lib/access/system'
import { asSystem, type Tx } from '@/lib/db'
import { newId } from '@/lib/ids'
import { Prisma } from '@/prisma/generated/client'
import {
  attempt,
  closure,
  day,
  into,
  measureOf,
  progress,
  select,
  undone,
  wall,
} from '@/tests/support/attempts'
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

describe('rules hold for create and nested create: everyone else', () => {
  test.each<[Part, string, (tx: Tx) => Promise<unknown>]>([
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
    expect(await attempt(await play(world, part), work)).toMatch(wall)
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

  test('the power of a system viewer ends with its work, also when that fails', async () => {
    await undone(await play(world, 'helper'), async (tx) => {
      const failing = asSystem(tx, systemViewer('setup'), () => Promise.reject(new Error('failed')))
      await expect(failing).rejects.toThrow('failed')
      expect(await tx.$queryRaw`SELECT app.system() AS system`).toEqual([{ system: '' }])
    })
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
