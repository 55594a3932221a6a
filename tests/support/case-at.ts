import { confirm, propose } from '@/lib/cases/commands'
import { type Day, fromDay, toDay } from '@/lib/dates'
import { read, transaction } from '@/lib/db'
import { newId } from '@/lib/ids'
import { approvePlan, savePlan, submitPlan } from '@/lib/plans/commands'
import type { PlanLineInput } from '@/lib/plans/schema'
import { defaultRuleSet } from '@/lib/rule-sets/defaults'
import type { Slot, Stage } from '@/prisma/generated/enums'
import { type World, worldDay } from './world'

/** A case brought to a stage, as it stands there. */
export type CaseAt = {
  caseId: string
  /** Version of the case, for the next verb. */
  version: number
  batchId: string
  stage: Stage
  problems: { id: string; number: number; version: number }[]
  /** Empty until the plan is approved. */
  measures: { id: string; number: number; version: number; dueOn: Day }[]
  /** The newest version of its plan; null before there is one. */
  plan: { id: string; version: number } | null
}

type Options = {
  /** As in `World.villages`: `A.0.2` is village 2 of the first township of county A. */
  village: string
  /** The day on which every step happens; `worldDay` unless a test says otherwise. */
  on?: Day
}

const reached = ['CANDIDATE', 'PLANNING', 'PLAN_REVIEW', 'RECTIFYING'] as const
export type ReachedStage = (typeof reached)[number]

/**
 * Brings a village to a stage by the commands that users use: two problems; a plan of three
 * measures, the first of the township, the second of `helper`, the third of `team`; due 30 June.
 */
export async function caseAt(world: World, stage: ReachedStage, options: Options): Promise<CaseAt> {
  const { village, on = worldDay } = options
  const who = (account: string) => world.viewer(nameOf(village, account), on)
  const caseId = await propose(await who('township'), {
    villageId: idIn(world.villages, village),
    proposal: '班子不齐，工作难以开展。',
    findings: [0, 1].map((index) => ({
      kindId: world.kinds[index] ?? '',
      title: `问题${index + 1}`,
      cause: '后备力量不足',
      evidence: '入户走访记录',
    })),
  })
  const steps = reached.slice(1, reached.indexOf(stage) + 1)
  for (const step of steps) {
    const now = await stateOf(world, village, caseId)
    const onCase = { caseId, version: now.version }
    if (step === 'PLANNING') {
      const batchId = await batchOf(world, village)
      await confirm(await who('office'), { ...onCase, batchId, decisions: chainOn(on) })
    }
    if (step === 'PLAN_REVIEW') {
      await savePlan(await who('township'), draftOf(world, village, now))
      await submitPlan(await who('township'), onCase)
    }
    if (step === 'RECTIFYING') {
      await approvePlan(await who('office'), { ...onCase, recordNo: '鹿组备〔2026〕1号' })
    }
  }
  return stateOf(world, village, caseId)
}

/** The case as it stands now; what a test needs before its next verb. */
export async function stateOf(world: World, village: string, caseId: string): Promise<CaseAt> {
  const office = await world.viewer(`${village.slice(0, 1)}.office`)
  const brief = { id: true, number: true, version: true } as const
  const row = await read(office, (tx) =>
    tx.case.findUniqueOrThrow({
      where: { id: caseId },
      select: {
        version: true,
        stage: true,
        batchId: true,
        problems: { select: brief, orderBy: { number: 'asc' } },
        measures: { select: { ...brief, dueOn: true }, orderBy: { number: 'asc' } },
        plans: { select: { id: true, version: true }, orderBy: { number: 'desc' }, take: 1 },
      },
    }),
  )
  return {
    caseId,
    version: row.version,
    stage: row.stage,
    batchId: row.batchId ?? '',
    problems: row.problems,
    measures: row.measures.map((measure) => ({ ...measure, dueOn: toDay(measure.dueOn) })),
    plan: row.plans[0] ?? null,
  }
}

/** Kinds of the events on a case's timeline, in order. */
export async function eventsOf(world: World, village: string, caseId: string): Promise<string[]> {
  const office = await world.viewer(`${village.slice(0, 1)}.office`)
  const events = await read(office, (tx) =>
    tx.event.findMany({ where: { caseId }, orderBy: { seq: 'asc' }, select: { kind: true } }),
  )
  return events.map(({ kind }) => kind)
}

/** A complete draft for a case of the world: every problem is answered by a measure. */
export function draftOf(world: World, village: string, now: CaseAt) {
  const county = village.slice(0, 1)
  const [first = '', second = ''] = now.problems.map(({ id }) => id)
  return {
    caseId: now.caseId,
    planVersion: now.plan?.version ?? 0,
    facts: '全村党员40名。',
    causes: '班子缺员。',
    goals: '班子配齐，制度落实。',
    timetable: '3月调研，6月初验。',
    responsibilities: '四个一责任到人。',
    guarantees: '经费、督导、纪律保障。',
    measures: [
      lineOf({ title: '补选村“两委”成员', problemIds: [first] }),
      lineOf({
        move: 'SERVICE',
        title: '落实帮扶项目',
        problemIds: [second],
        organisationId: idIn(world.organisations, `${county}.helper`),
      }),
      lineOf({
        move: 'PURPOSE',
        title: '开展“三会一课”',
        problemIds: [first, second],
        organisationId: idIn(world.organisations, `${county}.team`),
      }),
    ],
  }
}

/** A complete line of a plan; what a test cares about is given. */
export function lineOf(change: Partial<PlanLineInput> = {}): PlanLineInput {
  return {
    move: 'TEAM',
    title: '一项措施',
    target: '看得见的结果',
    problemIds: [],
    organisationName: '乡党委',
    personName: '韦某',
    personPost: '党委副书记',
    startOn: '2026-03-01',
    dueOn: '2026-06-30',
    ...change,
  }
}

/** Every step of the confirmation chain, decided on one day. */
export function chainOn(on: Day) {
  return Object.fromEntries(
    defaultRuleSet.decisions.confirmation.map((step) => [
      step,
      { body: '会议', decidedOn: on, documentNo: '', result: '同意' },
    ]),
  )
}

/** Puts an organisation into a slot of a case, so that its people are bound to the case. */
export async function bind(
  world: World,
  village: string,
  caseId: string,
  slot: Extract<Slot, 'HELPER_UNIT' | 'WORK_TEAM'>,
  organisation = slot === 'HELPER_UNIT' ? 'helper' : 'team',
): Promise<void> {
  const county = village.slice(0, 1)
  const office = await world.viewer(`${county}.office`)
  await transaction(office, (tx) =>
    tx.assignment.create({
      data: {
        id: newId(),
        caseId,
        slot,
        organisationId: idIn(world.organisations, `${county}.${organisation}`),
        fromOn: fromDay(worldDay),
      },
      select: { id: true },
    }),
  )
}

/** The account of a village's side: `A.township` for the first township, else `A.other-township`. */
export function nameOf(village: string, account: string): string {
  const [county, township] = village.split('.')
  const isOther = account.startsWith('township') && township === '1'
  return `${county}.${isOther ? `other-${account}` : account}`
}

/** The first batch of the village's county, made when it is needed. */
export async function batchOf(world: World, village: string): Promise<string> {
  const county = village.slice(0, 1) as 'A' | 'B'
  const office = await world.viewer(`${county}.office`)
  return transaction(office, async (tx) => {
    const found = await tx.batch.findFirst({
      where: { countyId: office.countyId },
      orderBy: { number: 'asc' },
      select: { id: true },
    })
    if (found) return found.id
    const id = newId()
    await tx.batch.create({
      data: {
        id,
        countyId: office.countyId,
        number: 1,
        name: '第一批',
        year: 2026,
        startOn: fromDay('2026-03-01'),
        targetEndOn: fromDay('2026-12-31'),
        ruleSetId: world.ruleSets[county],
      },
      select: { id: true },
    })
    return id
  })
}

function idIn(ids: Record<string, string>, key: string): string {
  const id = ids[key]
  if (!id) throw new Error(`the world has no ${key}`)
  return id
}
