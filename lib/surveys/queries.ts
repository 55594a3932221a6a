import 'server-only'
import { cache } from 'react'
import { authorize, can } from '@/lib/access/policy'
import { visibleCases } from '@/lib/access/scope'
import { visibleSurveys } from '@/lib/access/scope-surveys'
import type { Viewer } from '@/lib/access/viewer-types'
import { subjectOf } from '@/lib/cases/open-case'
import { toDay } from '@/lib/dates'
import { read, type Tx } from '@/lib/db'
import { NotFound } from '@/lib/errors'
import { ruleSetOf } from '@/lib/rule-sets/queries'
import type { Prisma } from '@/prisma/generated/client'
import { isBegun, turnoutOf } from './box'
import { askedIn } from './commands'
import type { SurveyFilter } from './list-filter'
import { entriesOf } from './paper-commands'
import { nextPaper, papersOf, percentOf } from './rules'
import { type ListedSurvey, listedSurvey, wholeSurvey } from './select'

const pageSize = 50

/** A round as lists show it: days, and its satisfied share where figures may be shown. */
function lineOf({ endsOn, openedOn, closedOn, publishedOn, ...row }: ListedSurvey) {
  const { result } = row
  return {
    ...row,
    endsOn: toDay(endsOn),
    openedOn: toDay(openedOn),
    closedOn: closedOn && toDay(closedOn),
    publishedOn: publishedOn && toDay(publishedOn),
    percent: result?.shown ? percentOf(result.satisfied ?? 0, result.votes ?? 0) : null,
  }
}

export type SurveyLine = ReturnType<typeof lineOf>

/** A page of the rounds in the viewer's scope, the newest first, with what to filter by. */
export const listSurveys = (viewer: Viewer, filter: SurveyFilter, limit = pageSize) =>
  read(viewer, async (tx) => {
    authorize(viewer, 'survey.read')
    const { kind, state, township, after } = filter
    const matching: Prisma.SurveyWhereInput = {
      ...{ kind, state },
      ...(township && { townshipId: township }),
      ...(filter.case && { caseId: filter.case }),
    }
    const where = { AND: [visibleSurveys(viewer), matching] }
    const found = await tx.survey.findMany({
      where: after ? { AND: [where, { id: { lt: after } }] } : where,
      orderBy: { id: 'desc' },
      take: limit + 1,
      select: { ...listedSurvey, village: { select: { name: true, demo: true } } },
    })
    const rows = found.slice(0, limit)
    const total = await tx.survey.count({ where })
    const townships = await tx.township.findMany({
      where: { countyId: viewer.countyId },
      orderBy: { id: 'asc' },
      select: { id: true, name: true },
    })
    return {
      surveys: rows.map(({ village, ...row }) => ({
        ...lineOf(row),
        village,
        township: townships.find(({ id }) => id === row.townshipId)?.name ?? '',
      })),
      total,
      nextCursor: found.length > limit ? (rows.at(-1)?.id ?? null) : null,
      townships,
    }
  })

/** The rounds of one case that the viewer may know of, the newest first. */
async function surveysOfCase(tx: Tx, viewer: Viewer, caseId: string) {
  const rows = await tx.survey.findMany({
    where: { AND: [visibleSurveys(viewer), { caseId }] },
    orderBy: { id: 'desc' },
    take: pageSize,
    select: listedSurvey,
  })
  return rows.map(lineOf)
}

/** The same as a page of its own transaction reads it. */
export const readCaseSurveys = (viewer: Viewer, caseId: string) =>
  read(viewer, (tx) => surveysOfCase(tx, viewer, caseId))

/** One round; what only its organisers may know comes for these alone. */
export const readSurvey = cache((viewer: Viewer, id: string) =>
  read(viewer, async (tx) => {
    const row = await tx.survey.findFirst({
      where: { AND: [visibleSurveys(viewer), { id }] },
      select: { ...wholeSurvey, village: { select: { name: true, demo: true } } },
    })
    if (!row) throw new NotFound()
    const subject = subjectOf({ ...row, id: row.caseId })
    authorize(viewer, 'survey.read', subject)
    const township = await tx.township.findUniqueOrThrow({
      where: { id: row.townshipId },
      select: { name: true },
    })
    const runs = can(viewer, 'survey.run', subject)
    const { village, ...rest } = row
    return {
      survey: { ...rest, ...lineOf(rest) },
      result: rest.result,
      village,
      township: township.name,
      runs,
      organised: runs ? await organisedOf(tx, rest) : null,
    }
  }),
)

type Whole = Prisma.SurveyGetPayload<{ select: typeof wholeSurvey }>

/** Lots issued, how far typing is, what people wrote: for the county office. */
async function organisedOf(tx: Tx, survey: Whole) {
  const { id: surveyId, countyId, state } = survey
  const issues = await tx.surveyIssue.findMany({
    where: { surveyId },
    orderBy: { id: 'asc' },
    select: {
      ...{ id: true, channel: true, count: true, issuedOn: true, byName: true },
      ...{ voidedOn: true, voidReason: true },
    },
  })
  const lots = issues.map(({ issuedOn, voidedOn, ...issue }) => ({
    ...issue,
    issuedOn: toDay(issuedOn),
    voidedOn: voidedOn && toDay(voidedOn),
  }))
  if (state !== 'OPEN') {
    const wishes = await tx.surveyWish.findMany({
      where: { surveyId },
      orderBy: { id: 'asc' },
      take: 500,
      select: { id: true, wish: true },
    })
    return { lots, wishes, turnout: 0, begun: true, papers: [] }
  }
  const papers = papersOf(await entriesOf(tx, surveyId))
  return {
    lots,
    wishes: [],
    turnout: await turnoutOf(tx, countyId, surveyId),
    begun: await isBegun(tx, surveyId),
    papers: papers.map(({ number, first, second, third, differs }) => ({
      ...{ number, differs, settled: third !== undefined },
      typed: [first, second].flatMap((one) => one?.byName ?? []),
    })),
  }
}

/** What somebody types next, and, where two typings differ, both of them for the third step. */
export const readPaper = (viewer: Viewer, id: string, wanted?: number) =>
  read(viewer, async (tx) => {
    const survey = await tx.survey.findFirst({
      where: { AND: [visibleSurveys(viewer), { id }] },
      select: listedSurvey,
    })
    if (!survey) throw new NotFound()
    authorize(viewer, 'survey.run', subjectOf({ ...survey, id: survey.caseId }))
    const entries = await entriesOf(tx, id)
    const papers = papersOf(entries)
    const differing = papers.find(
      ({ number, differs, third }) => number === wanted && differs && !third,
    )
    return {
      survey: lineOf(survey),
      next: nextPaper(entries, viewer.userId),
      typed: papers.length,
      twice: papers.filter(({ second }) => second).length,
      open: papers.filter(({ differs, third }) => differs && !third).map(({ number }) => number),
      differing: differing?.first &&
        differing.second && {
          number: differing.number,
          first: differing.first,
          second: differing.second,
        },
    }
  })

/** What the form of a new round starts from. */
export const readOpening = (viewer: Viewer, caseId: string) =>
  read(viewer, async (tx) => {
    const kase = await tx.case.findFirst({
      where: { AND: [visibleCases(viewer), { id: caseId }] },
      select: {
        ...{ id: true, countyId: true, townshipId: true, stage: true, paused: true },
        village: { select: { name: true, demo: true, partyMembers: true, households: true } },
        batch: { select: { name: true, ruleSet: { select: { id: true, content: true } } } },
        surveys: { where: { state: 'OPEN' }, select: { kind: true } },
      },
    })
    if (!kase) throw new NotFound()
    authorize(viewer, 'survey.run', subjectOf(kase))
    return {
      kase,
      open: askedIn.includes(kase.stage) && !kase.paused,
      lines: kase.batch ? ruleSetOf(kase.batch.ruleSet).criteria.survey : null,
    }
  })
