import { beforeAll, describe, expect, test } from 'vitest'
import { confirm, decline, propose, withdrawProposal } from '@/lib/cases/commands'
import { fromDay } from '@/lib/dates'
import { read, transaction } from '@/lib/db'
import { newId } from '@/lib/ids'
import { defaultRuleSet } from '@/lib/rule-sets/defaults'
import { makeWorld, type World, worldDay } from '@/tests/support/world'

let world: World
let batchId: string

const finding = () => ({
  kindId: world.kinds[0] ?? '',
  title: '书记长期空缺',
  cause: '',
  evidence: '',
})
const chain = () =>
  Object.fromEntries(
    defaultRuleSet.decisions.confirmation.map((step) => [
      step,
      { body: '会议', decidedOn: worldDay, documentNo: '', result: '同意' },
    ]),
  )

async function proposed(village: string) {
  const township = await world.viewer('A.township')
  return propose(township, {
    villageId: world.villages[village] ?? '',
    proposal: '',
    findings: [finding()],
  })
}

async function state(caseId: string) {
  const office = await world.viewer('A.office')
  return read(office, async (tx) => ({
    kase: await tx.case.findUniqueOrThrow({ where: { id: caseId } }),
    events: (await tx.event.findMany({ where: { caseId }, orderBy: { seq: 'asc' } })).map(
      (event) => event.kind,
    ),
  }))
}

beforeAll(async () => {
  world = await makeWorld()
  batchId = newId()
  await transaction(await world.viewer('A.office'), (tx) =>
    tx.batch.create({
      data: {
        id: batchId,
        countyId: '450223',
        number: 1,
        name: '第一批',
        year: 2026,
        startOn: fromDay('2026-03-01'),
        targetEndOn: fromDay('2026-12-31'),
        ruleSetId: world.ruleSets.A,
      },
    }),
  )
})

describe('proposing and confirming', () => {
  test('a township proposes, the county office confirms, both are on the timeline', async () => {
    const caseId = await proposed('A.0.0')
    const office = await world.viewer('A.office')
    await confirm(office, { caseId, version: 1, batchId, decisions: chain() })
    const { kase, events } = await state(caseId)
    expect(kase).toMatchObject({ stage: 'PLANNING', batchId, version: 2 })
    expect(events).toEqual(['caseProposed', 'caseConfirmed'])
  })

  test('a village with an open case cannot be proposed again', async () => {
    await expect(proposed('A.0.0')).rejects.toMatchObject({ code: 'villageHasOpenCase' })
  })

  test('another township, another county and a bound role are refused, without an event', async () => {
    const input = { villageId: world.villages['A.0.1'] ?? '', proposal: '', findings: [finding()] }
    await expect(propose(await world.viewer('A.other-township'), input)).rejects.toMatchObject({
      status: 403,
    })
    await expect(propose(await world.viewer('A.helper'), input)).rejects.toMatchObject({
      status: 403,
    })
    await expect(propose(await world.viewer('B.township'), input)).rejects.toMatchObject({
      status: 404,
    })
  })

  test('a missing step of the chain is named, and nothing is confirmed', async () => {
    const caseId = await proposed('A.0.1')
    const { STANDING_COMMITTEE: _, ...rest } = chain()
    const office = await world.viewer('A.office')
    await expect(
      confirm(office, { caseId, version: 1, batchId, decisions: rest }),
    ).rejects.toMatchObject({
      issues: [{ field: 'decisions.STANDING_COMMITTEE.body', code: 'decisionStepMissing' }],
    })
    expect((await state(caseId)).events).toEqual(['caseProposed'])
  })

  test('wrong role 403, outside the scope 404, wrong stage 409, stale version 409', async () => {
    const caseId = await proposed('A.0.2')
    const input = { caseId, version: 1, reason: '情况不符' }
    await expect(decline(await world.viewer('A.township'), input)).rejects.toMatchObject({
      status: 403,
    })
    await expect(decline(await world.viewer('B.office'), input)).rejects.toMatchObject({
      status: 404,
    })
    await expect(
      decline(await world.viewer('A.office'), { ...input, version: 9 }),
    ).rejects.toMatchObject({
      status: 409,
      meanwhile: { by: 'Atownship', kind: 'caseProposed' },
    })
    await decline(await world.viewer('A.office'), input)
    await expect(
      decline(await world.viewer('A.office'), { ...input, version: 2 }),
    ).rejects.toMatchObject({ code: 'wrongStage' })
    expect((await state(caseId)).events).toEqual(['caseProposed', 'caseDeclined'])
  })

  test('only the organisation that proposed withdraws', async () => {
    const caseId = await proposed('A.0.3')
    const input = { caseId, version: 1, reason: '村已自行整改' }
    await expect(withdrawProposal(await world.viewer('A.office'), input)).rejects.toMatchObject({
      code: 'notYourProposal',
    })
    await withdrawProposal(await world.viewer('A.township-2'), input)
    expect((await state(caseId)).kase.stage).toBe('NOT_CONFIRMED')
  })
})
