import 'server-only'
import type { z } from 'zod'
import { signature, type Viewer } from '@/lib/access/viewer-types'
import type { Actor } from '@/lib/audit/record'
import { fromDay, toDay } from '@/lib/dates'
import { type Tx, transaction } from '@/lib/db'
import { RuleBroken } from '@/lib/errors'
import { newestRuleSet } from '@/lib/rule-sets/queries'
import { clock, rulesOf } from './clock'
import { sendCarried } from './findings'
import { moveNotice, openNotice, tellNotice, told } from './open-notice'
import { isReplaced, referenceOf } from './rules'
import type { signNoticeInput } from './schema'
import { type WholeNotice, wholeNotice } from './select'

/**
 * Signs a draft: the county office or a leader linked to the village, never who drafted or last wrote
 * it. It gets the next number of its kind and year, its clock starts, its findings are sent along, and
 * the notice it follows is at its end. Returns the number as it is printed.
 */
export function signNotice(viewer: Viewer, input: z.output<typeof signNoticeInput>) {
  return transaction(viewer, async (tx) => {
    const { notice, grant } = await openNotice(tx, viewer, input, 'sign')
    const dueOn = toDay(notice.dueOn)
    if (dueOn < viewer.today) throw new RuleBroken('noticeDuePassed')
    const { noticePrefixes } = await newestRuleSet(tx, notice.countyId)
    const numbered = await moveNotice(tx, notice, 'sign', {
      prefix: noticePrefixes[notice.kind],
      addresseeName: notice.addressee.name,
      signedById: viewer.userId,
      signedByName: signature({ viewer, grant }),
      signedOn: fromDay(viewer.today),
      ...(await clock(tx, await rulesOf(tx, notice), dueOn)),
    })
    const actor = { viewer, grant }
    const signed = { ...notice, ...numbered }
    await tellNotice(tx, actor, notice, {
      kind: 'noticeSigned',
      details: { ...told(signed), dueOn },
      changes: { notice: ['DRAFTED', 'SIGNED'] },
    })
    const reference = referenceOf(signed)
    if (notice.formerId) await endFormer(tx, actor, notice.formerId, reference)
    await sendCarried(tx, actor, notice)
    return { noticeId: notice.id, reference }
  })
}

/** The notice that a signed one follows has nothing more to be done, unless it was verified already. */
async function endFormer(tx: Tx, actor: Actor, id: string, by: string) {
  await tx.$queryRaw`SELECT 1 FROM supervision_notices WHERE id = ${id}::uuid FOR UPDATE`
  const former: WholeNotice = await tx.supervisionNotice.findUniqueOrThrow({
    where: { id },
    select: wholeNotice,
  })
  if (!isReplaced(former.status)) return
  await tx.supervisionNotice.update({
    where: { id },
    data: {
      ...{ status: 'REISSUED', reissuedOn: fromDay(actor.viewer.today) },
      ...{ yellowOn: null, redOn: null, version: { increment: 1 } },
    },
    select: { id: true },
  })
  await tellNotice(tx, actor, former, {
    kind: 'noticeReissued',
    details: { ...told(former), by },
    changes: { notice: [former.status, 'REISSUED'] },
  })
}
