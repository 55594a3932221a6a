import 'server-only'
import { cache } from 'react'
import { isOwnWork } from '@/lib/acceptance/rules'
import { authorize, can } from '@/lib/access/policy'
import { visibleCases } from '@/lib/access/scope'
import { visibleNotices, visibleReplies } from '@/lib/access/scope-notices'
import { visibleFindings } from '@/lib/access/scope-supervision'
import { selvesOf, type Viewer } from '@/lib/access/viewer-types'
import { calendarNow } from '@/lib/calendar/queries'
import { toDay } from '@/lib/dates'
import { read, type Tx } from '@/lib/db'
import { NotFound } from '@/lib/errors'
import { filesOf } from './evidence'
import { noticeLight } from './light'
import { findNotice } from './open-notice'
import {
  authorsOf,
  knowsVerb,
  mayBeFollowed,
  nextKind,
  noticeSteps,
  noticeVerbs,
  referenceOf,
  subjectOfNotice,
} from './rules'
import type { WholeNotice } from './select'

/**
 * One notice with its replies, what it carries and what came before and after it, and what the viewer
 * may do with it now. Shared by its pages within one request.
 */
export const readNotice = cache((viewer: Viewer, id: string) =>
  read(viewer, async (tx) => {
    const row = await findNotice(tx, viewer, id)
    const subject = subjectOfNotice(row)
    authorize(viewer, 'notice.read', subject)
    const kase = row.caseId
      ? await tx.case.findFirst({
          where: { AND: [visibleCases(viewer), { id: row.caseId }] },
          select: { id: true, paused: true },
        })
      : null
    const known = kase?.paused
      ? []
      : noticeVerbs.filter(
          (verb) => knowsVerb(verb, row.status) && can(viewer, noticeSteps[verb].may, subject),
        )
    const own = (verb: (typeof known)[number]) => isOwnWork(selvesOf(viewer), authorsOf(verb, row))
    const drafts = can(viewer, 'notice.draft', subject) && mayBeFollowed(row.status)
    return {
      notice: {
        ...row,
        dueOn: toDay(row.dueOn),
        reference: referenceOf(row),
        addresseeName: row.addresseeName || row.addressee.name,
      },
      light: noticeLight(row, viewer.today, await calendarNow(tx)),
      kase,
      ...(await around(tx, viewer, row)),
      replies: await repliesOf(tx, viewer, id),
      verbs: known.filter((verb) => !own(verb)),
      /** Something is to be signed or judged, but it is the viewer's own work. */
      ownWork: known.some((verb) => own(verb)),
      /** Whether it may be sent anew, and the next step of the ladder. */
      follow: drafts ? { same: row.kind, next: nextKind(row.kind) ?? null } : null,
    }
  }),
)

export type NoticePage = Awaited<ReturnType<typeof readNotice>>

/** The township, the measure, the findings, the organisations copied; the notice before and after it. */
async function around(tx: Tx, viewer: Viewer, row: WholeNotice) {
  const township = row.townshipId
    ? await tx.township.findUnique({ where: { id: row.townshipId }, select: { name: true } })
    : null
  const copied = row.copiedIds.length
    ? await tx.organisation.findMany({
        where: { countyId: viewer.countyId, id: { in: row.copiedIds } },
        orderBy: { name: 'asc' },
        select: { name: true },
      })
    : []
  const ids = row.findings.map(({ findingId }) => findingId)
  const findings = ids.length
    ? await tx.finding.findMany({
        where: { AND: [visibleFindings(viewer), { id: { in: ids } }] },
        orderBy: { id: 'asc' },
        select: { id: true, kind: true, gravity: true, origin: true, state: true, text: true },
      })
    : []
  const chained = await tx.supervisionNotice.findMany({
    where: {
      AND: [
        visibleNotices(viewer),
        { OR: [{ formerId: row.id }, { id: row.formerId ?? row.id }] },
        { id: { not: row.id }, status: { not: 'WITHDRAWN' } },
      ],
    },
    orderBy: { id: 'asc' },
    select: {
      ...{ id: true, kind: true, status: true, prefix: true, year: true, number: true },
      title: true,
    },
  })
  const chain = chained.map((one) => ({ ...one, reference: referenceOf(one) }))
  return {
    township: township?.name ?? '',
    copied: [row.copyLeaderName, ...copied.map(({ name }) => name)].filter(Boolean),
    findings,
    former: chain.find(({ id }) => id === row.formerId) ?? null,
    later: chain.filter(({ id }) => id !== row.formerId),
  }
}

async function repliesOf(tx: Tx, viewer: Viewer, noticeId: string) {
  const rows = await tx.noticeReply.findMany({
    where: { AND: [visibleReplies(viewer), { noticeId }] },
    orderBy: { number: 'asc' },
    select: {
      ...{ id: true, number: true, text: true, files: true, repliedOn: true },
      ...{ authorName: true, organisationName: true },
      ...{ verdict: true, opinion: true, judgedByName: true, judgedOn: true },
    },
  })
  return rows.map(({ files, ...row }) => ({
    ...row,
    repliedOn: toDay(row.repliedOn),
    judgedOn: row.judgedOn && toDay(row.judgedOn),
    files: filesOf(files).map(({ sha256: _, ...file }) => file),
  }))
}

export type ShownReply = NoticePage['replies'][number]

/** One file of a reply, to be handed out to whoever reads the reply. */
export const readEvidence = (viewer: Viewer, replyId: string, place: number) =>
  read(viewer, async (tx) => {
    const row = await tx.noticeReply.findFirst({
      where: { AND: [visibleReplies(viewer), { id: replyId }] },
      select: { files: true },
    })
    const file = row && filesOf(row.files)[place]
    if (!file) throw new NotFound()
    authorize(viewer, 'notice.read')
    return file
  })
