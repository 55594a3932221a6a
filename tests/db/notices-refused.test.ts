import { beforeAll, describe, expect, test } from 'vitest'
import { pause, resume } from '@/lib/cases/pause-commands'
import { read, transaction } from '@/lib/db'
import { editNotice, withdrawNotice } from '@/lib/notices/draft-commands'
import { listNotices } from '@/lib/notices/list-queries'
import { replyNotice } from '@/lib/notices/reply-commands'
import { replyNoticeInput } from '@/lib/notices/schema'
import { signNotice } from '@/lib/notices/sign-commands'
import { receiveNotice, verifyNotice } from '@/lib/notices/step-commands'
import { caseAt } from '@/tests/support/case-at'
import { addCast } from '@/tests/support/cast'
import { databaseOfThisFile } from '@/tests/support/database'
import { noticesOf } from '@/tests/support/notice-facts'
import { makeWorld, type World } from '@/tests/support/world'

const { owner } = databaseOfThisFile()
let world: World
let drafted: ReturnType<typeof noticesOf>['drafted']
let content: ReturnType<typeof noticesOf>['content']
beforeAll(async () => {
  world = await makeWorld()
  ;({ drafted, content } = noticesOf(world))
  await addCast(world)
})

const office = () => world.viewer('A.office')
const office2 = () => world.viewer('A.office-2')
const helper = () => world.viewer('A.helper')

describe('numbers', () => {
  test('ten signed at once: each number once, none left out; a refused signing takes none', async () => {
    const before = Number(
      (await owner.query("SELECT last FROM notice_series WHERE id = '450223:CIRCULAR:2026'"))
        .rows[0]?.last ?? 0,
    )
    const drafts = await Promise.all(
      Array.from({ length: 10 }, () => drafted({ kind: 'CIRCULAR' })),
    )
    const viewer = await office2()
    const late = await drafted({ kind: 'CIRCULAR' })
    await expect(
      signNotice(await world.viewer('A.office-2', '2026-03-21'), await late.on()),
    ).rejects.toMatchObject({ code: 'noticeDuePassed' })
    const signed = await Promise.all(drafts.map(async ({ on }) => signNotice(viewer, await on())))
    const numbers = signed.map(({ reference }) => Number(/(\d+)号$/.exec(reference)?.[1]))
    expect(numbers.toSorted((a, b) => a - b)).toEqual(
      Array.from({ length: 10 }, (_, index) => before + index + 1),
    )
  })

  test('the same notice signed twice at once is signed once', async () => {
    const { on, now } = await drafted({ kind: 'TALK' })
    const wanted = await on()
    const viewer = await office2()
    const results = await Promise.allSettled([1, 2, 3].map(() => signNotice(viewer, wanted)))
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    for (const result of results) {
      if (result.status === 'rejected') {
        expect(result.reason).toMatchObject({ code: 'noticeElsewhere' })
      }
    }
    expect((await now()).notice.reference).toBe('县组约函〔2026〕1号')
  })

  test('nobody takes a number by hand', async () => {
    await expect(
      transaction(await office(), (tx) =>
        tx.noticeSeries.updateMany({ data: { last: { increment: 1 } } }),
      ),
    ).rejects.toThrow(/numbers are taken by signing/)
  })
})

describe('what is refused', () => {
  test('an addressee outside the county, a day gone by, a reply with nothing in it', async () => {
    await expect(drafted({ addresseeId: world.organisations['B.helper'] })).rejects.toMatchObject({
      issues: [{ field: 'addresseeId', code: 'noticeAddresseeElsewhere' }],
    })
    await expect(drafted({ copiedIds: [world.organisations['B.helper']] })).rejects.toMatchObject({
      issues: [{ field: 'copiedIds', code: 'noticeAddresseeElsewhere' }],
    })
    await expect(drafted({ dueOn: '2026-03-09' })).rejects.toMatchObject({
      issues: [{ field: 'dueOn', code: 'dateInPast' }],
    })
    const empty = { noticeId: crypto.randomUUID(), version: 1, text: '   ' }
    expect(replyNoticeInput.safeParse(empty).error?.issues[0]?.path).toEqual(['text'])
    // The second wall knows both as well.
    const viewer = await office()
    const row = {
      ...{
        id: crypto.randomUUID(),
        kind: 'REMINDER' as const,
        title: '事',
        facts: '实',
        demand: '求',
      },
      addresseeId: world.organisations['B.helper'] ?? '',
      ...{ dueOn: new Date('2026-04-01'), draftedOn: new Date('2026-03-10') },
      draftedById: viewer.userId,
    }
    await expect(
      transaction(viewer, (tx) => tx.supervisionNotice.create({ data: row })),
    ).rejects.toThrow(/not visible|elsewhere/)
  })

  test('what was signed is frozen, by the database too', async () => {
    const { id, on, sign } = await drafted()
    await editNotice(await office(), { ...(await on()), ...content({ title: '项目迟迟未开工' }) })
    await sign()
    await expect(
      editNotice(await office(), { ...(await on()), ...content() }),
    ).rejects.toMatchObject({ code: 'noticeElsewhere' })
    await expect(
      owner.query("UPDATE supervision_notices SET facts = '改' WHERE id = $1", [id]),
    ).rejects.toThrow('a signed notice is frozen')
    await expect(
      withdrawNotice(await office(), { ...(await on()), reason: '不发了' }),
    ).rejects.toMatchObject({ code: 'noticeElsewhere' })
  })

  test('whoever wrote the draft last does not sign it either', async () => {
    const { on } = await drafted()
    await editNotice(await office2(), { ...(await on()), ...content() })
    await expect(signNotice(await office2(), await on())).rejects.toMatchObject({ code: 'ownWork' })
  })

  test('each side has its own steps; others see nothing', async () => {
    const { caseId } = await caseAt(world, 'RECTIFYING', { village: 'A.0.2' })
    const { now, on, sign, receive } = await drafted({
      caseId,
      copiedIds: [world.organisations['A.township-0']],
    })
    await expect(now('A.township')).rejects.toMatchObject({ code: 'notFound' })
    await sign()
    expect((await now('A.township')).verbs).toEqual([])
    await receive()
    for (const who of ['A.team', 'A.other-township', 'A.other-helper', 'A.inspector', 'B.office']) {
      await expect(now(who)).rejects.toMatchObject({ code: 'notFound' })
    }
    await expect(
      replyNotice(await world.viewer('A.township'), { ...(await on()), text: '代', files: [] }),
    ).rejects.toMatchObject({ code: 'forbidden' })
    await expect(
      verifyNotice(await helper(), { ...(await on()), opinion: '属实' }),
    ).rejects.toMatchObject({ code: 'forbidden' })
    // Those copied read the notice, not the reply.
    await replyNotice(await helper(), { ...(await on()), text: '已办', files: [] })
    expect((await now('A.township')).replies).toEqual([])
    const admin = await world.viewer('A.admin')
    await expect(listNotices(admin, {})).rejects.toMatchObject({ code: 'forbidden' })
  })

  test('a paused case stops its notices, and the clock with them', async () => {
    const { caseId } = await caseAt(world, 'RECTIFYING', { village: 'A.1.0' })
    const { now, on, sign } = await drafted({ caseId })
    await sign()
    const version = async () =>
      (await read(await office(), (tx) => tx.case.findUniqueOrThrow({ where: { id: caseId } })))
        .version
    await pause(await office(), { caseId, version: await version(), reason: '村组撤并' })
    await expect(receiveNotice(await helper(), await on())).rejects.toMatchObject({
      code: 'casePaused',
    })
    await resume(await world.viewer('A.office', '2026-03-13'), { caseId, version: await version() })
    expect((await now()).notice.replyDueOn).toEqual(new Date('2026-03-23'))
  })
})
