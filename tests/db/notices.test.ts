import { beforeAll, describe, expect, test } from 'vitest'
import { readHome } from '@/lib/dashboards/home-queries'
import { toDay } from '@/lib/dates'
import { read, transaction } from '@/lib/db'
import { newId } from '@/lib/ids'
import { readNoticeStart } from '@/lib/notices/form-queries'
import { readEvidence } from '@/lib/notices/queries'
import { replyNotice } from '@/lib/notices/reply-commands'
import { signNotice } from '@/lib/notices/sign-commands'
import { closeNotice, receiveNotice, returnNotice, verifyNotice } from '@/lib/notices/step-commands'
import { bind, caseAt, eventsOf } from '@/tests/support/case-at'
import { addCast } from '@/tests/support/cast'
import { databaseOfThisFile } from '@/tests/support/database'
import { noticesOf, pdf, readFacts } from '@/tests/support/notice-facts'
import { plant } from '@/tests/support/plant'
import { makeWorld, type World } from '@/tests/support/world'

const { owner } = databaseOfThisFile()
let world: World
let drafted: ReturnType<typeof noticesOf>['drafted']
beforeAll(async () => {
  world = await makeWorld()
  ;({ drafted } = noticesOf(world))
  await addCast(world)
})

const office = () => world.viewer('A.office')
const office2 = () => world.viewer('A.office-2')
const helper = () => world.viewer('A.helper')

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

describe('with findings', () => {
  test('drafted by the inspector, signed by the linked leader, sent along, verified, settled', async () => {
    const { caseId } = await caseAt(world, 'RECTIFYING', { village: 'A.0.3' })
    await transaction(await office(), (tx) =>
      tx.assignment.create({
        data: {
          ...{ id: newId(), caseId, slot: 'COUNTY_LEADER', userId: world.users['A.leader'] },
          fromOn: new Date('2026-03-01'),
        },
        select: { id: true },
      }),
    )
    const [checkId, findingId] = [newId(), newId()]
    const village_id = world.villages['A.0.3']
    const of = { case_id: caseId, village_id }
    await plant(owner, [
      [
        'spot_checks',
        [
          {
            ...{ id: checkId, ...of, method: 'OPEN', state: 'SUBMITTED', sheet: {} },
            ...{ due_on: '2026-03-09', assigned_on: '2026-03-01', submitted_on: '2026-03-05' },
          },
        ],
      ],
      [
        'spot_check_inspectors',
        [
          {
            ...{ id: newId(), spot_check_id: checkId, user_id: world.users['A.inspector'] },
            name: 'Ainspector',
          },
        ],
      ],
      [
        'findings',
        [
          {
            ...{ id: findingId, ...of, spot_check_id: checkId, origin: 'SPOT_CHECK' },
            ...{ kind: 'HELP_LACKING', gravity: 'SERIOUS', text: '三个月未到村' },
            ...{ found_on: '2026-03-05', recorded_on: '2026-03-05' },
          },
        ],
      ],
    ])
    const state = async () => {
      const { rows } = await owner.query('SELECT state, sent_to_ids FROM findings WHERE id = $1', [
        findingId,
      ])
      return rows[0]
    }
    const given = { caseId, findingIds: [findingId] }
    // Not on what others checked, and not without a finding.
    await expect(drafted(given, 'A.other-inspector')).rejects.toMatchObject({ code: 'notFound' })
    await expect(drafted({ caseId }, 'A.inspector')).rejects.toMatchObject({ code: 'forbidden' })
    const { on, now, receive, reply } = await drafted(given, 'A.inspector')
    await expect(
      signNotice(await world.viewer('A.unlinked-leader'), await on()),
    ).rejects.toMatchObject({ code: 'notFound' })
    await signNotice(await world.viewer('A.leader'), await on())
    expect(await state()).toEqual({
      state: 'OPEN',
      sent_to_ids: [world.organisations['A.helper']],
    })
    await receive()
    await reply('已到村，建立每月到村制度')
    const inspector = await world.viewer('A.inspector')
    expect((await now('A.inspector')).verbs).toEqual(['verify', 'return'])
    await verifyNotice(inspector, { ...(await on()), opinion: '电话核实属实' })
    await expect(closeNotice(inspector, { ...(await on()), note: '' })).rejects.toMatchObject({
      code: 'forbidden',
    })
    await closeNotice(await office(), { ...(await on()), note: '办结' })
    expect((await state()).state).toBe('SETTLED')
  })

  test('not of another village', async () => {
    const other = newId()
    await plant(owner, [
      [
        'findings',
        [
          {
            ...{ id: other, village_id: world.villages['A.1.1'], case_id: null, origin: 'AUDIT' },
            ...{ kind: 'FUNDS', gravity: 'GRAVE', text: '账目不清' },
            ...{ found_on: '2026-03-05', recorded_on: '2026-03-05' },
          },
        ],
      ],
    ])
    await expect(
      drafted({ villageId: world.villages['A.1.2'], findingIds: [other] }),
    ).rejects.toMatchObject({ issues: [{ field: 'findingIds', code: 'noticeFindingElsewhere' }] })
  })
})
