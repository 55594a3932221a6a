import { beforeAll, describe, expect, test } from 'vitest'
import type { Tx } from '@/lib/db'
import { newId } from '@/lib/ids'
import { attempt, closure, day, into, progress, select, wall } from '@/tests/support/attempts'
import { addCast, type Part, play } from '@/tests/support/cast'
import { databaseOfThisFile } from '@/tests/support/database'
import { kase, other, plantTwoCases } from '@/tests/support/two-cases'
import { makeWorld, type World } from '@/tests/support/world'

const { owner } = databaseOfThisFile()
let world: World

beforeAll(async () => {
  world = await makeWorld()
  await addCast(world)
  await plantTwoCases(owner, world)
})

describe('rules hold for create and nested create: a township', () => {
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
  ])('%s cannot write %s', async (part, _what, work) => {
    expect(await attempt(await play(world, part), work)).toMatch(wall)
  })
})
