import { addDays, type Day, toDay } from '@/lib/dates'
import { read } from '@/lib/db'
import { askExtension } from '@/lib/extensions/commands'
import { revisePlan, savePlan, submitRevision } from '@/lib/plans/commands'
import { commitmentSteps } from './commitments'
import { as, caseNow, type Telling } from './context'
import { tellDraws } from './draws'
import { tellLetters } from './letters'
import { type CaseScript, tellConfirmation, tellProposal } from './listing'
import { tellMeeting } from './meeting'
import { tellNotices } from './notices'
import { townshipAccount } from './people'
import { tellPhotos } from './photos'
import { type Dues, dueOf, type Period, tellDraft, tellReview } from './planning'
import { tellRecords } from './records'
import {
  measureSteps,
  type Step,
  tellCountyAcceptance,
  tellInOrder,
  tellProgress,
  tellRectification,
  tellSolution,
  tellTownshipAcceptance,
} from './rectifying'
import { tellSpotChecks } from './spot-checks'
import { measuresOf, stories } from './stories'
import { type DemoVillage, thirdBatch } from './villages'
import { tellVisits } from './visits'

/** Days before today (negative) at which the third batch's ordinary cases took their steps. */
const ordinary = {
  proposed: -248,
  confirmed: -228,
  drafted: -215,
  submitted: -212,
  returned: -209,
  resubmitted: -206,
  approved: -203,
}

/**
 * The third batch as it stands on the day of the demo: twelve invented villages from drafting to
 * consolidating, with green, yellow and red lights relative to today.
 */
export async function tellThirdBatch(telling: Telling, today: Day) {
  const script = (
    key: keyof typeof thirdBatch,
    number: number,
    ...picked: number[]
  ): CaseScript => {
    const place: DemoVillage = thirdBatch[key]
    return {
      village: `${place.stem}演示村`,
      township: place.township,
      batch: 3,
      number,
      stories: picked.flatMap((index) => stories[index] ?? []),
    }
  }
  const day = (offset: number) => addDays(today, offset)
  const period: Period = { start: day(-200), end: day(110) }

  await tellPlanning(telling, script('planning', 25, 0, 7), day)
  await tellInReview(telling, script('planReview', 26, 3, 5), day)
  const instructed = await tellUnderWay(telling, script('green', 27, 1, 5), today, period)
  await tellUnderWay(telling, script('greenToo', 28, 6, 8), today, period)
  const answered = await tellUnderWay(telling, script('yellow', 29, 6, 9), today, period, {
    dues: { 协助完成屯级道路和饮水工程: day(6) },
    percents: { 协助完成屯级道路和饮水工程: 70 },
  })
  await tellUnderWay(telling, script('yellowToo', 30, 4, 7), today, period, {
    dues: { 健全村级调解组织: day(9) },
    percents: { 健全村级调解组织: 80 },
  })
  const overdue = await tellLate(telling, script('red', 31, 3, 6), today, period)
  const raised = await tellUnderWay(telling, script('redToo', 32, 5, 1), today, period, {
    dues: { 盘活村集体闲置资产: day(-10) },
    percents: { 盘活村集体闲置资产: 40 },
  })
  await tellRevising(telling, script('revising', 33, 8, 4), today, period)
  const soon: Period = { start: day(-200), end: day(-20) }
  await tellAccepting(telling, script('townshipAcceptance', 34, 0, 6), soon, day, { applied: -4 })
  await tellAccepting(
    telling,
    script('countyAcceptance', 35, 1, 3),
    { ...soon, end: day(-32) },
    day,
    { applied: -24, passed: -8, team: -5 },
  )
  await tellAccepting(telling, script('consolidating', 36, 2, 7), { ...soon, end: day(-60) }, day, {
    applied: -52,
    passed: -44,
    team: -38,
    county: -30,
  })
  await tellLetters(telling, { answered, overdue, raised, instructed }, today)
  await tellVisits(telling, today)
  await tellPhotos(telling, today)
  await tellRecords(telling, today)
  await tellMeeting(telling, today)
  await tellSpotChecks(telling, today)
  await tellNotices(telling, today)
  await tellDraws(telling, today)
}

async function listed(telling: Telling, script: CaseScript, proposed: Day, confirmed: Day) {
  const caseId = await tellProposal(telling, script, proposed)
  await tellConfirmation(telling, script, caseId, confirmed)
  return caseId
}

async function tellPlanning(telling: Telling, script: CaseScript, day: (offset: number) => Day) {
  const caseId = await listed(telling, script, day(-31), day(-7))
  await tellDraft(telling, script, caseId, day(-2), { start: day(10), end: day(150) })
}

async function tellInReview(telling: Telling, script: CaseScript, day: (offset: number) => Day) {
  const caseId = await listed(telling, script, day(-60), day(-35))
  await tellDraft(telling, script, caseId, day(-20), { start: day(5), end: day(150) })
  await tellReview(telling, script, caseId, {
    submitted: day(-14),
    returned: day(-9),
    resubmitted: day(-5),
  })
}

async function approved(
  telling: Telling,
  script: CaseScript,
  today: Day,
  period: Period,
  dues: Dues = {},
) {
  const day = (offset: number) => addDays(today, offset)
  const caseId = await listed(telling, script, day(ordinary.proposed), day(ordinary.confirmed))
  await tellDraft(telling, script, caseId, day(ordinary.drafted), period, dues)
  const returned = script.number % 3 === 0
  await tellReview(telling, script, caseId, {
    submitted: day(ordinary.submitted),
    ...(returned && { returned: day(ordinary.returned), resubmitted: day(ordinary.resubmitted) }),
    approved: day(ordinary.approved),
  })
  return caseId
}

type Exceptional = { dues?: Dues; percents?: Readonly<Record<string, number>> }

/** How far the commitments of a case under way have come, by its number. */
const reaches = [
  { TOWNSHIP: 'reported', MEMBER: 'evaluated' },
  { SECRETARY: 'late', MEMBER: 'drafted' },
  { TOWNSHIP: 'drafted', SECRETARY: 'reported' },
] as const

/** What was due is done; what is set by hand stands where it is; the rest is half way or begun. */
async function tellUnderWay(
  telling: Telling,
  script: CaseScript,
  today: Day,
  period: Period,
  { dues = {}, percents = {} }: Exceptional = {},
) {
  const caseId = await approved(telling, script, today, period, dues)
  const steps = measuresOf(script.stories).flatMap(({ measure }, index): Step[] => {
    const number = index + 1
    const due = dueOf(measure, period, dues)
    const percent = percents[measure.title]
    const at = (on: Day, reached: number) => ({
      on,
      tell: () => tellProgress(telling, script, caseId, number, on, reached),
    })
    if (percent !== undefined) return [at(addDays(today, -20), percent)]
    if (due > addDays(today, 18)) return [at(addDays(today, -26), 50)]
    const finished = earlier(addDays(due, -4), addDays(today, -6))
    return measureSteps(telling, script, caseId, number, finished, period.start)
  })
  const commitments = commitmentSteps(telling, script, caseId, {
    made: addDays(period.start, 4),
    due: period.end,
    reported: addDays(today, -9),
    reach: reaches[script.number % reaches.length] ?? {},
  })
  await tellInOrder([...steps, ...commitments])
  if (script.number % 2 === 0) await tellSolution(telling, script, caseId, 1, addDays(today, -5))
  return caseId
}

const late = '村务公开栏改建'

/** Red with an extension asked for and not decided yet. */
async function tellLate(telling: Telling, script: CaseScript, today: Day, period: Period) {
  const caseId = await tellUnderWay(telling, script, today, period, {
    dues: { [late]: addDays(today, -4) },
    percents: { [late]: 60 },
  })
  const on = addDays(today, -5)
  const measure = (await caseNow(telling, caseId, on)).measures.find(({ title }) => title === late)
  if (!measure) throw new Error('no measure to extend')
  await askExtension(await as(telling, townshipAccount(script.township), on), {
    caseId,
    measureId: measure.id,
    version: measure.version,
    newDueOn: addDays(today, 16),
    reason: '连日降雨，公开栏基础无法施工，材料已到场，雨停即可复工。',
  })
  return caseId
}

/** Rectifying with a revision of its plan waiting for review. */
async function tellRevising(telling: Telling, script: CaseScript, today: Day, period: Period) {
  const caseId = await tellUnderWay(telling, script, today, period)
  const account = townshipAccount(script.township)
  const on = addDays(today, -2)
  const version = async () => (await caseNow(telling, caseId, on)).version
  await revisePlan(await as(telling, account, on), {
    caseId,
    version: await version(),
    reason: '根据群众意见，增加办理情况按月公布的要求。',
  })
  await changeDraft(telling, account, caseId, on)
  await submitRevision(await as(telling, account, on), { caseId, version: await version() })
}

/** The revision states the target of one measure anew; everything else stays. */
async function changeDraft(telling: Telling, account: string, caseId: string, on: Day) {
  const township = await as(telling, account, on)
  const draft = await read(township, (tx) =>
    tx.plan.findFirstOrThrow({
      where: { caseId, status: 'DRAFT' },
      include: { lines: { orderBy: { number: 'asc' } } },
    }),
  )
  // Measures already done stay as they are; this one is still under way.
  const changed = '做好青年党员发展'
  const { facts, causes, goals, timetable, responsibilities, guarantees } = draft
  await savePlan(township, {
    caseId,
    planVersion: draft.version,
    facts,
    causes,
    goals,
    timetable,
    responsibilities,
    guarantees,
    measures: draft.lines.map((line) => ({
      id: line.id,
      move: line.move,
      title: line.title,
      target: line.title === changed ? `${line.target}；每月向群众公布一次办理情况` : line.target,
      problemIds: line.problemIds,
      organisationName: line.organisationName,
      personName: line.personName,
      personPost: line.personPost,
      measureId: line.measureId ?? undefined,
      organisationId: line.organisationId ?? undefined,
      personUserId: line.personUserId ?? undefined,
      startOn: line.startOn ? toDay(line.startOn) : undefined,
      dueOn: line.dueOn ? toDay(line.dueOn) : undefined,
    })),
  })
}

async function tellAccepting(
  telling: Telling,
  script: CaseScript,
  period: Period,
  day: (offset: number) => Day,
  offsets: { applied: number; passed?: number; team?: number; county?: number },
) {
  const caseId = await approved(telling, script, day(0), period)
  await tellRectification(telling, script, caseId, period)
  const at = (offset: number | undefined) => (offset === undefined ? undefined : day(offset))
  await tellTownshipAcceptance(telling, script, caseId, day(offsets.applied), at(offsets.passed))
  if (offsets.team !== undefined)
    await tellCountyAcceptance(telling, script, caseId, day(offsets.team), at(offsets.county))
}

function earlier(a: Day, b: Day): Day {
  return a < b ? a : b
}
