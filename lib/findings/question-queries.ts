import 'server-only'
import { visibleFindings } from '@/lib/access/scope-supervision'
import type { Viewer } from '@/lib/access/viewer-types'
import { toDay } from '@/lib/dates'
import { read, type Tx } from '@/lib/db'

/** Findings that put a measure's "done" in question, until somebody decides with a reason. */
export async function questionsOn(
  tx: Tx,
  viewer: Viewer,
  of: { caseId: string; measureId?: string },
) {
  const rows = await tx.finding.findMany({
    where: {
      AND: [visibleFindings(viewer), { measureId: { not: null } }, { ...of, state: 'OPEN' }],
    },
    orderBy: { id: 'asc' },
    select: {
      ...{ id: true, text: true, foundOn: true },
      measure: { select: { id: true, number: true, title: true } },
    },
  })
  return rows.flatMap(({ measure, foundOn, ...row }) =>
    measure ? [{ ...row, measure, foundOn: toDay(foundOn) }] : [],
  )
}

export type MeasureQuestion = Awaited<ReturnType<typeof questionsOn>>[number]

/** The same for a page that reads the measures itself. */
export const readQuestions = (viewer: Viewer, caseId: string) =>
  read(viewer, (tx) => questionsOn(tx, viewer, { caseId }))
