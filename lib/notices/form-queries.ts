import 'server-only'
import { authorize } from '@/lib/access/policy'
import { visibleCases, visibleVillages } from '@/lib/access/scope'
import { visibleFindings } from '@/lib/access/scope-supervision'
import { assignedCheckIds, holds, type Viewer } from '@/lib/access/viewer-types'
import { calendarNow } from '@/lib/calendar/queries'
import { addWorkingDays, workingDaysBetween } from '@/lib/calendar/rules'
import { toDay } from '@/lib/dates'
import { read, type Tx } from '@/lib/db'
import { NotFound } from '@/lib/errors'
import type { Prisma } from '@/prisma/generated/client'
import { linkedLeader } from './check-content'
import { addressees } from './list-queries'
import { findNotice } from './open-notice'
import { type NoticePlace, placeOf } from './place'
import { nextKind, referenceOf } from './rules'

/** Working days that a new draft offers for an answer. */
const usualDays = 10

type NoticeStart = {
  caseId?: string
  villageId?: string
  measureId?: string
  formerId?: string
  /** Send the former one anew instead of taking the next step. */
  again?: boolean
  findingIds: string[]
}

/** The form of a new notice, with what is known already: from a measure, findings, a former notice. */
export const readNoticeStart = (viewer: Viewer, start: NoticeStart) =>
  read(viewer, async (tx) => {
    authorize(viewer, 'notice.draft')
    const measure = start.measureId ? await measureOf(tx, viewer, start.measureId) : null
    const former = start.formerId ? await findNotice(tx, viewer, start.formerId) : null
    const place = await placeOf(tx, viewer, { ...start, caseId: measure?.caseId ?? start.caseId })
    const calendar = await calendarNow(tx)
    const { today } = viewer
    const options = await optionsOf(tx, viewer, place)
    const township = options.organisations.find(
      ({ kind, townshipId }) => kind === 'TOWNSHIP' && townshipId === place.townshipId,
    )
    const named = options.organisations.find(({ id }) => id === measure?.organisationId)
    const kind = former
      ? start.again
        ? former.kind
        : (nextKind(former.kind) ?? former.kind)
      : ('SUPERVISION' as const)
    return {
      ...options,
      place,
      measure: measure && {
        id: measure.id,
        title: measure.title,
        dueOn: toDay(measure.dueOn),
        percent: measure.percent,
        late: Math.max(0, workingDaysBetween(toDay(measure.dueOn), today, calendar)),
      },
      former: former && {
        ...{ id: former.id, kind: former.kind, title: former.title, facts: former.facts },
        ...{ basis: former.basis, demand: former.demand, contact: former.contact },
        ...{ copiedIds: former.copiedIds, status: former.status },
        reference: referenceOf(former),
        addresseeName: former.addresseeName,
        signedOn: former.signedOn && toDay(former.signedOn),
        replyDueOn: former.replyDueOn && toDay(former.replyDueOn),
      },
      chosen: {
        kind,
        addresseeId: former?.addresseeId ?? named?.id ?? township?.id ?? '',
        dueOn: addWorkingDays(today, usualDays, calendar),
        findingIds: former
          ? former.findings.map(({ findingId }) => findingId)
          : options.findings.filter(({ id }) => start.findingIds.includes(id)).map(({ id }) => id),
      },
    }
  })

/** The form of a draft that is changed. */
export const readNoticeOptions = (viewer: Viewer, place: NoticePlace) =>
  read(viewer, (tx) => optionsOf(tx, viewer, place))

async function optionsOf(tx: Tx, viewer: Viewer, place: NoticePlace) {
  const { villageId, caseId } = place
  const village = villageId
    ? await tx.village.findFirst({
        where: { AND: [visibleVillages(viewer), { id: villageId }] },
        select: { id: true, name: true, demo: true, township: { select: { name: true } } },
      })
    : null
  // An inspector writes on what their own checks found, the county office on anything open.
  const own: Prisma.FindingWhereInput = holds(viewer, 'COUNTY_OFFICE')
    ? {}
    : { spotCheckId: { in: assignedCheckIds(viewer) } }
  const findings = villageId
    ? await tx.finding.findMany({
        where: { AND: [visibleFindings(viewer), own, { villageId, state: 'OPEN' }] },
        orderBy: { id: 'desc' },
        take: 50,
        select: { id: true, kind: true, gravity: true, origin: true, text: true, foundOn: true },
      })
    : []
  return {
    village,
    organisations: await addressees(tx, viewer),
    leader: await linkedLeader(tx, viewer, caseId),
    findings: findings.map(({ foundOn, ...one }) => ({ ...one, foundOn: toDay(foundOn) })),
    villages: villageId ? [] : await villagesOf(tx, viewer),
  }
}

/** For a notice by hand: which village it is about, by township. */
async function villagesOf(tx: Tx, viewer: Viewer) {
  const rows = await tx.village.findMany({
    where: { AND: [visibleVillages(viewer), { endedOn: null }] },
    orderBy: { code: 'asc' },
    select: { id: true, name: true, township: { select: { name: true } } },
  })
  return rows.map(({ id, name, township }) => ({ id, name: `${township.name} ${name}` }))
}

async function measureOf(tx: Tx, viewer: Viewer, id: string) {
  const measure = await tx.measure.findFirst({
    where: { id, case: visibleCases(viewer) },
    select: {
      ...{ id: true, caseId: true, title: true, dueOn: true, percent: true },
      organisationId: true,
    },
  })
  if (!measure) throw new NotFound()
  return measure
}
