import 'server-only'
import { visibleCases, visibleVillages } from '@/lib/access/scope'
import { visibleNotices } from '@/lib/access/scope-notices'
import type { Viewer } from '@/lib/access/viewer-types'
import { refusePaused } from '@/lib/cases/open-case'
import { isListed, isOpen } from '@/lib/cases/workflow'
import type { Tx } from '@/lib/db'
import { Conflict, NotFound } from '@/lib/errors'
import { findingsOf } from './check-content'
import { mayBeFollowed } from './rules'
import type { NoticeDraft } from './schema'

/** What a notice is about: a case, a village without an open one, or neither. */
export type NoticePlace = {
  countyId: string
  townshipId: string | null
  caseId: string | null
  villageId: string | null
}

type Wanted = Partial<Pick<NoticeDraft, 'caseId' | 'villageId' | 'formerId' | 'findingIds'>>

/**
 * Where a draft belongs: where the former notice belongs, to the case or village named, or where the
 * findings belong. A village's open case is found by itself. Outside the scope `NotFound`.
 */
export async function placeOf(tx: Tx, viewer: Viewer, wanted: Wanted): Promise<NoticePlace> {
  const { countyId } = viewer
  const { caseId, villageId } = await named(tx, viewer, wanted)
  if (caseId) return ofCase(tx, viewer, caseId)
  if (!villageId) return { countyId, townshipId: null, caseId: null, villageId: null }
  const village = await tx.village.findFirst({
    where: { AND: [visibleVillages(viewer), { id: villageId }] },
    select: { townshipId: true },
  })
  if (!village) throw new NotFound()
  const open = await tx.case.findFirst({
    where: {
      AND: [
        visibleCases(viewer),
        { villageId, stage: { notIn: ['CANDIDATE', 'CLOSED', 'NOT_CONFIRMED'] } },
      ],
    },
    select: { id: true },
  })
  if (open) return ofCase(tx, viewer, open.id)
  return { countyId, townshipId: village.townshipId, caseId: null, villageId }
}

async function named(tx: Tx, viewer: Viewer, wanted: Wanted) {
  const { caseId, villageId, formerId, findingIds = [] } = wanted
  // What takes a notice further concerns what that concerned.
  if (formerId) {
    const former = await formerOf(tx, viewer, formerId)
    return { caseId: former.caseId, villageId: former.villageId }
  }
  if (caseId || villageId) return { caseId, villageId }
  const [finding] = findingIds.length > 0 ? await findingsOf(tx, viewer, findingIds) : []
  return { caseId: finding?.caseId, villageId: finding?.villageId }
}

/** The notice taken further: signed, and not followed already. */
export async function formerOf(tx: Tx, viewer: Viewer, id: string) {
  const former = await tx.supervisionNotice.findFirst({
    where: { AND: [visibleNotices(viewer), { id }] },
    select: { id: true, caseId: true, villageId: true, status: true },
  })
  if (!former) throw new NotFound()
  if (!mayBeFollowed(former.status)) throw new Conflict('noticeElsewhere')
  return former
}

/** A case confirmed: an open one, or a closed one on which something was found again. */
async function ofCase(tx: Tx, viewer: Viewer, caseId: string): Promise<NoticePlace> {
  const kase = await tx.case.findFirst({
    where: { AND: [visibleCases(viewer), { id: caseId }] },
    select: {
      ...{ id: true, countyId: true, townshipId: true, villageId: true },
      ...{ stage: true, paused: true },
    },
  })
  if (!kase) throw new NotFound()
  refusePaused(kase)
  if (!isListed(kase.stage)) throw new Conflict('wrongStage', { stage: kase.stage })
  const { countyId, townshipId, villageId } = kase
  // A closed case is at rest: what is found there afterwards concerns the village.
  return { countyId, townshipId, villageId, caseId: isOpen(kase.stage) ? kase.id : null }
}
