import { applyForAcceptance, passCounty, passTownship } from '@/lib/acceptance/commands'
import { formTeam } from '@/lib/acceptance/sheet-commands'
import { assign } from '@/lib/assignments/commands'
import { close } from '@/lib/closure/commands'
import type { Day } from '@/lib/dates'
import { read } from '@/lib/db'
import { addProgress, finishMeasure } from '@/lib/measures/commands'
import { solveProblem, verifyProblem } from '@/lib/problems/commands'
import { defaultRuleSet } from '@/lib/rule-sets/defaults'
import type { AcceptanceLevel } from '@/prisma/generated/enums'
import { type CaseAt, caseAt, nameOf, stateOf } from './case-at'
import { carryCommitment } from './commitments'
import { carrySurveys } from './surveys'
import { type World, worldDay } from './world'

const road = [
  'READY',
  'TOWNSHIP_ACCEPTANCE',
  'COUNTY_ACCEPTANCE',
  'CONSOLIDATING',
  'CLOSED',
] as const

/** A case that goes on where `caseAt` ends; `READY` is rectifying with everything done. */
export type AcceptedAt = CaseAt & { village: string; on: Day }

type Options = { village: string; on?: Day }

/**
 * Brings a village past `RECTIFYING` by the commands that users use: every slot filled, every
 * measure done, every problem solved by the township and verified by the office; applied for by
 * `township`, passed by `township-2` and `office`, closed by `office-2`.
 */
export async function acceptedAt(
  world: World,
  stage: (typeof road)[number],
  { village, on = worldDay }: Options,
): Promise<AcceptedAt> {
  const kase = await caseAt(world, 'RECTIFYING', { village, on })
  const now = async () => ({ ...(await stateOf(world, village, kase.caseId)), village, on })
  await fillSlots(world, await now())
  await finishWork(world, await now())
  for (const step of road.slice(1, road.indexOf(stage) + 1)) {
    await steps[step as Exclude<typeof step, 'READY'>](world, await now())
  }
  return now()
}

/** Who does something on the side of a case's village. */
export function actor(world: World, kase: AcceptedAt, account: string) {
  return world.viewer(nameOf(kase.village, account), kase.on)
}

const steps = {
  TOWNSHIP_ACCEPTANCE: async (world: World, kase: AcceptedAt) =>
    applyForAcceptance(await actor(world, kase, 'township'), onCase(kase)),
  COUNTY_ACCEPTANCE: async (world: World, kase: AcceptedAt) => {
    await teamUp(world, kase, 'TOWNSHIP')
    await passTownship(await actor(world, kase, 'township-2'), { ...onCase(kase), ...sheet() })
  },
  CONSOLIDATING: async (world: World, kase: AcceptedAt) => {
    await teamUp(world, kase, 'COUNTY')
    await passCounty(await actor(world, kase, 'office'), { ...onCase(kase), ...sheet() })
  },
  CLOSED: async (world: World, kase: AcceptedAt) =>
    close(await actor(world, kase, 'office-2'), { ...onCase(kase), ...closing(kase.on) }),
}

/** Case id and version, for a verb. */
export function onCase({ caseId, version }: CaseAt) {
  return { caseId, version }
}

/** A full sheet: every item at its maximum, less what is taken off the first one. */
export function sheet(less = 0) {
  const { items } = defaultRuleSet.scoreSheet
  return {
    scores: Object.fromEntries(
      items.map(({ code, max }, index) => [code, index === 0 ? max - less : max]),
    ),
    notes: {},
  }
}

/** What the closing form asks for; the number is the case's own unless given. */
export function closing(
  on: Day,
  number = `鹿组销〔2026〕${Math.random().toString(36).slice(2)}号`,
) {
  return {
    number,
    basis: '县委组织部部务会议决定',
    closedOn: on,
    summary: '班子配齐，制度健全，群众满意。',
    signers: [{ name: '覃某', post: '部长', organisation: '县委组织部' }],
    decisions: Object.fromEntries(
      defaultRuleSet.decisions.closing.map((step) => [
        step,
        { body: '会议', decidedOn: on, documentNo: '', result: '同意' },
      ]),
    ),
  }
}

/** The open round of a case, as its forms see it. */
export async function openRound(world: World, kase: AcceptedAt) {
  const round = await read(await actor(world, kase, 'office'), (tx) =>
    tx.acceptance.findFirstOrThrow({ where: { caseId: kase.caseId, status: 'OPEN' } }),
  )
  return { caseId: kase.caseId, acceptanceId: round.id, acceptanceVersion: round.version }
}

/** People of the county without account, free of every party of the case. */
export const freeMembers = ['甲某', '乙某', '丙某'].map((name, index) => ({
  name,
  post: '组员',
  leads: index === 0,
}))

export async function teamUp(world: World, kase: AcceptedAt, level: AcceptanceLevel) {
  const viewer = await actor(world, kase, level === 'TOWNSHIP' ? 'township-2' : 'office')
  await formTeam(viewer, { ...(await openRound(world, kase)), members: freeMembers })
}

/** 四个一: the linked leader, a township leader, the helper unit and the work team. */
export async function fillSlots(world: World, kase: AcceptedAt): Promise<void> {
  const office = await actor(world, kase, 'office')
  const county = kase.village.slice(0, 1)
  const common = { caseId: kase.caseId, fromOn: kase.on, personName: '', personPost: '' }
  const organisationId = (short: string) => world.organisations[`${county}.${short}`]
  await assign(office, {
    ...common,
    slot: 'COUNTY_LEADER',
    userId: world.users[`${county}.leader`],
  })
  await assign(office, { ...common, slot: 'TOWNSHIP_LEADER', personName: '韦镇长' })
  await assign(office, { ...common, slot: 'HELPER_UNIT', organisationId: organisationId('helper') })
  await assign(office, {
    ...common,
    slot: 'WORK_TEAM',
    organisationId: organisationId('team'),
    personName: '莫书记',
  })
}

/** Every measure done, every problem solved and verified by another, the secretary's word kept, the village asked. */
export async function finishWork(world: World, kase: AcceptedAt): Promise<void> {
  const township = await actor(world, kase, 'township')
  const office = await actor(world, kase, 'office')
  for (const { id: measureId, version } of kase.measures) {
    const onMeasure = { caseId: kase.caseId, measureId, version }
    await addProgress(township, { ...onMeasure, happenedOn: kase.on, percent: 100, text: '完成' })
    await finishMeasure(township, { ...onMeasure, version: version + 1, text: '已落实' })
  }
  for (const { id: problemId, version } of kase.problems) {
    const onProblem = { caseId: kase.caseId, problemId, version }
    await solveProblem(township, { ...onProblem, solution: '已解决' })
    await verifyProblem(office, { ...onProblem, version: version + 1, verification: '属实' })
  }
  await carryCommitment(world, { caseId: kase.caseId }, kase)
  await carrySurveys(world, kase.caseId, kase)
}
