import 'server-only'
import { signature } from '@/lib/access/viewer-types'
import type { OpenedCase } from '@/lib/cases/open-case'
import type { Tx } from '@/lib/db'
import { newId } from '@/lib/ids'
import type { PlanVersionRow } from './select'

/**
 * Makes a draft version as a copy of the one in force: its sections, and the lines of the measures
 * not cancelled, with the deadlines that extensions have moved.
 */
export async function copyPlan(
  tx: Tx,
  { kase, actor }: OpenedCase,
  approved: PlanVersionRow,
  number: number,
  revisionReason: string,
) {
  const { facts, causes, goals, timetable, responsibilities, guarantees } = approved
  const id = newId()
  const sections = { facts, causes, goals, timetable, responsibilities, guarantees }
  const saved = { savedByName: signature(actor), savedAt: new Date() }
  await tx.plan.create({
    data: { id, caseId: kase.id, number, revisionReason, ...sections, ...saved },
    select: { id: true },
  })
  const measures = await tx.measure.findMany({
    where: { caseId: kase.id, status: { not: 'CANCELLED' } },
    select: { id: true, dueOn: true },
  })
  const deadlines = new Map(measures.map((measure) => [measure.id, measure.dueOn]))
  const lines = approved.lines
    .filter((line) => line.measureId !== null && deadlines.has(line.measureId))
    .map((line, index) => ({
      ...line,
      id: newId(),
      planId: id,
      number: index + 1,
      dueOn: line.measureId ? (deadlines.get(line.measureId) ?? null) : null,
    }))
  if (lines.length > 0) await tx.planMeasure.createMany({ data: lines })
}
