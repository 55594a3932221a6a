import 'server-only'
import type { z } from 'zod'
import { type Grant, signature, type Viewer } from '@/lib/access/viewer-types'
import type { NewEvent } from '@/lib/audit/events'
import { fromDay } from '@/lib/dates'
import { type Tx, transaction } from '@/lib/db'
import { InvalidInput } from '@/lib/errors'
import type { Prisma } from '@/prisma/generated/client'
import { clock, rulesOf } from './clock'
import { settleCarried } from './findings'
import { moveNotice, openNotice, tellNotice, told } from './open-notice'
import { type NoticeVerb, noticeSteps, referenceOf } from './rules'
import type {
  closeNoticeInput,
  receiveNoticeInput,
  returnNoticeInput,
  verifyNoticeInput,
} from './schema'
import type { WholeNotice } from './select'

/** 签收: somebody of the addressee signs for it. */
export function receiveNotice(viewer: Viewer, input: z.output<typeof receiveNoticeInput>) {
  return step(viewer, input, 'receive', async (_, { notice, grant }) => ({
    set: {
      receivedById: viewer.userId,
      receivedByName: signature({ viewer, grant }),
      receivedOn: fromDay(viewer.today),
    },
    event: { kind: 'noticeReceived', details: told(notice) },
  }))
}

/** The inspector or the county office found the reply to hold true; never who wrote it. */
export function verifyNotice(viewer: Viewer, input: z.output<typeof verifyNoticeInput>) {
  const { opinion } = input
  return step(viewer, input, 'verify', async (tx, { notice, grant }) => {
    await judge(tx, { viewer, grant }, notice.id, 'VERIFIED', opinion)
    return {
      set: {
        verifiedById: viewer.userId,
        verifiedByName: signature({ viewer, grant }),
        verifiedOn: fromDay(viewer.today),
      },
      event: { kind: 'noticeVerified', details: { ...told(notice), text: opinion } },
    }
  })
}

/** The reply settles nothing or does not hold true: another one is owed by a new day. */
export function returnNotice(viewer: Viewer, input: z.output<typeof returnNoticeInput>) {
  const { reason, dueOn } = input
  return step(viewer, input, 'return', async (tx, { notice, grant }) => {
    if (dueOn < viewer.today) throw new InvalidInput([{ field: 'dueOn', code: 'dateInPast' }])
    await judge(tx, { viewer, grant }, notice.id, 'RETURNED', reason)
    return {
      set: {
        returns: { increment: 1 },
        ...(await clock(tx, await rulesOf(tx, notice), dueOn)),
      },
      event: { kind: 'noticeReturned', details: { ...told(notice), reason, dueOn } },
    }
  })
}

/** 办结: the county office closes what was verified; the findings it carried are settled with it. */
export function closeNotice(viewer: Viewer, input: z.output<typeof closeNoticeInput>) {
  const { note } = input
  return step(viewer, input, 'close', async (tx, { notice, grant }) => {
    const reason = [referenceOf(notice), note].filter(Boolean).join('：')
    await settleCarried(tx, { viewer, grant }, notice, reason)
    return {
      set: {
        closingNote: note,
        closedByName: signature({ viewer, grant }),
        closedOn: fromDay(viewer.today),
      },
      event: { kind: 'noticeClosed', details: { ...told(notice), text: note } },
    }
  })
}

type Opened = { notice: WholeNotice; grant: Grant }
type Step = { set: Prisma.SupervisionNoticeUncheckedUpdateInput; event: NewEvent }

/** A step: the notice locked, the step, its event. */
export function step(
  viewer: Viewer,
  input: { noticeId: string; version: number },
  verb: NoticeVerb,
  work: (tx: Tx, opened: Opened) => Promise<Step>,
) {
  return transaction(viewer, async (tx) => {
    const opened = await openNotice(tx, viewer, input, verb)
    const { notice, grant } = opened
    const { set, event } = await work(tx, opened)
    await moveNotice(tx, notice, verb, set)
    const changes = { notice: [notice.status, noticeSteps[verb].to] as const }
    await tellNotice(tx, { viewer, grant }, notice, { ...event, changes })
    return notice.id
  })
}

/** What is said of the reply at hand: the latest, once. */
async function judge(
  tx: Tx,
  actor: { viewer: Viewer; grant: Grant },
  noticeId: string,
  verdict: 'RETURNED' | 'VERIFIED',
  opinion: string,
) {
  await tx.noticeReply.updateMany({
    where: { noticeId, verdict: null },
    data: {
      ...{ verdict, opinion, judgedById: actor.viewer.userId },
      judgedByName: signature(actor),
      judgedOn: fromDay(actor.viewer.today),
    },
  })
}
