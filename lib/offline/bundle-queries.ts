import 'server-only'
import { can } from '@/lib/access/policy'
import { openCases } from '@/lib/access/scope'
import type { Viewer } from '@/lib/access/viewer-types'
import { toDay } from '@/lib/dates'
import { read } from '@/lib/db'
import { env } from '@/lib/env'
import { Forbidden } from '@/lib/errors'
import type { Prisma } from '@/prisma/generated/client'
import type { Bundle } from './bundle-schema'
import { checksOnPhone } from './check-queries'

/** A phone holds no more villages; whoever sees a whole county works at a desk. */
const mostCases = 300

const columns = {
  id: true,
  countyId: true,
  townshipId: true,
  stage: true,
  paused: true,
  township: { select: { name: true } },
  village: { select: { code: true, name: true } },
  assignments: {
    where: { toOn: null },
    orderBy: { id: 'asc' },
    select: { userId: true, personName: true, personPost: true },
  },
  problems: {
    where: { status: 'OPEN' },
    orderBy: { number: 'asc' },
    select: { id: true, number: true, title: true },
  },
  measures: {
    where: { status: 'OPEN' },
    orderBy: { number: 'asc' },
    select: {
      id: true,
      number: true,
      title: true,
      dueOn: true,
      yellowOn: true,
      percent: true,
      version: true,
      organisationId: true,
      personUserId: true,
    },
  },
} satisfies Prisma.CaseSelect

type Row = Prisma.CaseGetPayload<{ select: typeof columns }>

/**
 * What the phone of this person keeps: the cases under way whose records are open to them. It may be
 * opened for `OFFLINE_DAYS` from the sign-in of this session on.
 */
export const readBundle = (viewer: Viewer): Promise<Bundle> =>
  read(viewer, async (tx) => {
    if (!viewer.sessionId) throw new Forbidden('sessionOnly')
    const session = await tx.session.findUniqueOrThrow({
      where: { id: viewer.sessionId },
      select: { createdAt: true },
    })
    const underWay = {
      stage: { notIn: ['NOT_CONFIRMED', 'CLOSED'] },
    } satisfies Prisma.CaseWhereInput
    const where = { AND: [openCases(viewer), underWay] }
    const rows = await tx.case.findMany({
      where,
      orderBy: [{ townshipId: 'asc' }, { village: { code: 'asc' } }],
      take: mostCases,
      select: columns,
    })
    const full = rows.length === mostCases
    const more = full ? (await tx.case.count({ where })) - mostCases : 0
    const checks = await checksOnPhone(tx, viewer)
    const openUntil = new Date(session.createdAt.getTime() + env().OFFLINE_DAYS * 24 * 3_600_000)
    return {
      schema: 1,
      person: {
        id: viewer.userId,
        name: viewer.name,
        organisation: viewer.grants[0]?.organisationName ?? viewer.countyName,
      },
      openUntil: openUntil.toISOString(),
      more,
      ...(checks && { checks }),
      cases: rows.map((row) => viewOf(viewer, row)),
    }
  })

function viewOf(viewer: Viewer, row: Row): Bundle['cases'][number] {
  const { id, countyId, townshipId, village, township, paused } = row
  const subject = { countyId, townshipId, caseId: id }
  return {
    id,
    village,
    township: township.name,
    mayVisit: !paused && can(viewer, 'visit.write', subject),
    mayRecord: !paused && can(viewer, 'record.write', subject),
    people: row.assignments
      .filter(({ personName }) => personName !== '')
      .map(({ userId, personName, personPost }) => ({
        id: userId,
        name: personName,
        post: personPost,
      })),
    problems: row.problems,
    measures: row.measures.map(({ organisationId, personUserId, dueOn, yellowOn, ...measure }) => ({
      ...measure,
      dueOn: toDay(dueOn),
      yellowOn: toDay(yellowOn),
      mayReport:
        row.stage === 'RECTIFYING' &&
        !paused &&
        can(viewer, 'progress.add', { ...subject, measure: { organisationId, personUserId } }),
    })),
  }
}
