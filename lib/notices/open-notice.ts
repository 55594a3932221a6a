import 'server-only'
import { isOwnWork } from '@/lib/acceptance/rules'
import { authorize } from '@/lib/access/policy'
import { visibleNotices } from '@/lib/access/scope-notices'
import { systemViewer } from '@/lib/access/system'
import { type Grant, selvesOf, type Viewer } from '@/lib/access/viewer-types'
import type { NewEvent } from '@/lib/audit/events'
import { type Actor, record } from '@/lib/audit/record'
import { refusePaused } from '@/lib/cases/open-case'
import { asSystem, type Tx } from '@/lib/db'
import { Conflict, Forbidden, NotFound } from '@/lib/errors'
import type { Prisma } from '@/prisma/generated/client'
import {
  authorsOf,
  knowsVerb,
  type NoticeVerb,
  noticeSteps,
  referenceOf,
  subjectOfNotice,
} from './rules'
import { type WholeNotice, wholeNotice } from './select'

type Wanted = { noticeId: string; version: number }

/**
 * The one way a command gets at a notice: outside the scope `NotFound`, not in the rulebook or one's
 * own work `Forbidden`, moved on meanwhile or in a state that does not know the verb `Conflict`. Locks it.
 */
export async function openNotice(
  tx: Tx,
  viewer: Viewer,
  { noticeId, version }: Wanted,
  verb: NoticeVerb,
): Promise<{ notice: WholeNotice; grant: Grant }> {
  const seen = await findNotice(tx, viewer, noticeId)
  const grant = authorize(viewer, noticeSteps[verb].may, subjectOfNotice(seen))
  await tx.$queryRaw`SELECT 1 FROM supervision_notices WHERE id = ${seen.id}::uuid FOR UPDATE`
  const notice = await findNotice(tx, viewer, noticeId)
  await refusePausedCase(tx, notice.caseId)
  if (!knowsVerb(verb, notice.status)) throw new Conflict('noticeElsewhere')
  if (notice.version !== version) throw new Conflict()
  if (isOwnWork(selvesOf(viewer), authorsOf(verb, notice))) throw new Forbidden('ownWork')
  return { notice, grant }
}

/** A notice in scope with everything written on it. */
export async function findNotice(tx: Tx, viewer: Viewer, id: string): Promise<WholeNotice> {
  const found = await tx.supervisionNotice.findFirst({
    where: { AND: [visibleNotices(viewer), { id }] },
    select: wholeNotice,
  })
  if (!found) throw new NotFound()
  return found
}

/** A paused case stops its notices; whoever answers need not read the case to be told so. */
async function refusePausedCase(tx: Tx, caseId: string | null): Promise<void> {
  if (!caseId) return
  const kase = await asSystem(tx, systemViewer('answer'), () =>
    tx.case.findUniqueOrThrow({ where: { id: caseId }, select: { paused: true } }),
  )
  refusePaused(kase)
}

/** Writes a step: the state it leads to and what else it sets. */
export function moveNotice(
  tx: Tx,
  { id, version }: Pick<WholeNotice, 'id' | 'version'>,
  verb: NoticeVerb,
  set: Prisma.SupervisionNoticeUncheckedUpdateInput,
) {
  return tx.supervisionNotice.update({
    where: { id, version },
    data: { ...set, status: noticeSteps[verb].to, version: { increment: 1 } },
    select: { prefix: true, year: true, number: true },
  })
}

type Placed = {
  id: string
  countyId: string
  townshipId: string | null
  caseId: string | null
}

/**
 * Puts an event, 内部, on the timeline of the case, or on a chain of the notice's own. Addressee and
 * inspector need not read the case.
 */
export function tellNotice(tx: Tx, actor: Actor, notice: Placed, event: NewEvent) {
  const { id: noticeId, countyId, townshipId, caseId } = notice
  const told = { ...event, internal: true }
  if (!caseId) return record(tx, actor, { noticeId, countyId, townshipId }, told)
  const write = () => record(tx, actor, { caseId, countyId, townshipId: townshipId ?? '' }, told)
  return answered.includes(event.kind) ? asSystem(tx, systemViewer('answer'), write) : write()
}

const answered: readonly NewEvent['kind'][] = [
  'noticeReceived',
  'noticeReplied',
  'noticeReturned',
  'noticeVerified',
]

/** What every event says of its notice. */
export function told(row: {
  id: string
  kind: string
  prefix: string
  year: number | null
  number: number | null
  title: string
  addressee: { name: string }
}) {
  return {
    noticeId: row.id,
    notice: row.kind,
    reference: referenceOf(row),
    title: row.title,
    addressee: row.addressee.name,
  }
}
