import 'server-only'
import type { z } from 'zod'
import type { Viewer } from '@/lib/access/viewer-types'
import { daysBetween, fromDay, toDay } from '@/lib/dates'
import { transaction } from '@/lib/db'
import { dueAfterPause } from '@/lib/lights/rules'
import { advance, requireStage } from './advance'
import { openCase } from './open-case'
import { pausesOf } from './pauses'
import { resetClocks } from './reset-clocks'
import type { pauseInput, resumeInput } from './schema'

/** pause (撤并、换届 …): clocks stop and the case is read-only until it is resumed. */
export function pause(viewer: Viewer, input: z.infer<typeof pauseInput>) {
  return transaction(viewer, async (tx) => {
    const opened = await openCase(tx, viewer, { ...input, may: 'case.pause' })
    await advance(
      tx,
      opened,
      'pause',
      {
        kind: 'casePaused',
        details: { reason: input.reason },
        changes: { paused: [false, true] },
      },
      { paused: true, pausedOn: fromDay(viewer.today), pauseReason: input.reason },
    )
  })
}

/** resume: every deadline that was not yet past moves by the days the case was paused. */
export function resume(viewer: Viewer, input: z.infer<typeof resumeInput>) {
  return transaction(viewer, async (tx) => {
    const opened = await openCase(tx, viewer, { ...input, may: 'case.pause' })
    const { kase, ruleSet } = opened
    requireStage(kase, 'resume')
    const [from, to] = [kase.pausedOn ? toDay(kase.pausedOn) : viewer.today, viewer.today]
    const move = (due: string) => dueAfterPause({ due, pausedOn: from, resumedOn: to })
    const moved = await resetClocks(tx, kase.id, ruleSet, move)
    const until = kase.consolidationUntil && toDay(kase.consolidationUntil)
    const { pauses } = await tx.case.findUniqueOrThrow({
      where: { id: kase.id },
      select: { pauses: true },
    })
    await advance(
      tx,
      opened,
      'resume',
      {
        kind: 'caseResumed',
        details: { pausedDays: daysBetween(from, to) },
        changes: {
          paused: [true, false],
          ...moved,
          ...(until && { consolidationUntil: [until, move(until)] }),
        },
      },
      {
        paused: false,
        pausedOn: null,
        pauseReason: '',
        pauses: [...pausesOf({ pauses }), { from, to }],
        ...(until && { consolidationUntil: fromDay(move(until)) }),
      },
    )
  })
}
