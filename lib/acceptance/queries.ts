import 'server-only'
import { authorize, can } from '@/lib/access/policy'
import { visibleCases } from '@/lib/access/scope'
import { selvesOf, type Viewer } from '@/lib/access/viewer-types'
import { calendarNow } from '@/lib/calendar/queries'
import type { Calendar } from '@/lib/calendar/rules'
import { caseForVerb } from '@/lib/cases/exceptional-queries'
import { readGate } from '@/lib/cases/gate-facts'
import { subjectOf } from '@/lib/cases/open-case'
import { workingCase } from '@/lib/cases/select'
import { stageAllows } from '@/lib/cases/workflow'
import { addDays, type Day, fromDay, toDay } from '@/lib/dates'
import { read, type Tx } from '@/lib/db'
import { NotFound } from '@/lib/errors'
import { listExceptions } from '@/lib/exceptions/queries'
import { shownFollowUp } from '@/lib/follow-ups/select'
import { readInternal } from '@/lib/internal-notes/queries'
import { reasonOf } from '@/lib/lights/rules'
import { newestRuleSet, ruleSetOf } from '@/lib/rule-sets/queries'
import type { AcceptanceLevel } from '@/prisma/generated/enums'
import { isOwnWork } from './rules'
import { type ShownRound, shownRound } from './select'

/** The tab 验收与销号: rounds, exceptions, closures and follow-ups; the frame brings the gate. */
export const readAcceptance = (viewer: Viewer, caseId: string) =>
  read(viewer, async (tx) => {
    const kase = await tx.case.findFirst({
      where: { AND: [visibleCases(viewer), { id: caseId }] },
      select: {
        ...workingCase,
        sourceDocument: true,
        acceptances: { orderBy: [{ openedOn: 'desc' }, { id: 'desc' }], select: shownRound },
        closures: { orderBy: { id: 'desc' } },
        followUps: { orderBy: [{ dueOn: 'asc' }], select: shownFollowUp },
      },
    })
    if (!kase) throw new NotFound()
    authorize(viewer, 'case.read', subjectOf(kase))
    const calendar = await calendarNow(tx)
    const { today } = viewer
    return {
      kase,
      rounds: kase.acceptances.map((round) => ({
        ...round,
        light: lightOfRound(round, kase.paused, today, calendar),
        // An unfinished sheet is nobody's business but theirs who fill it in.
        scores: round.status === 'OPEN' && !decides(viewer, kase, round.level) ? [] : round.scores,
      })),
      followUps: kase.followUps.map((followUp) => ({
        ...followUp,
        light: reasonOf(
          {
            subject: 'followUp',
            due: toDay(followUp.dueOn),
            yellowOn: toDay(followUp.yellowOn),
            redOn: toDay(followUp.redOn),
            done: followUp.doneOn !== null,
            paused: false,
          },
          today,
          calendar,
        ),
      })),
      exceptions: await listExceptions(tx, caseId),
      internal: await readInternal(tx, caseId),
    }
  })

function lightOfRound(round: ShownRound, paused: boolean, today: Day, calendar: Calendar) {
  const redOn = toDay(round.redOn)
  const done = round.status !== 'OPEN'
  return reasonOf(
    {
      subject: 'acceptance',
      due: addDays(redOn, -1),
      yellowOn: toDay(round.yellowOn),
      redOn,
      done,
      paused,
    },
    today,
    calendar,
  )
}

type Placed = { id: string; countyId: string; townshipId: string }

/** Whether the viewer is on the side that decides a level. */
function decides(viewer: Viewer, kase: Placed, level: AcceptanceLevel): boolean {
  const may = level === 'TOWNSHIP' ? 'acceptance.township' : 'acceptance.county'
  return can(viewer, may, subjectOf(kase))
}

/** What applying for acceptance shows: the gate as it stands. */
export const readApplication = (viewer: Viewer, caseId: string) =>
  read(viewer, async (tx) => {
    const found = await caseForVerb(tx, viewer, caseId, 'applyForAcceptance')
    const ruleSet = await rulesOf(tx, found.kase)
    return {
      ...found,
      items: await readGate(tx, caseId, 'application', ruleSet, viewer.today),
      exceptions: await listExceptions(tx, caseId),
      revisionPending: (await tx.plan.count({ where: { caseId, status: 'SUBMITTED' } })) > 0,
    }
  })

type RoundVerb = 'passTownship' | 'failTownship' | 'passCounty' | 'failCounty'

/** What deciding a round shows: the round with team and sheet, the rules, and the gate in the county. */
export const readRoundToDecide = (viewer: Viewer, caseId: string, verb: RoundVerb) =>
  read(viewer, async (tx) => {
    const found = await caseForVerb(tx, viewer, caseId, verb)
    const { kase } = found
    const ruleSet = await rulesOf(tx, kase)
    const level = verb.endsWith('Township') ? ('TOWNSHIP' as const) : ('COUNTY' as const)
    const rounds = await tx.acceptance.findMany({
      where: { caseId },
      orderBy: { round: 'asc' },
      select: shownRound,
    })
    const round = rounds.find((one) => one.level === level && one.status === 'OPEN')
    const applied = rounds.findLast((one) => one.level === 'TOWNSHIP')
    const gated = verb === 'passCounty' && stageAllows(verb, kase)
    return {
      ...found,
      level,
      ruleSet,
      round,
      ownWork: isOwnWork(selvesOf(viewer), [round?.appliedById, applied?.appliedById]),
      items: gated ? await readGate(tx, caseId, 'countyPass', ruleSet, viewer.today) : null,
      exceptions: gated ? await listExceptions(tx, caseId) : [],
    }
  })

/** A round's team form: who sits on it, and organisations and accounts to choose from. */
export const readTeam = (viewer: Viewer, caseId: string, acceptanceId: string) =>
  read(viewer, async (tx) => {
    const { kase, round } = await roundOf(tx, viewer, caseId, acceptanceId)
    const may = round.level === 'TOWNSHIP' ? 'acceptance.township' : 'acceptance.county'
    authorize(viewer, may, subjectOf(kase))
    const ruleSet = await rulesOf(tx, kase)
    return {
      kase,
      round,
      blocked: blockOf(kase, round),
      least: ruleSet.reviewers[round.level === 'TOWNSHIP' ? 'townshipTeam' : 'countyTeam'],
      ...(await memberChoices(tx, kase.countyId, viewer.today)),
    }
  })

/** The printed sheet of a round (验收评分表). */
export const readSheet = (viewer: Viewer, caseId: string, acceptanceId: string) =>
  read(viewer, async (tx) => {
    const { kase, round } = await roundOf(tx, viewer, caseId, acceptanceId)
    if (round.status === 'OPEN' && !decides(viewer, kase, round.level)) {
      return { kase, round: { ...round, scores: [] }, ruleSet: await rulesOf(tx, kase) }
    }
    return { kase, round, ruleSet: await rulesOf(tx, kase) }
  })

async function roundOf(tx: Tx, viewer: Viewer, caseId: string, acceptanceId: string) {
  const kase = await tx.case.findFirst({
    where: { AND: [visibleCases(viewer), { id: caseId }] },
    select: {
      ...workingCase,
      acceptances: { where: { id: acceptanceId }, select: shownRound },
    },
  })
  const round = kase?.acceptances[0]
  if (!kase || !round) throw new NotFound()
  authorize(viewer, 'case.read', subjectOf(kase))
  return { kase, round }
}

function blockOf(kase: { stage: string; paused: boolean }, round: ShownRound) {
  if (kase.paused) return 'casePaused' as const
  const open = round.status === 'OPEN' && kase.stage === `${round.level}_ACCEPTANCE`
  return open ? null : ('wrongStage' as const)
}

async function memberChoices(tx: Tx, countyId: string, today: Day) {
  const day = fromDay(today)
  const organisations = await tx.organisation.findMany({
    where: { countyId, active: true },
    orderBy: [{ kind: 'asc' }, { name: 'asc' }],
    select: { id: true, name: true, kind: true },
  })
  const accounts = await tx.user.findMany({
    where: {
      countyId,
      status: 'ACTIVE',
      appointments: {
        some: {
          countyId,
          role: { not: 'SYSTEM_ADMIN' },
          confirmedAt: { not: null },
          fromOn: { lte: day },
          OR: [{ toOn: null }, { toOn: { gte: day } }],
        },
      },
    },
    orderBy: { name: 'asc' },
    select: { id: true, name: true, post: true },
  })
  return { organisations, accounts }
}

function rulesOf(
  tx: Tx,
  kase: { countyId: string; batch: { ruleSet: { id: string; content: unknown } } | null },
) {
  return kase.batch ? ruleSetOf(kase.batch.ruleSet) : newestRuleSet(tx, kase.countyId)
}
