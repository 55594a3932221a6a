import 'server-only'
import type { z } from 'zod'
import { authorize } from '@/lib/access/policy'
import { assignedCheckIds, type Grant, signature, type Viewer } from '@/lib/access/viewer-types'
import { fromDay, toDay } from '@/lib/dates'
import { type Tx, transaction } from '@/lib/db'
import { Forbidden, InvalidInput } from '@/lib/errors'
import { newId } from '@/lib/ids'
import { checkContent, checksOf, findingsOf, linkedLeader } from './check-content'
import { moveNotice, openNotice, tellNotice, told } from './open-notice'
import { formerOf, type NoticePlace, placeOf } from './place'
import type { editNoticeInput, NoticeContent, NoticeDraft, withdrawNoticeInput } from './schema'

/**
 * Drafts a notice: by hand, from an overdue measure, from findings, or after a former notice. The
 * county office drafts any, an inspector on what their own checks found. Returns its id.
 */
export function draftNotice(viewer: Viewer, input: NoticeDraft): Promise<string> {
  return transaction(viewer, async (tx) => {
    const place = await placeOf(tx, viewer, input)
    const { measureId = null, formerId = null } = input
    const checked = checksOf(await findingsOf(tx, viewer, input.findingIds))
    const grant = authorizeDraft(viewer, place, checked)
    if (formerId) await formerOf(tx, viewer, formerId)
    if (measureId) await requireMeasure(tx, place, measureId)
    const { set, addressee } = await contentOf(tx, viewer, place, input)
    const id = newId()
    await tx.supervisionNotice.create({
      data: {
        ...{ id, ...set, caseId: place.caseId, villageId: place.villageId, measureId, formerId },
        draftedById: viewer.userId,
        draftedByName: signature({ viewer, grant }),
        draftedOn: fromDay(viewer.today),
      },
      select: { id: true },
    })
    await carry(tx, id, input.findingIds)
    const { kind, title, dueOn } = input
    await tellNotice(
      tx,
      { viewer, grant },
      { id, ...place },
      {
        kind: 'noticeDrafted',
        details: {
          ...{ noticeId: id, notice: kind, reference: '', title, dueOn },
          addressee: addressee.name,
        },
      },
    )
    return id
  })
}

/** Its side changes a draft; whoever wrote it last does not sign it either. */
export function editNotice(viewer: Viewer, input: z.output<typeof editNoticeInput>) {
  return transaction(viewer, async (tx) => {
    const { notice, grant } = await openNotice(tx, viewer, input, 'edit')
    const { noticeId: _, version: __, ...content } = input
    const checked = checksOf(await findingsOf(tx, viewer, content.findingIds))
    authorizeDraft(viewer, notice, checked)
    const { set, addressee } = await contentOf(tx, viewer, notice, content)
    await tx.noticeFinding.deleteMany({ where: { noticeId: notice.id } })
    await moveNotice(tx, notice, 'edit', { ...set, editedById: viewer.userId })
    await carry(tx, notice.id, content.findingIds)
    const after = { ...notice, kind: content.kind, title: content.title, addressee }
    await tellNotice(tx, { viewer, grant }, notice, {
      kind: 'noticeEdited',
      details: { ...told(after), dueOn: content.dueOn },
      changes: {
        addressee: [notice.addressee.name, addressee.name],
        dueOn: [toDay(notice.dueOn), content.dueOn],
        facts: [notice.facts, content.facts],
        demand: [notice.demand, content.demand],
      },
    })
    return notice.id
  })
}

/** Its side takes a draft back, with a reason. */
export function withdrawNotice(viewer: Viewer, input: z.output<typeof withdrawNoticeInput>) {
  return transaction(viewer, async (tx) => {
    const { notice, grant } = await openNotice(tx, viewer, input, 'withdraw')
    await moveNotice(tx, notice, 'withdraw', {
      withdrawReason: input.reason,
      withdrawnByName: signature({ viewer, grant }),
      withdrawnOn: fromDay(viewer.today),
    })
    await tellNotice(tx, { viewer, grant }, notice, {
      kind: 'noticeWithdrawn',
      details: { ...told(notice), reason: input.reason },
    })
    return notice.id
  })
}

/** An inspector drafts on their own checks and on nothing besides. */
function authorizeDraft(viewer: Viewer, place: NoticePlace, checkIds: string[]): Grant {
  const { countyId, townshipId, caseId } = place
  const subject = { countyId, townshipId, checkIds, ...(caseId && { caseId }) }
  const grant = authorize(viewer, 'notice.draft', subject)
  const own = assignedCheckIds(viewer)
  if (grant.role === 'INSPECTOR' && checkIds.some((id) => !own.includes(id))) {
    throw new Forbidden('forbidden', { permission: 'notice.draft' })
  }
  return grant
}

async function requireMeasure(tx: Tx, { caseId }: NoticePlace, id: string) {
  const known = caseId ? await tx.measure.count({ where: { id, caseId } }) : 0
  if (known === 0) throw new InvalidInput([{ field: 'measureId', code: 'invalidChoice' }])
}

/** The columns of what a person wrote, checked against the data. */
async function contentOf(tx: Tx, viewer: Viewer, place: NoticePlace, content: NoticeContent) {
  const { villageId, caseId } = place
  const { addressee, copiedIds, checkIds } = await checkContent(tx, viewer, villageId, content)
  const leader = content.copyLeader ? await linkedLeader(tx, viewer, caseId) : null
  const { kind, title, facts, basis, demand, contact } = content
  const set = {
    ...{ kind, title, facts, basis, demand, contact, copiedIds, checkIds },
    addresseeId: addressee.id,
    copyLeaderId: leader?.id ?? null,
    copyLeaderName: leader?.name ?? '',
    dueOn: fromDay(content.dueOn),
  }
  return { set, addressee }
}

async function carry(tx: Tx, noticeId: string, findingIds: readonly string[]) {
  if (findingIds.length === 0) return
  await tx.noticeFinding.createMany({
    data: findingIds.map((findingId) => ({ id: newId(), noticeId, findingId })),
  })
}
