import 'server-only'
import type { z } from 'zod'
import { signature, type Viewer } from '@/lib/access/viewer-types'
import { recordOnCase } from '@/lib/cases/advance'
import { openCases, refusePaused } from '@/lib/cases/open-case'
import { fromDay } from '@/lib/dates'
import { transaction } from '@/lib/db'
import { type ErrorParams, Forbidden, InvalidInput, NotFound } from '@/lib/errors'
import { newId } from '@/lib/ids'
import { teamedCases } from './queries'
import { monthOf, mostDays } from './rules'
import type { enterResidenceInput } from './schema'

type Issue = { field: string; code: string; params?: ErrorParams }

/**
 * Enters or corrects the days a work team lived in the village in a month, for several villages of
 * the township at once: all or none. Refused for months ahead, more days than have gone by, cases
 * without a work team in that month, and figures changed by somebody else since they were shown.
 */
export function enterResidence(viewer: Viewer, input: z.infer<typeof enterResidenceInput>) {
  const { month, seen } = input
  return transaction(viewer, async (tx) => {
    if (month > monthOf(viewer.today)) {
      throw new InvalidInput([{ field: 'month', code: 'residenceMonthAhead' }])
    }
    const entered = Object.entries(input.days).flatMap(([caseId, days]) =>
      days === undefined || days === seen[caseId] ? [] : [{ caseId, days }],
    )
    if (entered.length === 0) return 0
    const openings = await openCases(
      tx,
      viewer,
      entered.map(({ caseId }) => ({ caseId, may: 'residence.enter' })),
    )
    const refused = openings.find((one) => one.refused)
    if (refused) throw refused.refused ?? new NotFound()
    const stored = await tx.residenceMonth.findMany({
      where: { month, caseId: { in: entered.map(({ caseId }) => caseId) } },
      select: { caseId: true, days: true },
    })
    const before = new Map(stored.map(({ caseId, days }) => [caseId, days]))
    const teamed = new Set((await teamedCases(tx, viewer, month)).map(({ id }) => id))
    const max = mostDays(month, viewer.today)
    const issues = entered.flatMap(({ caseId, days }): Issue[] => {
      const field = `days.${caseId}`
      if (days > max) return [{ field, code: 'residenceTooMany', params: { max } }]
      const now = before.get(caseId)
      return now !== undefined && now !== seen[caseId]
        ? [{ field, code: 'residenceChanged', params: { days: now } }]
        : []
    })
    if (issues.length > 0) throw new InvalidInput(issues)
    for (const { caseId, days } of entered) {
      const opened = openings.find((one) => one.caseId === caseId)?.opened
      if (!opened) throw new NotFound()
      if (!teamed.has(caseId)) throw new Forbidden()
      refusePaused(opened.kase)
      const by = {
        days,
        enteredById: viewer.userId,
        enteredByName: signature(opened.actor),
        enteredOn: fromDay(viewer.today),
      }
      await tx.residenceMonth.upsert({
        where: { caseId_month: { caseId, month } },
        create: { id: newId(), caseId, month, ...by },
        update: by,
        select: { id: true },
      })
      await recordOnCase(tx, opened, {
        kind: 'residenceEntered',
        details: { month, days },
        changes: { days: [before.get(caseId) ?? null, days] },
      })
    }
    return entered.length
  })
}
