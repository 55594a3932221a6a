import 'server-only'
import { cache } from 'react'
import { authorize, can } from '@/lib/access/policy'
import { visibleDraws, visiblePicks, visibleRounds } from '@/lib/access/scope-inspections'
import { visibleSpotChecks } from '@/lib/access/scope-supervision'
import type { Viewer } from '@/lib/access/viewer-types'
import { toDay } from '@/lib/dates'
import { read, type Tx } from '@/lib/db'
import { NotFound } from '@/lib/errors'
import { inspectorsOf } from '@/lib/spot-checks/conflict-facts'
import { defaultSheet, sheet } from '@/lib/spot-checks/sheet'
import type { Prisma } from '@/prisma/generated/client'
import type { RoundFilter } from './list-filter'
import { knowsRoundStep, type RoundStep, roundSteps } from './rules'

const listedRound = {
  id: true,
  year: true,
  number: true,
  title: true,
  method: true,
  scope: true,
  fromOn: true,
  toOn: true,
  state: true,
  publishedOn: true,
} satisfies Prisma.InspectionRoundSelect

const pageSize = 50

const matching = ({ method, state, year }: RoundFilter): Prisma.InspectionRoundWhereInput => ({
  ...(method && { method }),
  ...(state && { state }),
  ...(year && { year: Number(year) }),
})

/** A page of the rounds in the viewer's scope, the newest first, with how far their checks are. */
export const listRounds = (viewer: Viewer, filter: RoundFilter, limit = pageSize) =>
  read(viewer, async (tx) => {
    authorize(viewer, 'inspection.read')
    const where = { AND: [visibleRounds(viewer), matching(filter)] }
    const found = await tx.inspectionRound.findMany({
      where: filter.after ? { AND: [where, { id: { lt: filter.after } }] } : where,
      orderBy: { id: 'desc' },
      take: limit + 1,
      select: listedRound,
    })
    const total = await tx.inspectionRound.count({ where })
    const rows = found.slice(0, limit)
    const counts = await checkCounts(
      tx,
      viewer,
      rows.map(({ id }) => id),
    )
    return {
      rounds: rows.map(({ fromOn, toOn, publishedOn, ...row }) => ({
        ...row,
        from: toDay(fromOn),
        to: toDay(toOn),
        published: publishedOn && toDay(publishedOn),
        checks: counts.get(row.id) ?? { all: 0, submitted: 0 },
      })),
      total,
      nextCursor: found.length > limit ? (rows.at(-1)?.id ?? null) : null,
    }
  })

/** Round → its checks in the viewer's scope: how many stand, how many are submitted. */
async function checkCounts(tx: Tx, viewer: Viewer, roundIds: string[]) {
  const rows = await tx.spotCheck.groupBy({
    by: ['roundId', 'state'],
    where: {
      AND: [visibleSpotChecks(viewer), { roundId: { in: roundIds }, state: { not: 'CANCELLED' } }],
    },
    _count: true,
  })
  const counts = new Map<string, { all: number; submitted: number }>()
  for (const { roundId, state, _count } of rows) {
    if (!roundId) continue
    const now = counts.get(roundId) ?? { all: 0, submitted: 0 }
    now.all += _count
    if (state === 'SUBMITTED') now.submitted += _count
    counts.set(roundId, now)
  }
  return counts
}

const wholeRound = {
  ...listedRound,
  version: true,
  countyId: true,
  townshipIds: true,
  purpose: true,
  questions: true,
  createdByName: true,
  createdOn: true,
  closingNote: true,
  closedOn: true,
  publishedByName: true,
  draws: {
    orderBy: { number: 'asc' },
    select: { id: true, number: true, state: true, eligible: true, frozenOn: true, drawnOn: true },
  },
  picks: {
    orderBy: { id: 'asc' },
    select: {
      id: true,
      reason: true,
      inspectors: true,
      pickedByName: true,
      pickedOn: true,
      village: { select: { name: true, demo: true, township: { select: { name: true } } } },
    },
  },
} satisfies Prisma.InspectionRoundSelect

/**
 * One round with its sheet, draws, villages named by hand and checks, each as far as the viewer reads
 * them, and the steps open to the viewer now. Shared by its pages within one request.
 */
export const readRound = cache((viewer: Viewer, id: string) =>
  read(viewer, async (tx) => {
    authorize(viewer, 'inspection.read')
    const row = await tx.inspectionRound.findFirst({
      where: { AND: [visibleRounds(viewer), { id }] },
      select: {
        ...wholeRound,
        draws: { ...wholeRound.draws, where: visibleDraws(viewer) },
        picks: { ...wholeRound.picks, where: visiblePicks(viewer) },
      },
    })
    if (!row) throw new NotFound()
    const { questions, ...round } = row
    const checks = await tx.spotCheck.findMany({
      where: { AND: [visibleSpotChecks(viewer), { roundId: id }] },
      orderBy: [{ villageId: 'asc' }, { id: 'asc' }],
      take: 1_000,
      select: {
        id: true,
        state: true,
        dueOn: true,
        submittedOn: true,
        inspectorNames: true,
        village: {
          select: { name: true, code: true, demo: true, township: { select: { name: true } } },
        },
      },
    })
    const steps = can(viewer, 'inspection.plan', { countyId: round.countyId })
      ? (Object.keys(roundSteps) as RoundStep[]).filter((step) => knowsRoundStep(step, round.state))
      : []
    return {
      round,
      sheet: sheet.parse(questions),
      checks: checks.toSorted((a, b) => (a.village.code < b.village.code ? -1 : 1)),
      townships: await townshipsOfCounty(tx, viewer),
      steps,
    }
  }),
)

/** What the form of a round asks from: the townships of the county, the sheet it begins with. */
export const readRoundForm = (viewer: Viewer) =>
  read(viewer, async (tx) => {
    authorize(viewer, 'inspection.plan')
    return { townships: await townshipsOfCounty(tx, viewer), sheet: defaultSheet }
  })

/** What naming a village or freezing a list asks from: villages, townships, inspectors of today. */
export const readRoundChoices = (viewer: Viewer) =>
  read(viewer, async (tx) => {
    authorize(viewer, 'inspection.plan')
    return {
      villages: await tx.village.findMany({
        where: { countyId: viewer.countyId, endedOn: null },
        orderBy: { code: 'asc' },
        select: { code: true, name: true, demo: true, township: { select: { name: true } } },
      }),
      townships: await townshipsOfCounty(tx, viewer),
      inspectors: await inspectorsOf(tx, viewer),
    }
  })

function townshipsOfCounty(tx: Tx, { countyId }: Viewer) {
  return tx.township.findMany({
    where: { countyId },
    orderBy: { id: 'asc' },
    select: { id: true, name: true },
  })
}
