import { addDays, type Day } from '@/lib/dates'
import { read } from '@/lib/db'
import { draftNotice, withdrawNotice } from '@/lib/notices/draft-commands'
import { replyNotice } from '@/lib/notices/reply-commands'
import { draftNoticeInput } from '@/lib/notices/schema'
import { signNotice } from '@/lib/notices/sign-commands'
import { closeNotice, receiveNotice, returnNotice, verifyNotice } from '@/lib/notices/step-commands'
import type { FindingKind, NoticeKind } from '@/prisma/generated/enums'
import { as, officeOf, type Telling } from './context'
import { townshipAccount } from './people'
import { thirdBatch } from './villages'

type Draft = {
  village: keyof typeof thirdBatch
  kind: NoticeKind
  /** The township of the village, or a department by name. */
  to?: string
  /** The open finding of the village it carries. */
  finding?: FindingKind
  /** The measure it is drafted from. */
  measure?: string
  formerId?: string
  title: string
  facts: string
  demand: string
  draftedOn: Day
  dueOn: Day
}

/**
 * Notices of the third batch, one in each state: a draft from an overdue measure, one signed from what
 * an undercover check found, one signed for and overdue, one replied, one returned, one verified, one
 * closed, a reminder that a supervision notice followed, a draft taken back.
 */
export async function tellNotices(telling: Telling, today: Day) {
  const day = (offset: number) => addDays(today, offset)
  const at = (draft: Draft, by = officeOf(telling)) => writing(telling, draft, by)

  const closed = await at({
    ...{
      village: 'greenToo',
      kind: 'REMINDER',
      title: '村务公开不及时问题',
      draftedOn: day(-51),
      dueOn: day(-34),
    },
    facts: '六月以来财务公开栏两次未按期更新。',
    demand: '补齐公开内容，明确专人按月更新。',
  }).then((one) => one.sign(day(-50)))
  await closed.receive(day(-48))
  await closed.reply(day(-40), '已补齐六月、七月公开内容，由村报账员每月五日前更新。')
  await closed.verify(day(-36), '现场查看公开栏，内容齐全，属实。')
  await closed.close(day(-35))

  const returned = await at({
    ...{
      village: 'yellow',
      kind: 'REMINDER',
      title: '道路和饮水工程进度偏慢问题',
      draftedOn: day(-21),
      dueOn: day(-6),
    },
    facts: '协助完成屯级道路和饮水工程进度低于计划，施工现场连续多日无人。',
    demand: '查明停工原因，排出剩余工程的时间表。',
  }).then((one) => one.sign(day(-20)))
  await returned.receive(day(-19))
  await returned.reply(day(-9), '已约谈施工方，近期恢复施工。')
  await returned.sendBack(day(-7), '未说明停工原因和剩余工程时间表，请补充。', day(4))

  const replied = await at({
    ...{ village: 'revising', kind: 'SUPERVISION', finding: 'ORGANISATION_LIFE' },
    ...{ title: '主题党日流于形式问题', draftedOn: day(-14), dueOn: day(-1) },
    facts: '县委巡察组反馈：上半年主题党日有两次只有签到、没有内容记录。',
    demand: '对照记录逐次核实，补正缺失内容，规范今后的会前准备和会议记录。',
  }).then((one) => one.sign(day(-13)))
  await replied.receive(day(-12))
  await replied.reply(
    day(-3),
    '已核实两次活动情况并由党支部书记补记说明；自本月起实行会前报议题、会后三日内上传记录。',
  )

  const verified = await at({
    ...{ village: 'green', kind: 'REMINDER', to: '鹿寨县农业农村局' },
    ...{ title: '果园管护指导衔接不够问题', draftedOn: day(-17), dueOn: day(-5) },
    facts: '驻村技术员更换后，果农反映两周没有得到指导。',
    demand: '明确接替人员和到村时间，向果农公布联系方式。',
  }).then((one) => one.sign(day(-16)))
  await verified.receive(day(-15))
  await verified.reply(day(-8), '已明确接替技术员一名，每周二、周五到村，联系方式已张贴。')
  await verified.verify(day(-4), '电话回访三户果农，均已知晓，属实。')

  const overdue = await at({
    ...{ village: 'green', kind: 'SUPERVISION', to: '鹿寨县农业农村局' },
    ...{ title: '产业项目资金拨付滞后问题', draftedOn: day(-15), dueOn: day(-2) },
    facts: '沙糖橘低改项目第二笔资金应于上月到位，至今未拨付，影响冬季管护。',
    demand: '查明原因，完成资金拨付，说明对工期的影响。',
  }).then((one) => one.sign(day(-14)))
  await overdue.receive(day(-13))

  await at(
    {
      ...{ village: 'red', kind: 'SUPERVISION', finding: 'LEADING_TEAM' },
      ...{ title: '工作日村部无人值守问题', draftedOn: day(-5), dueOn: day(6) },
      facts: '工作日上午九时至十时二十分村部无人值守，来办事的三名群众空跑。',
      demand: '健全坐班值守制度，公布值班表和联系电话，对群众未办成的事项逐件补办。',
    },
    'inspector',
  ).then((one) => one.sign(day(-4), officeOf(telling)))

  const reminder = await at({
    ...{
      village: 'redToo',
      kind: 'REMINDER',
      title: '闲置资产盘活逾期问题',
      draftedOn: day(-10),
      dueOn: day(-3),
    },
    facts: '盘活村集体闲置资产已过完成时限，进度百分之四十。',
    demand: '查明原因，提出完成时间。',
  }).then((one) => one.sign(day(-9)))
  await at({
    ...{ village: 'redToo', kind: 'SUPERVISION', measure: '盘活村集体闲置资产' },
    ...{ formerId: reminder.id, title: '闲置资产盘活逾期问题', draftedOn: day(-1), dueOn: day(9) },
    facts: '盘活村集体闲置资产应于时限内完成，现进度百分之四十；已发工作提醒函，未按期反馈。',
    demand: '逐宗落实责任人和完成时间，每周报告进展。',
  })

  const mistaken = await at({
    ...{
      village: 'yellowToo',
      kind: 'REMINDER',
      title: '调解组织建设滞后问题',
      draftedOn: day(-2),
      dueOn: day(10),
    },
    facts: '健全村级调解组织进度未达计划。',
    demand: '加快推进。',
  })
  await mistaken.withdraw(day(-1), '进度已当面核实，按计划推进，不再发函。')
}

/** A draft, and the steps it takes, each on its day. Signed by the office's second person. */
async function writing(telling: Telling, draft: Draft, by: string) {
  const villageId = telling.villages.get(`${thirdBatch[draft.village].stem}演示村`) ?? ''
  const on = draft.draftedOn
  const author = await as(telling, by, on)
  const office = await as(telling, officeOf(telling), on)
  const place = await read(office, (tx) =>
    tx.village.findUniqueOrThrow({
      where: { id: villageId },
      select: {
        township: { select: { id: true, name: true } },
        findings: { where: { state: 'OPEN', kind: draft.finding }, select: { id: true }, take: 1 },
        cases: {
          where: { stage: { notIn: ['CLOSED', 'NOT_CONFIRMED'] } },
          select: {
            id: true,
            measures: { where: { title: draft.measure }, select: { id: true }, take: 1 },
          },
        },
      },
    }),
  )
  const [kase] = place.cases
  const addressee = draft.to ?? `${place.township.name}党委`
  const answering = draft.to ? 'helper-agriculture' : townshipAccount(place.township.id)
  const { kind, title, facts, demand, dueOn, formerId } = draft
  const id = await draftNotice(
    author,
    draftNoticeInput.parse({
      ...{ kind, title, facts, demand, dueOn, formerId, caseId: kase?.id },
      measureId: draft.measure && kase?.measures[0]?.id,
      addresseeId: telling.organisations.get(addressee),
      findingIds: draft.finding ? place.findings.map((finding) => finding.id) : [],
      basis: '“一村一策”整顿方案',
      contact: '县委组织部组织股 0772-6812345',
      copyLeader: true,
    }),
  )
  let version = 1
  const step = async (account: string, when: Day, run: (viewer: Viewer, on: On) => unknown) => {
    await run(await as(telling, account, when), { noticeId: id, version })
    version += 1
  }
  const second = 'county-office-2'
  const told = {
    id,
    sign: async (when: Day, signer = second) => {
      await step(signer, when, signNotice)
      return told
    },
    receive: (when: Day) => step(answering, when, receiveNotice),
    reply: (when: Day, text: string) =>
      step(answering, when, (viewer, on) => replyNotice(viewer, { ...on, text, files: [] })),
    verify: (when: Day, opinion: string) =>
      step(second, when, (viewer, on) => verifyNotice(viewer, { ...on, opinion })),
    sendBack: (when: Day, reason: string, dueOn: Day) =>
      step(second, when, (viewer, on) => returnNotice(viewer, { ...on, reason, dueOn })),
    close: (when: Day) =>
      step(officeOf(telling), when, (viewer, on) =>
        closeNotice(viewer, { ...on, note: '同意办结。' }),
      ),
    withdraw: (when: Day, reason: string) =>
      step(officeOf(telling), when, (viewer, on) => withdrawNotice(viewer, { ...on, reason })),
  }
  return told
}

type Viewer = Awaited<ReturnType<typeof as>>
type On = { noticeId: string; version: number }
