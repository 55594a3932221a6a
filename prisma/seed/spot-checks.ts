import { addDays, type Day } from '@/lib/dates'
import { read, transaction } from '@/lib/db'
import { enterFinding, sendFinding, settleFinding } from '@/lib/findings/commands'
import { enterFindingInput } from '@/lib/findings/schema'
import { newId } from '@/lib/ids'
import { enter, planRound } from '@/lib/inspections/commands'
import { planRoundInput } from '@/lib/inspections/schema'
import { assignSpotChecks } from '@/lib/spot-checks/assign'
import { answerMaterial, requestMaterial } from '@/lib/spot-checks/material-commands'
import { submitSpotCheck } from '@/lib/spot-checks/report-commands'
import { submitCheckInput } from '@/lib/spot-checks/schema'
import { type Answers, defaultSheet } from '@/lib/spot-checks/sheet'
import type { InspectionMethod } from '@/prisma/generated/enums'
import { as, officeOf, type Telling } from './context'
import { thirdBatch, unlisted } from './villages'

type Round = { title: string; method: InspectionMethod; fromOn: Day; toOn: Day }

const well: Answers = {
  ...{ team: '正常', measures: '一致', resident: 'yes', helper: 'yes' },
  ...{ disclosure: '按期公开', asked: 9 },
  heard: '群众对今年修通的屯级道路评价较好，希望路灯早日装上。',
}

/**
 * What the inspectors checked in the third batch: an open round with a village in order, one with a
 * measure that is not as done as it was reported, and one already settled; an undercover round half
 * done; checks still to make; what a patrol found.
 */
export async function tellSpotChecks(telling: Telling, today: Day) {
  const day = (offset: number) => addDays(today, offset)
  const village = (key: keyof typeof thirdBatch) => villageOf(telling, thirdBatch[key].stem)
  const both = ['inspector', 'inspector-2']

  const open = await roundOf(telling, day(-42), {
    ...{ title: '第三批整顿村集中督查', method: 'OPEN', fromOn: day(-42), toOn: day(-10) },
  })
  const [fine = '', doubted = '', settled = ''] = await assign(telling, day(-41), open, [
    { villageId: village('green'), by: both, dueOn: day(-20) },
    { villageId: village('redToo'), by: both, dueOn: day(-20) },
    { villageId: village('yellow'), by: both, dueOn: day(-20) },
  ])
  await submit(telling, 'inspector', fine, day(-33), { conclusion: 'NO_PROBLEM', answers: well })
  await tellDoubt(telling, doubted, village('redToo'), day)
  await submit(telling, 'inspector', settled, day(-26), {
    conclusion: 'PROBLEMS',
    answers: { ...well, disclosure: '公开不全' },
    findings: [
      {
        ...{ kind: 'DISCLOSURE', gravity: 'ORDINARY' },
        text: '财务公开栏缺近两个月的收支明细。',
        evidence: '现场查看公开栏，与村报账员核对。',
      },
    ],
  })
  await send(telling, settled, 0, ['江口乡党委'], day(-24))
  await settle(telling, settled, 0, '已补公开并拍照存档，现场复核无误。', day(-12))

  const covert = await roundOf(telling, day(-14), {
    ...{ title: '整顿村暗访', method: 'COVERT', fromOn: day(-14), toOn: day(20) },
  })
  const [grave = ''] = await assign(telling, day(-13), covert, [
    { villageId: village('red'), by: both, dueOn: day(-2) },
    { villageId: village('yellowToo'), by: both, dueOn: day(6) },
  ])
  await submit(telling, 'inspector', grave, day(-6), {
    conclusion: 'PROBLEMS',
    answers: { ...well, team: '不正常', resident: 'no', disclosure: '未公开' },
    summary: '工作日上午村部无人值守，电话联系后四十分钟有人到岗。',
    findings: [
      {
        ...{ kind: 'LEADING_TEAM', gravity: 'GRAVE' },
        text: '工作日上午九时至十时二十分村部无人值守，来办事的三名群众空跑。',
        evidence: '现场等候一小时二十分；询问来办事群众三人。',
      },
    ],
  })

  const later = await roundOf(telling, day(-6), {
    ...{ title: '驻村帮扶随机调研', method: 'RANDOM_RESEARCH', fromOn: day(-6), toOn: day(25) },
  })
  const [next = ''] = await assign(telling, day(-5), later, [
    { villageId: village('greenToo'), by: both, dueOn: day(3) },
    { villageId: villageOf(telling, unlisted[0]?.stem ?? ''), by: both, dueOn: day(12) },
  ])
  await requestMaterial(await as(telling, 'inspector', day(-2)), {
    ...{ id: newId(), spotCheckId: next, what: '今年二季度村级财务收支明细' },
    gap: '系统中只有一季度的公开情况，二季度没有登记。',
  })
  await tellPatrol(telling, village('revising'), day)
}

/** A measure reported done that the inspectors found otherwise; sent to the township, not decided. */
async function tellDoubt(
  telling: Telling,
  checkId: string,
  villageId: string,
  day: (offset: number) => Day,
) {
  const office = await as(telling, officeOf(telling), day(-29))
  const done = await read(office, (tx) =>
    tx.measure.findFirst({
      where: { case: { villageId }, status: 'DONE' },
      orderBy: { number: 'asc' },
      select: { id: true, title: true },
    }),
  )
  const material = newId()
  await requestMaterial(await as(telling, 'inspector', day(-29)), {
    ...{ id: material, spotCheckId: checkId, what: '帮扶单位今年到村的工作记录' },
    gap: '系统中没有帮扶单位近三个月的走访和帮扶纪实。',
  })
  await answerMaterial(await as(telling, 'township-zhaisha', day(-27)), {
    ...{ requestId: material, version: 1 },
    answer: '帮扶单位年内到村两次，均在上半年，记录已由工作队补登。',
  })
  await submit(telling, 'inspector-2', checkId, day(-29), {
    conclusion: 'PROBLEMS',
    answers: { ...well, measures: '部分一致', helper: 'no' },
    findings: [
      {
        ...{ kind: 'RECORD_UNTRUE', gravity: 'SERIOUS' },
        text: `系统登记“${done?.title ?? ''}”已完成，现场查看仍有部分未落实。`,
        evidence: '现场查看，询问村干部两人、群众四人，说法一致。',
        ...(done && { measureId: done.id }),
      },
      {
        ...{ kind: 'HELP_LACKING', gravity: 'ORDINARY' },
        text: '结对帮扶单位近三个月没有到村。',
        evidence: '村干部和驻村队员反映，系统无走访记录。',
      },
    ],
  })
  await send(telling, checkId, 0, ['寨沙镇党委'], day(-26))
}

async function tellPatrol(telling: Telling, villageId: string, day: (offset: number) => Day) {
  await enterFinding(
    await as(telling, officeOf(telling), day(-15)),
    enterFindingInput.parse({
      ...{ id: newId(), villageId, origin: 'PATROL', foundOn: day(-18) },
      source: '县委巡察组关于村级党组织巡察情况的反馈意见',
      ...{ kind: 'ORGANISATION_LIFE', gravity: 'SERIOUS' },
      text: '上半年主题党日有两次只有签到、没有内容记录。',
      evidence: '查阅党支部会议记录本。',
    }),
  )
}

const villageOf = (telling: Telling, stem: string) => telling.villages.get(`${stem}演示村`) ?? ''

async function roundOf(telling: Telling, on: Day, round: Round) {
  const office = await as(telling, officeOf(telling), on)
  const input = planRoundInput.parse({
    ...round,
    ...{ scope: 'EVERY_VILLAGE', questions: defaultSheet },
  })
  return { id: await planRound(office, input), method: round.method }
}

type Check = { villageId: string; by: readonly string[]; dueOn: Day }

async function assign(
  telling: Telling,
  on: Day,
  round: { id: string; method: InspectionMethod },
  checks: readonly Check[],
) {
  const viewer = await as(telling, officeOf(telling), on)
  const userOf = (account: string) => telling.users.get(account)?.id ?? ''
  return transaction(viewer, async (tx) => {
    const planned = checks.map(({ by, ...check }) => ({ ...check, inspectorIds: by.map(userOf) }))
    const ids = await assignSpotChecks(
      tx,
      { viewer },
      { ...{ roundId: round.id, method: round.method, sheet: defaultSheet }, checks: planned },
    )
    const { inspectorIds } = await tx.inspectionRound.findUniqueOrThrow({
      where: { id: round.id },
      select: { inspectorIds: true },
    })
    const people = planned.flatMap((check) => check.inspectorIds)
    await enter(tx, { id: round.id, inspectorIds }, people)
    return ids
  })
}

async function submit(
  telling: Telling,
  account: string,
  spotCheckId: string,
  visitedOn: Day,
  report: object,
) {
  const input = submitCheckInput.parse({ id: newId(), spotCheckId, visitedOn, ...report })
  await submitSpotCheck(await as(telling, account, visitedOn), input)
}

/** The finding of a check by its place, as the county office sees it. */
async function findingOf(telling: Telling, spotCheckId: string, index: number, on: Day) {
  const office = await as(telling, officeOf(telling), on)
  const rows = await read(office, (tx) =>
    tx.finding.findMany({
      where: { spotCheckId },
      orderBy: { id: 'asc' },
      select: { id: true, version: true },
    }),
  )
  const { id: findingId = '', version = 1 } = rows[index] ?? {}
  return { findingId, version }
}

async function send(
  telling: Telling,
  spotCheckId: string,
  index: number,
  names: readonly string[],
  on: Day,
) {
  const organisationIds = names.map((name) => telling.organisations.get(name) ?? '')
  await sendFinding(await as(telling, officeOf(telling), on), {
    ...(await findingOf(telling, spotCheckId, index, on)),
    organisationIds,
  })
}

async function settle(telling: Telling, checkId: string, index: number, reason: string, on: Day) {
  await settleFinding(await as(telling, 'county-office-2', on), {
    ...(await findingOf(telling, checkId, index, on)),
    ...{ outcome: 'SETTLED', reason },
  })
}
