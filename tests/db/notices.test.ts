import { beforeAll, describe, expect, test } from 'vitest'
import { pause, resume } from '@/lib/cases/pause-commands'
import { readHome } from '@/lib/dashboards/home-queries'
import { toDay } from '@/lib/dates'
import { read, transaction } from '@/lib/db'
import { draftNotice, editNotice, withdrawNotice } from '@/lib/notices/draft-commands'
import { readNoticeStart } from '@/lib/notices/form-queries'
import { listNotices } from '@/lib/notices/list-queries'
import { readEvidence, readNotice } from '@/lib/notices/queries'
import { replyNotice } from '@/lib/notices/reply-command'
import { draftNoticeInput, replyNoticeInput } from '@/lib/notices/schema'
import { signNotice } from '@/lib/notices/sign-command'
import { closeNotice, receiveNotice, returnNotice, verifyNotice } from '@/lib/notices/step-commands'
import { bind, caseAt, eventsOf } from '@/tests/support/case-at'
import { addCast } from '@/tests/support/cast'
import { databaseOfThisFile } from '@/tests/support/database'
import { pdf, readFacts } from '@/tests/support/notice-facts'
import { makeWorld, type World } from '@/tests/support/world'

const { owner } = databaseOfThisFile()
let world: World
beforeAll(async () => {
  world = await makeWorld()
  await addCast(world)
})

const office = () => world.viewer('A.office')
const office2 = () => world.viewer('A.office-2')
const helper = () => world.viewer('A.helper')

const content = (change: object = {}) =>
  draftNoticeInput.parse({
    kind: 'SUPERVISION',
    addresseeId: world.organisations['A.helper'],
    title: '帮扶项目推进缓慢问题',
    facts: '帮扶项目资金到位已两个月，尚未开工。',
    basis: '整顿方案',
    demand: '明确专人，十日内开工。',
    dueOn: '2026-03-20',
    ...change,
  })

/** A notice of its own, drafted by the office; `now` reads it anew. */
async function drafted(change: object = {}, who = 'A.office') {
  const id = await draftNotice(await world.viewer(who), content(change))
  const now = async (viewer = 'A.office', today?: string) =>
    readNotice(await world.viewer(viewer, today), id)
  const on = async () => ({ noticeId: id, version: (await now()).notice.version })
  const sign = async () => signNotice(await office2(), await on())
  const receive = async () => receiveNotice(await helper(), await on())
  const reply = async (text = '已开工', files: File[] = []) =>
    replyNotice(await helper(), { ...(await on()), text, files })
  return { id, now, on, sign, receive, reply }
}

const homeVerbs = async (who: string, id: string) => {
  const { queue } = await readHome(await world.viewer(who))
  return queue.filter(({ key }) => key === id).map(({ verb }) => verb)
}

describe('the way of a notice', () => {
  test('drafted, signed, signed for, replied, returned, replied, verified, closed', async () => {
    const { caseId } = await caseAt(world, 'RECTIFYING', { village: 'A.0.0' })
    await bind(world, 'A.0.0', caseId, 'HELPER_UNIT')
    const { id, now, on, sign, receive, reply } = await drafted({ caseId })
    expect(await homeVerbs('A.office-2', id)).toEqual(['signNotice'])
    expect(await homeVerbs('A.office', id)).toEqual([])
    await expect(now('A.helper')).rejects.toMatchObject({ code: 'notFound' })
    // Not whoever drafted it.
    await expect(signNotice(await office(), await on())).rejects.toMatchObject({ code: 'ownWork' })
    expect(await sign()).toMatchObject({ reference: '县组督函〔2026〕1号' })
    const signed = await now()
    expect([signed.notice.yellowOn, signed.notice.redOn].map((day) => day && toDay(day))).toEqual([
      '2026-03-17',
      '2026-03-21',
    ])
    expect(await readFacts(await office(), caseId)).toEqual(['noticeOpen'])
    expect(await homeVerbs('A.helper', id)).toEqual(['receiveNotice'])
    await receive()
    expect((await now('A.helper', '2026-03-23')).light).toMatchObject({
      colour: 'red',
      code: 'noticeOverdue',
      params: { due: '2026-03-20', workingDays: 1 },
    })
    await reply('已安排', [pdf('开工照片.pdf')])
    expect((await now()).light.colour).toBe('grey')
    await returnNotice(await office(), {
      ...(await on()),
      reason: '未见开工佐证',
      dueOn: '2026-03-27',
    })
    expect((await now()).notice).toMatchObject({ status: 'RETURNED', returns: 1 })
    expect(await homeVerbs('A.helper', id)).toEqual(['replyNotice'])
    await reply('已开工，附现场照片')
    // Not whoever replied: nobody of the office did, so both may.
    await verifyNotice(await office(), { ...(await on()), opinion: '现场查看属实' })
    expect(await homeVerbs('A.office', id)).toEqual(['closeNotice'])
    await closeNotice(await office2(), { ...(await on()), note: '同意办结' })
    const closed = await now('A.helper')
    expect(closed).toMatchObject({
      notice: { status: 'CLOSED' },
      light: { code: 'done' },
      verbs: [],
    })
    // Every round is kept, with what was said of it.
    expect(closed.replies.map(({ text, verdict, opinion }) => [text, verdict, opinion])).toEqual([
      ['已安排', 'RETURNED', '未见开工佐证'],
      ['已开工，附现场照片', 'VERIFIED', '现场查看属实'],
    ])
    const [first] = closed.replies
    expect(first?.files).toMatchObject([{ name: '开工照片.pdf' }])
    expect(await readEvidence(await helper(), first?.id ?? '', 0)).toMatchObject({
      mediaType: 'application/pdf',
    })
    await expect(
      readEvidence(await world.viewer('A.township'), first?.id ?? '', 0),
    ).rejects.toMatchObject({ code: 'notFound' })
    expect(await readFacts(await office(), caseId)).toEqual([])
    expect((await eventsOf(world, 'A.0.0', caseId)).slice(-8)).toEqual([
      'noticeDrafted',
      'noticeSigned',
      'noticeReceived',
      'noticeReplied',
      'noticeReturned',
      'noticeReplied',
      'noticeVerified',
      'noticeClosed',
    ])
    // On the timeline of the case for the county office only.
    const seen = await read(await world.viewer('A.township'), (tx) =>
      tx.event.count({ where: { caseId, kind: { startsWith: 'notice' } } }),
    )
    expect(seen).toBe(0)
  })

  test('a department that reads no case, about no village', async () => {
    const { id, now, on, sign } = await drafted({ addresseeId: world.organisations['A.helper-2'] })
    await sign()
    const department = await world.viewer('A.other-helper')
    await receiveNotice(department, await on())
    await replyNotice(department, { ...(await on()), text: '已办理', files: [] })
    await verifyNotice(await office(), { ...(await on()), opinion: '属实' })
    expect((await now('A.other-helper')).notice.status).toBe('VERIFIED')
    const { rows } = await owner.query(
      'SELECT kind, internal FROM events WHERE chain = $1 ORDER BY seq',
      [`notice:${id}`],
    )
    expect(rows.map(({ kind }) => kind)).toEqual([
      'noticeDrafted',
      'noticeSigned',
      'noticeReceived',
      'noticeReplied',
      'noticeVerified',
    ])
    expect(rows.every(({ internal }) => internal)).toBe(true)
  })

  test('taken further: the next kind, the former at its end; sent anew the same way', async () => {
    const reminder = await drafted({ kind: 'REMINDER' })
    await reminder.sign()
    const start = await readNoticeStart(await office(), { formerId: reminder.id, findingIds: [] })
    expect(start.chosen).toMatchObject({
      kind: 'SUPERVISION',
      addresseeId: world.organisations['A.helper'],
    })
    const next = await drafted({ formerId: reminder.id })
    // A draft ends nothing yet.
    expect((await reminder.now()).notice.status).toBe('SIGNED')
    await next.sign()
    expect((await reminder.now()).notice.status).toBe('REISSUED')
    expect((await next.now()).former?.id).toBe(reminder.id)
    expect((await reminder.now()).later.map(({ id }) => id)).toEqual([next.id])
    await expect(drafted({ formerId: reminder.id })).rejects.toMatchObject({
      code: 'noticeElsewhere',
    })
  })

  test('from an overdue measure: village, addressee and lateness are known', async () => {
    const { caseId, measures } = await caseAt(world, 'RECTIFYING', { village: 'A.0.1' })
    const viewer = await world.viewer('A.office', '2026-07-08')
    const start = await readNoticeStart(viewer, { measureId: measures[1]?.id, findingIds: [] })
    expect(start.place.caseId).toBe(caseId)
    expect(start.measure).toMatchObject({ title: '落实帮扶项目', late: 6 })
    expect(start.chosen.addresseeId).toBe(world.organisations['A.helper'])
  })
})

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
