import { beforeAll, describe, expect, test } from 'vitest'
import { draftCommitment } from '@/lib/commitments/commands'
import { returnCommitment } from '@/lib/commitments/step-commands'
import type { Tx } from '@/lib/db'
import { publishDocument } from '@/lib/documents/commands'
import { publishDocumentInput } from '@/lib/documents/schema'
import { newId } from '@/lib/ids'
import { addRecord } from '@/lib/records/commands'
import { addResult } from '@/lib/records/result-commands'
import { addRecordInput } from '@/lib/records/schema'
import { enterResidence } from '@/lib/residence/commands'
import { attempt, day } from '@/tests/support/attempts'
import { bind, caseAt } from '@/tests/support/case-at'
import { addCast } from '@/tests/support/cast'
import { commitmentOf } from '@/tests/support/commitments'
import { databaseOfThisFile } from '@/tests/support/database'
import { makeWorld, type World } from '@/tests/support/world'

/* What no command writes, the database refuses too, in whoever's session it is tried. */
databaseOfThisFile()
let world: World
let caseId: string

beforeAll(async () => {
  world = await makeWorld()
  await addCast(world)
  caseId = (await caseAt(world, 'RECTIFYING', { village: 'A.0.0' })).caseId
  await bind(world, 'A.0.0', caseId, 'WORK_TEAM')
  await bind(world, 'A.0.0', caseId, 'HELPER_UNIT')
})

const as = async (who: string, work: (tx: Tx) => Promise<unknown>) =>
  attempt(await world.viewer(who), work)
const idOf = (who: string) => world.users[who] ?? ''
const refused = /not this viewer's|row-level security/

describe('a step of a commitment is taken in one’s own name', () => {
  test('reviewing, and handing in again', async () => {
    const sent = commitmentOf({ caseId })
    await draftCommitment(await world.viewer('A.team'), sent)
    const review = (reviewedById: string) => (tx: Tx) =>
      tx.commitment.update({
        where: { id: sent.id },
        data: { status: 'REVIEWED', reviewedById, reviewedOn: day },
        select: { id: true },
      })
    expect(await as('A.township', review(idOf('A.office')))).toMatch(refused)
    expect(await as('A.township', review(idOf('A.township')))).toBe('done')
    await returnCommitment(await world.viewer('A.township'), {
      ...{ commitmentId: sent.id, version: 1, reason: '太笼统' },
    })
    const handIn = (submittedById: string) => (tx: Tx) =>
      tx.commitment.update({
        where: { id: sent.id },
        data: { status: 'DRAFTED', submittedById },
        select: { id: true },
      })
    expect(await as('A.team', handIn(idOf('A.township')))).toMatch(refused)
    expect(await as('A.team', handIn(idOf('A.team')))).toBe('done')
  })
})

test('having read a document is said for an organisation of one’s own', async () => {
  const documentId = await publishDocument(
    await world.viewer('A.office'),
    publishDocumentInput.parse({
      ...{ title: '意见', issuer: '县委组织部', text: '正文' },
      readerRoles: ['TOWNSHIP'],
    }),
  )
  const read = (organisationId: string) => (tx: Tx) =>
    tx.documentRead.create({
      data: {
        ...{ id: newId(), documentId, countyId: '450223', readerId: idOf('A.township') },
        ...{ organisationId, readOn: day },
      },
      select: { id: true },
    })
  const township = await world.viewer('A.township')
  const own = township.grants[0]?.organisationId ?? ''
  expect(await as('A.township', read(world.organisations['A.office'] ?? ''))).toMatch(refused)
  expect(await as('A.township', read(own))).toBe('done')
})

test('results of a project are added, never rewritten', async () => {
  const sent = addRecordInput.parse({
    ...{ id: newId(), caseId, kind: 'PROJECT', day: '2026-04-08', text: '' },
    detail: { title: '沙糖橘种植', size: 250, investment: 80_000, households: 31 },
  })
  await addRecord(await world.viewer('A.team', '2026-05-02'), sent)
  const first = { recordId: sent.id, version: 1, year: 2026, income: 5_000, text: '挂果' }
  await addResult(await world.viewer('A.team', '2026-05-02'), first)
  const write = (change: (results: object[]) => object[]) => async (tx: Tx) => {
    const where = { id: sent.id }
    const { results } = await tx.workRecord.findUniqueOrThrow({ where })
    return tx.workRecord.update({
      where,
      data: { results: change(results as object[]) as never },
      select: { id: true },
    })
  }
  const next = { year: 2027, income: 1, text: '', addedOn: '2027-01-01', byName: '某' }
  for (const who of ['A.team', 'A.helper', 'A.township']) {
    expect(
      await as(
        who,
        write(() => []),
      ),
      who,
    ).toMatch(refused)
    expect(
      await as(
        who,
        write(([one]) => [{ ...one, income: 9 }]),
      ),
      who,
    ).toMatch(refused)
    expect(
      await as(
        who,
        write(([one]) => [{ ...one, income: 9 }, next]),
      ),
      who,
    ).toMatch(refused)
    expect(
      await as(
        who,
        write(([one]) => [{ ...one }, { ...next, year: 2026 }]),
      ),
      who,
    ).toMatch(refused)
    expect(
      await as(
        who,
        write((all) => [...all, next]),
      ),
      who,
    ).toBe('done')
  }
})

test('days in residence are corrected in one’s own name', async () => {
  await enterResidence(await world.viewer('A.township', '2026-05-02'), {
    ...{ month: '2026-04', days: { [caseId]: 20 }, seen: {} },
  })
  const correct = (enteredById: string) => (tx: Tx) =>
    tx.residenceMonth.updateMany({ where: { caseId }, data: { days: 3, enteredById } })
  expect(await as('A.township', correct(idOf('A.office')))).toMatch(refused)
  expect(await as('A.township', correct(idOf('A.township')))).toBe('done')
})
