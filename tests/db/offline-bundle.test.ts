import { beforeAll, describe, expect, test } from 'vitest'
import { systemViewer } from '@/lib/access/system'
import type { Viewer } from '@/lib/access/viewer-types'
import { transaction } from '@/lib/db'
import { newId } from '@/lib/ids'
import { readBundle } from '@/lib/offline/bundle-queries'
import { bundle } from '@/lib/offline/bundle-schema'
import { bind, type CaseAt, caseAt } from '@/tests/support/case-at'
import { makeWorld, type World } from '@/tests/support/world'

let world: World
let bound: CaseAt
let other: CaseAt
beforeAll(async () => {
  world = await makeWorld()
  bound = await caseAt(world, 'RECTIFYING', { village: 'A.0.0' })
  await bind(world, 'A.0.0', bound.caseId, 'WORK_TEAM')
  other = await caseAt(world, 'RECTIFYING', { village: 'A.1.0' })
  await caseAt(world, 'RECTIFYING', { village: 'B.0.0' })
})

/** The person with a session that began at an instant. */
async function signedIn(who: string, createdAt = new Date('2026-03-09T08:00:00Z')) {
  const viewer = await world.viewer(who)
  const id = newId()
  await transaction(systemViewer('signIn'), (tx) =>
    tx.session.create({ data: { id, userId: viewer.userId, createdAt }, select: { id: true } }),
  )
  return { ...viewer, sessionId: id } satisfies Viewer
}

const villages = async (who: string) =>
  (await readBundle(await signedIn(who))).cases.map(({ id }) => id)

describe('the bundle of a phone', () => {
  test('holds the cases whose records are open to the person, and no other', async () => {
    expect(await villages('A.team')).toEqual([bound.caseId])
    expect(await villages('A.township')).toEqual([bound.caseId])
    expect(await villages('A.helper')).toEqual([])
    expect((await villages('A.office')).toSorted()).toEqual([bound.caseId, other.caseId].toSorted())
  })

  test('says what may be written: visits to bound villages, progress on own measures', async () => {
    const read = await readBundle(await signedIn('A.team'))
    expect(bundle.safeParse(read).success).toBe(true)
    const [kase] = read.cases
    expect(kase?.mayVisit).toBe(true)
    expect(kase?.problems).toHaveLength(2)
    expect(kase?.measures.map(({ mayReport }) => mayReport)).toEqual([false, false, true])
    expect(kase?.measures.map(({ id }) => id)).toEqual(bound.measures.map(({ id }) => id))
    const office = await readBundle(await signedIn('A.office'))
    expect(office.cases.some(({ mayVisit }) => mayVisit)).toBe(false)
  })

  test('opens for seven days from the sign-in, not from the last look', async () => {
    const viewer = await signedIn('A.team', new Date('2026-03-01T00:00:00Z'))
    expect((await readBundle(viewer)).openUntil).toBe('2026-03-08T00:00:00.000Z')
  })

  test('is for somebody signed in, not for a token', async () => {
    const viewer = { ...(await world.viewer('A.team')), sessionId: null }
    await expect(readBundle(viewer)).rejects.toMatchObject({ status: 403 })
  })
})
