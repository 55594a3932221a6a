import 'server-only'
import { cache } from 'react'
import { isOwnWork } from '@/lib/acceptance/rules'
import { authorize, can } from '@/lib/access/policy'
import { visibleCases } from '@/lib/access/scope'
import { visibleFindings } from '@/lib/access/scope-supervision'
import { selvesOf, type Viewer } from '@/lib/access/viewer-types'
import { filesWhere } from '@/lib/attachments/list-queries'
import { read, type Tx } from '@/lib/db'
import { NotFound } from '@/lib/errors'
import type { Prisma } from '@/prisma/generated/client'
import type { FindingFilter } from './list-filter'
import { subjectOfFinding } from './open-finding'
import { findingLine, listedFinding } from './select'

const pageSize = 50

/** What a filter asks for, without the scope: always used as `AND: [visibleFindings, …]`. */
function matching(filter: FindingFilter): Prisma.FindingWhereInput {
  const { state, origin, kind, gravity, township, village, check, about, after } = filter
  return {
    ...{ origin, kind, gravity, townshipId: township, villageId: village },
    caseId: filter.case,
    spotCheckId: check,
    state: state ?? { not: 'WITHDRAWN' },
    ...(about && { measureId: { not: null } }),
    ...(after && { id: { lt: after } }),
  }
}

/** One page of findings in scope by keyset, the latest recorded first. */
export async function pageOfFindings(tx: Tx, viewer: Viewer, filter: FindingFilter, limit: number) {
  const found = await tx.finding.findMany({
    where: { AND: [visibleFindings(viewer), matching(filter)] },
    orderBy: { id: 'desc' },
    take: limit + 1,
    select: listedFinding,
  })
  const findings = found.slice(0, limit).map(findingLine)
  return { findings, nextCursor: found.length > limit ? (findings.at(-1)?.id ?? null) : null }
}

/** The list of findings with what to filter by, and whether the viewer enters outside ones. */
export const listFindings = (viewer: Viewer, filter: FindingFilter, limit = pageSize) =>
  read(viewer, async (tx) => {
    authorize(viewer, 'finding.read')
    return {
      ...(await pageOfFindings(tx, viewer, filter, limit)),
      townships: await tx.township.findMany({
        where: { countyId: viewer.countyId },
        orderBy: { id: 'asc' },
        select: { id: true, name: true },
      }),
      mayEnter: can(viewer, 'finding.enter'),
    }
  })

/** One finding with its files, to whom it was sent, and what the viewer may do with it now. */
export const readFinding = cache((viewer: Viewer, id: string) =>
  read(viewer, async (tx) => {
    const row = await tx.finding.findFirst({
      where: { AND: [visibleFindings(viewer), { id }] },
      select: {
        ...listedFinding,
        recordedById: true,
        sentByName: true,
        spotCheck: {
          select: { inspectors: { where: { releasedOn: null }, select: { userId: true } } },
        },
      },
    })
    if (!row) throw new NotFound()
    const { spotCheck, recordedById, sentByName, ...rest } = row
    const subject = subjectOfFinding(row)
    authorize(viewer, 'finding.read', subject)
    const finders = [recordedById, ...(spotCheck?.inspectors.map(({ userId }) => userId) ?? [])]
    const open = row.state === 'OPEN'
    const settles = open && can(viewer, 'finding.settle', subject)
    const own = isOwnWork(selvesOf(viewer), finders)
    const maySend = open && can(viewer, 'finding.send', subject)
    const kase = row.caseId
      ? await tx.case.findFirst({
          where: { AND: [visibleCases(viewer), { id: row.caseId }] },
          select: { id: true },
        })
      : null
    return {
      finding: { ...findingLine(rest), sentByName },
      kase,
      files: row.caseId
        ? await filesWhere(tx, viewer, { subjectKind: 'FINDING', subjectId: row.id })
        : [],
      addresseesNow: await tx.organisation.findMany({
        where: { countyId: viewer.countyId, id: { in: row.sentToIds } },
        orderBy: { id: 'asc' },
        select: { id: true, name: true },
      }),
      addressees: maySend ? await addresseesOf(tx, row) : [],
      mayAddFiles:
        open &&
        row.caseId !== null &&
        (row.spotCheckId ? can(viewer, 'spotCheck.write', subject) : maySend),
      maySend,
      maySettle: settles && !own,
      ownWork: settles && own,
      mayWithdraw: open && row.sentToIds.length === 0 && can(viewer, 'spotCheck.write', subject),
    }
  }),
)

export type FindingPage = Awaited<ReturnType<typeof readFinding>>

/** Whom a finding may be sent to: the township, and the helper unit and work team of its case. */
async function addresseesOf(
  tx: Tx,
  row: { townshipId: string; caseId: string | null; sentToIds: string[] },
) {
  const rows = await tx.organisation.findMany({
    where: {
      active: true,
      id: { notIn: row.sentToIds },
      OR: [
        { townshipId: row.townshipId, kind: 'TOWNSHIP' },
        ...(row.caseId
          ? [
              {
                assignments: {
                  some: {
                    caseId: row.caseId,
                    toOn: null,
                    slot: { in: ['HELPER_UNIT' as const, 'WORK_TEAM' as const] },
                  },
                },
              },
            ]
          : []),
      ],
    },
    orderBy: { kind: 'asc' },
    select: { id: true, name: true, kind: true },
  })
  return rows
}

/** What the form of an outside finding offers: the villages of the county by township. */
export const readFindingForm = (viewer: Viewer) =>
  read(viewer, async (tx) => {
    const { countyId } = viewer
    authorize(viewer, 'finding.enter', { countyId })
    return tx.village.findMany({
      where: { countyId, endedOn: null },
      orderBy: [{ townshipId: 'asc' }, { code: 'asc' }],
      select: { id: true, name: true, township: { select: { name: true } } },
    })
  })
