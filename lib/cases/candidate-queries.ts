import 'server-only'
import { authorize, can, grantFor } from '@/lib/access/policy'
import { visibleCases, visibleVillages } from '@/lib/access/scope'
import { townshipsOf, type Viewer } from '@/lib/access/viewer-types'
import { batchChoices } from '@/lib/batches/queries'
import { calendarNow } from '@/lib/calendar/queries'
import { fromDay, toDay } from '@/lib/dates'
import { read, type Tx } from '@/lib/db'
import { NotFound } from '@/lib/errors'
import type { Prisma } from '@/prisma/generated/client'
import { caseLight, lightColumns } from './light'

const pageSize = 50
const open = { notIn: ['CLOSED', 'NOT_CONFIRMED'] } satisfies Prisma.EnumStageFilter

type CandidateFilter = { township?: string; after?: string }

/** Candidates waiting for a decision, in the viewer's scope, the longest waiting first. */
export const listCandidates = (viewer: Viewer, { township, after }: CandidateFilter = {}) =>
  read(viewer, async (tx) => {
    authorize(viewer, 'case.read')
    const everywhere = { AND: [visibleCases(viewer), { stage: 'CANDIDATE' as const }] }
    const where = { AND: [everywhere, township ? { townshipId: township } : {}] }
    const last = after
      ? await tx.case.findFirst({
          where: { AND: [visibleCases(viewer), { id: after }] },
          select: { id: true, proposedOn: true },
        })
      : null
    const rows = await tx.case.findMany({
      where: last
        ? {
            AND: [
              where,
              {
                OR: [
                  { proposedOn: { gt: last.proposedOn } },
                  { proposedOn: last.proposedOn, id: { gt: last.id } },
                ],
              },
            ],
          }
        : where,
      orderBy: [{ proposedOn: 'asc' }, { id: 'asc' }],
      take: pageSize + 1,
      select: {
        ...lightColumns,
        id: true,
        proposedOn: true,
        previousCaseId: true,
        village: { select: { id: true, name: true, demo: true } },
        township: { select: { name: true } },
        problems: { select: { id: true, category: true, title: true }, orderBy: { number: 'asc' } },
      },
    })
    const calendar = await calendarNow(tx)
    const shown = rows.slice(0, pageSize)
    return {
      candidates: shown.map((row) => ({
        id: row.id,
        village: row.village,
        township: row.township.name,
        proposedOn: toDay(row.proposedOn),
        relapse: row.previousCaseId !== null,
        problems: row.problems,
        light: caseLight(row, viewer.today, calendar),
      })),
      total: await tx.case.count({ where }),
      nextCursor: rows.length > pageSize ? (shown.at(-1)?.id ?? null) : null,
      townships: await tx.township.findMany({
        where: { countyId: viewer.countyId, cases: { some: everywhere } },
        orderBy: { id: 'asc' },
        select: { id: true, name: true },
      }),
    }
  })

/** Villages the viewer may propose: without an open case, grouped by township. */
export const readProposableVillages = (viewer: Viewer) =>
  read(viewer, async (tx) => {
    const grant = authorize(viewer, 'case.propose')
    return villagesByTownship(tx, viewer, {
      ...(grant.role === 'TOWNSHIP' && { townshipId: { in: townshipsOf(viewer) } }),
      endedOn: null,
      cases: { none: { stage: open } },
    })
  })

/** Everything the proposal of one village needs: facts, an earlier case, the dictionary. */
export const readProposal = (viewer: Viewer, villageId: string) =>
  read(viewer, async (tx) => {
    const village = await tx.village.findFirst({
      where: { AND: [visibleVillages(viewer), { id: villageId }] },
      select: {
        id: true,
        name: true,
        demo: true,
        countyId: true,
        townshipId: true,
        households: true,
        population: true,
        partyMembers: true,
        township: { select: { name: true } },
      },
    })
    if (!village) throw new NotFound()
    authorize(viewer, 'case.propose', village)
    const cases = await tx.case.findMany({
      where: { villageId, stage: { not: 'NOT_CONFIRMED' } },
      orderBy: { createdAt: 'desc' },
      select: {
        id: true,
        stage: true,
        closedOn: true,
        batch: { select: { name: true } },
      },
    })
    const closed = cases.find((kase) => kase.stage === 'CLOSED')
    return {
      village,
      hasOpenCase: cases.some((kase) => kase.stage !== 'CLOSED'),
      earlier: closed
        ? {
            id: closed.id,
            batch: closed.batch?.name ?? '',
            closedOn: closed.closedOn ? toDay(closed.closedOn) : null,
          }
        : null,
      kinds: await kindsInForce(tx, viewer),
      byTownship: grantFor(viewer, 'case.propose', village)?.role === 'TOWNSHIP',
    }
  })

/** What entering a historical case chooses from. */
export const readHistoricalChoices = (viewer: Viewer) =>
  read(viewer, async (tx) => {
    authorize(viewer, 'case.enterHistorical', { countyId: viewer.countyId })
    return {
      townships: await villagesByTownship(tx, viewer, {}),
      batches: await batchChoices(tx, viewer),
      kinds: await kindsInForce(tx, viewer),
    }
  })

/** Whether buttons for proposing and entering are drawn. */
export function candidateVerbs(viewer: Viewer) {
  return {
    confirm: can(viewer, 'case.confirm'),
    propose: can(viewer, 'case.propose'),
    enterHistorical: can(viewer, 'case.enterHistorical'),
  }
}

async function villagesByTownship(tx: Tx, viewer: Viewer, where: Prisma.VillageWhereInput) {
  return tx.township.findMany({
    where: { countyId: viewer.countyId, villages: { some: where } },
    orderBy: { id: 'asc' },
    select: {
      id: true,
      name: true,
      villages: {
        where: { AND: [visibleVillages(viewer), where] },
        orderBy: { code: 'asc' },
        select: { id: true, name: true },
      },
    },
  })
}

/** Kinds of the dictionary that may be chosen today, by category. */
export async function kindsInForce(tx: Tx, viewer: Viewer) {
  const today = fromDay(viewer.today)
  return tx.problemKind.findMany({
    where: {
      validFrom: { lte: today },
      OR: [{ validTo: null }, { validTo: { gte: today } }],
    },
    orderBy: [{ category: 'asc' }, { code: 'asc' }],
    select: { id: true, category: true, titleZh: true, titleEn: true },
  })
}
