import 'server-only'
import type { z } from 'zod'
import { authorize } from '@/lib/access/policy'
import { visibleComplaints } from '@/lib/access/scope-reminders'
import { signature, type Viewer } from '@/lib/access/viewer-types'
import { record } from '@/lib/audit/record'
import { fromDay } from '@/lib/dates'
import { transaction } from '@/lib/db'
import { Conflict, Forbidden, NotFound, RuleBroken } from '@/lib/errors'
import { newId } from '@/lib/ids'
import type { answerComplaintInput, fileComplaintInput } from './schema'

/** More in a day than anybody has to say; keeps a stuck script from filling the box. */
const mostADay = 30

/** fileComplaint: "this form asks too much", from any page, by anybody signed in. Returns its id. */
export function fileComplaint(viewer: Viewer, input: z.output<typeof fileComplaintInput>) {
  return transaction(viewer, async (tx) => {
    const { countyId, userId } = viewer
    if (viewer.grants.length === 0) throw new Forbidden()
    const filedOn = fromDay(viewer.today)
    if ((await tx.complaint.count({ where: { authorId: userId, filedOn } })) >= mostADay) {
      throw new RuleBroken('tooManyComplaints', { max: mostADay })
    }
    const id = newId()
    await tx.complaint.create({
      data: {
        id,
        countyId,
        ...input,
        authorId: userId,
        authorName: signature({ viewer }),
        organisationName: viewer.grants[0]?.organisationName ?? '',
        filedOn,
      },
      select: { id: true },
    })
    const details = { page: input.page }
    await record(tx, { viewer }, { accountsOf: countyId }, { kind: 'complaintFiled', details })
    return id
  })
}

/** answerComplaint: by the county office, once; its author reads the answer. */
export function answerComplaint(viewer: Viewer, input: z.output<typeof answerComplaintInput>) {
  return transaction(viewer, async (tx) => {
    const { countyId } = viewer
    const found = await tx.complaint.findFirst({
      where: { AND: [visibleComplaints(viewer), { id: input.complaintId }] },
      select: { page: true, authorId: true, answeredOn: true },
    })
    if (!found) throw new NotFound()
    const grant = authorize(viewer, 'complaint.answer', { countyId })
    if (found.answeredOn) throw new Conflict()
    if (found.authorId === viewer.userId) throw new Forbidden('ownWork')
    const { count } = await tx.complaint.updateMany({
      where: { id: input.complaintId, version: input.version, answeredOn: null },
      data: {
        answer: input.answer,
        answeredById: viewer.userId,
        answeredByName: signature({ viewer, grant }),
        answeredOn: fromDay(viewer.today),
        version: { increment: 1 },
      },
    })
    if (count === 0) throw new Conflict()
    const details = { page: found.page, text: input.answer }
    const where = { accountsOf: countyId }
    await record(tx, { viewer, grant }, where, { kind: 'complaintAnswered', details })
  })
}
