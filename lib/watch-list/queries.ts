import 'server-only'
import { cache } from 'react'
import { authorize, can } from '@/lib/access/policy'
import { visibleListings } from '@/lib/access/scope-appraisals'
import type { Viewer } from '@/lib/access/viewer-types'
import { toDay } from '@/lib/dates'
import { read } from '@/lib/db'
import { NotFound } from '@/lib/errors'
import type { Prisma } from '@/prisma/generated/client'
import { evidenceOf } from './evidence'
import type { WatchFilter } from './list-filter'
import { teamMembers } from './members'
import { watchSteps, watchVerbs } from './rules'

const pageSize = 50

const listed = {
  ...{ id: true, state: true, memberName: true, evidence: true, proposedOn: true },
  ...{ decidedOn: true, clearedOn: true, reviewOn: true, reason: true },
  organisation: { select: { id: true, name: true, kind: true } },
  _count: { select: { replies: true } },
} satisfies Prisma.WatchListingSelect

type Listed = Prisma.WatchListingGetPayload<{ select: typeof listed }>

function lineOf({ evidence, _count, ...row }: Listed) {
  return {
    ...row,
    findings: evidenceOf(evidence),
    replies: _count.replies,
    proposedOn: row.proposedOn && toDay(row.proposedOn),
    decidedOn: row.decidedOn && toDay(row.decidedOn),
    clearedOn: row.clearedOn && toDay(row.clearedOn),
    reviewOn: row.reviewOn && toDay(row.reviewOn),
  }
}

export type WatchLine = ReturnType<typeof lineOf>

/** The register, the newest first; without a state, what is proposed and what stands. */
export const listListings = (viewer: Viewer, filter: WatchFilter, limit = pageSize) =>
  read(viewer, async (tx) => {
    authorize(viewer, 'watch.read')
    const { state, organisation, after } = filter
    const current = { in: ['PROPOSED', 'LISTED'] } satisfies Prisma.EnumWatchStateFilter
    const found = await tx.watchListing.findMany({
      where: {
        AND: [
          visibleListings(viewer),
          state || organisation ? { state } : { state: current },
          organisation ? { organisationId: organisation } : {},
          after ? { id: { lt: after } } : {},
        ],
      },
      orderBy: { id: 'desc' },
      take: limit + 1,
      select: listed,
    })
    const rows = found.slice(0, limit).map(lineOf)
    return {
      listings: rows,
      nextCursor: found.length > limit ? (rows.at(-1)?.id ?? null) : null,
      mayDecide: can(viewer, 'watch.decide'),
    }
  })

/** One listing with its evidence, what was said to it, and what stood there about the organisation before. */
export const readListing = cache((viewer: Viewer, id: string) =>
  read(viewer, async (tx) => {
    const row = await tx.watchListing.findFirst({
      where: { AND: [visibleListings(viewer), { id }] },
      select: {
        ...listed,
        ...{ version: true, countyId: true, organisationId: true, memberId: true, basis: true },
        ...{ measures: true, ruleVersion: true, checkedOn: true, decidedByName: true },
        ...{ clearReason: true, clearBasis: true, clearedByName: true },
        replies: {
          orderBy: { id: 'asc' },
          select: { id: true, text: true, byName: true, repliedOn: true },
        },
      },
    })
    if (!row) throw new NotFound()
    const subject = { countyId: row.countyId, addresseeId: row.organisationId }
    authorize(viewer, 'watch.read', subject)
    const others = await tx.watchListing.findMany({
      where: {
        AND: [visibleListings(viewer), { organisationId: row.organisationId, id: { not: id } }],
      },
      orderBy: { id: 'desc' },
      take: 20,
      select: listed,
    })
    const decides = can(viewer, 'watch.decide', subject)
    return {
      listing: {
        ...row,
        ...lineOf(row),
        checkedOn: row.checkedOn && toDay(row.checkedOn),
        replies: row.replies.map((one) => ({ ...one, repliedOn: toDay(one.repliedOn) })),
      },
      history: others.map(lineOf),
      verbs: decides ? watchVerbs.filter((verb) => watchSteps[verb] === row.state) : [],
      mayReply: row.state === 'LISTED' && can(viewer, 'watch.reply', subject),
    }
  }),
)

export type ReadListing = Awaited<ReturnType<typeof readListing>>

/** Whom the county office can list by its own decision: organisations, and members of resident teams. */
export const readListingForm = (viewer: Viewer) =>
  read(viewer, async (tx) => {
    const { countyId } = viewer
    authorize(viewer, 'watch.decide', { countyId })
    const organisations = await tx.organisation.findMany({
      where: { countyId, active: true, kind: { in: ['TOWNSHIP', 'DEPARTMENT', 'WORK_TEAM'] } },
      orderBy: [{ kind: 'asc' }, { townshipId: 'asc' }, { name: 'asc' }],
      select: { id: true, name: true, kind: true },
    })
    const names = new Map(organisations.map(({ id, name }) => [id, name]))
    const members = await teamMembers(tx, countyId, viewer.today)
    return {
      organisations,
      members: members.map(({ organisationId, user }) => ({
        id: user.id,
        name: user.name,
        team: names.get(organisationId) ?? '',
      })),
    }
  })
