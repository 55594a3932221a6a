import 'server-only'
import { cache } from 'react'
import { authorize } from '@/lib/access/policy'
import { visibleCases } from '@/lib/access/scope'
import type { Viewer } from '@/lib/access/viewer-types'
import { calendarNow } from '@/lib/calendar/queries'
import { subjectOf } from '@/lib/cases/open-case'
import { read } from '@/lib/db'
import { NotFound } from '@/lib/errors'
import { readInternal } from '@/lib/internal-notes/queries'
import { measureLight } from '@/lib/measures/light'
import { planPageCase } from './page-select'

/**
 * The plan of a case with everything its pages show: versions (newest first), the one being worked
 * on and the one in force, problems, measures with their lights, the 内部 notes the viewer may
 * read. Once per request.
 */
export const readPlan = cache((viewer: Viewer, caseId: string) =>
  read(viewer, async (tx) => {
    const found = await tx.case.findFirst({
      where: { AND: [visibleCases(viewer), { id: caseId }] },
      select: planPageCase,
    })
    if (!found) throw new NotFound()
    const subject = subjectOf(found)
    authorize(viewer, 'case.read', subject)
    const { plans: versions, problems, measures, ...kase } = found
    const calendar = await calendarNow(tx)
    return {
      kase,
      subject,
      problems,
      versions,
      working: versions.find(({ status }) => status === 'DRAFT' || status === 'SUBMITTED'),
      approved: versions.find(({ status }) => status === 'APPROVED'),
      measures: measures.map((row) => ({
        ...row,
        light: measureLight(row, found, viewer.today, calendar),
      })),
      notes: await readInternal(tx, caseId),
    }
  }),
)

export type PlanPage = Awaited<ReturnType<typeof readPlan>>

/** Names that the editor proposes: the county's organisations at work and their people. */
export const readPlanNames = (viewer: Viewer) =>
  read(viewer, async (tx) => {
    const organisations = await tx.organisation.findMany({
      where: { countyId: viewer.countyId, active: true, kind: { not: 'ADMINISTRATION' } },
      orderBy: { name: 'asc' },
      select: { name: true },
    })
    return organisations.map(({ name }) => name)
  })
