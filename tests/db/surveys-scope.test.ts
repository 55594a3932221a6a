import { beforeAll, describe, expect, test } from 'vitest'
import { readGate } from '@/lib/cases/gate-facts'
import { read } from '@/lib/db'
import { defaultRuleSet } from '@/lib/rule-sets/defaults'
import { castMany } from '@/lib/surveys/cast'
import { closeRound, publishRound } from '@/lib/surveys/close-commands'
import { openRound } from '@/lib/surveys/commands'
import { bind, caseAt } from '@/tests/support/case-at'
import { addCast } from '@/tests/support/cast'
import { all, carrySurveys, closingOf, issuedRound, roundOf } from '@/tests/support/surveys'
import { makeWorld, type World, worldDay } from '@/tests/support/world'

let world: World
beforeAll(async () => {
  world = await makeWorld()
  await addCast(world)
})

const who = (account: string) => world.viewer(account)
const caseOf = async (village: string) => (await caseAt(world, 'RECTIFYING', { village })).caseId

describe('who reads it', () => {
  test('before publication the county office alone, of open rounds nobody a ballot', async () => {
    const caseId = await caseOf('A.0.5')
    await bind(world, 'A.0.5', caseId, 'HELPER_UNIT')
    await bind(world, 'A.0.5', caseId, 'WORK_TEAM')
    const office = await who('A.office')
    const { surveyId, tokens } = await issuedRound(office, { caseId })
    await castMany(tokens.slice(0, 12).map((token) => ({ token, ...all(1) })))
    const seenBy = async (account: string) =>
      read(await who(account), async (tx) => ({
        rounds: await tx.survey.count({ where: { caseId } }),
        results: await tx.surveyResult.count({ where: { caseId } }),
        single: await ballotsSeen(tx, surveyId),
        told: await tx.event.count({ where: { caseId, kind: { startsWith: 'survey' } } }),
      }))
    const ballotsSeen = async (tx: Parameters<Parameters<typeof read>[1]>[0], id: string) =>
      (await tx.ballot.count({ where: { surveyId: id } })) +
      (await tx.heldBallot.count({ where: { surveyId: id } })) +
      (await tx.boxedBallot.count({ where: { surveyId: id } })) +
      (await tx.surveyToken.count({ where: { surveyId: id } })) +
      (await tx.retiredToken.count({ where: { surveyId: id } }))
    const others = ['A.township', 'A.helper', 'A.team', 'A.leader']
    const nothing = { rounds: 0, results: 0, single: 0, told: 0 }
    for (const one of others) expect([one, await seenBy(one)]).toEqual([one, nothing])
    expect(await seenBy('A.office')).toEqual({ rounds: 1, results: 0, single: 0, told: 2 })
    await closeRound(office, closingOf(surveyId))
    for (const one of others) expect([one, await seenBy(one)]).toEqual([one, nothing])
    expect(await seenBy('A.office')).toEqual({ rounds: 1, results: 1, single: 12, told: 3 })
    await publishRound(office, { surveyId, version: 3 })
    for (const one of ['A.township', 'A.helper', 'A.team']) {
      expect([one, await seenBy(one)]).toEqual([one, { rounds: 1, results: 1, single: 0, told: 1 }])
    }
    expect(await seenBy('A.leader')).toEqual({ ...nothing, rounds: 1, results: 1 })
    expect(await seenBy('B.office')).toEqual(nothing)
  })

  test('only the county office runs it: 403 in scope, 404 outside', async () => {
    const caseId = await caseOf('A.0.1')
    for (const account of ['A.township', 'A.leader']) {
      await expect(
        openRound(await who(account), roundOf({ caseId, kind: 'HOUSEHOLD' })),
      ).rejects.toMatchObject({
        status: 403,
      })
    }
    await expect(openRound(await who('B.office'), roundOf({ caseId }))).rejects.toMatchObject({
      status: 404,
    })
    const { surveyId } = await issuedRound(await who('A.office'), { caseId, kind: 'HOUSEHOLD' })
    await expect(closeRound(await who('A.township'), closingOf(surveyId))).rejects.toMatchObject({
      status: 404,
    })
  })
})

describe('the gate', () => {
  test('asks for the last published round of each kind, and holds when both satisfied', async () => {
    const caseId = await caseOf('A.0.4')
    const office = await who('A.office')
    const criterion = async () => {
      const items = await read(office, (tx) =>
        readGate(tx, caseId, 'closing', defaultRuleSet, worldDay),
      )
      const item = items.find(({ code }) => code === 'survey')
      return [item?.state, ...(item?.missing.map(({ code }) => code) ?? [])]
    }
    expect(await criterion()).toEqual(['missing', 'surveyNone', 'surveyNone'])
    await carrySurveys(world, caseId, { village: 'A.0.4' })
    expect(await criterion()).toEqual(['holds'])
    // A later round counts, whatever an earlier one said.
    const { surveyId, tokens } = await issuedRound(office, { caseId })
    await castMany(tokens.map((token) => ({ token, ...all(3) })))
    await closeRound(office, closingOf(surveyId))
    expect(await criterion()).toEqual(['missing', 'surveyUnpublished'])
    await publishRound(office, { surveyId, version: 3 })
    expect(await criterion()).toEqual(['missing', 'surveyBelow', 'surveyVeto'])
  })
})
