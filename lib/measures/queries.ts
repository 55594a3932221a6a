import 'server-only'
import { authorize } from '@/lib/access/policy'
import { visibleCases } from '@/lib/access/scope'
import type { Viewer } from '@/lib/access/viewer-types'
import { calendarNow } from '@/lib/calendar/queries'
import { subjectOf } from '@/lib/cases/open-case'
import { timeZone } from '@/lib/clock'
import { toDay, todayIn } from '@/lib/dates'
import { read } from '@/lib/db'
import { NotFound } from '@/lib/errors'
import { questionsOn } from '@/lib/findings/question-queries'
import { readInternal } from '@/lib/internal-notes/queries'
import { recordsOfMeasure } from '@/lib/records/list-queries'
import { newestRuleSet, ruleSetOf } from '@/lib/rule-sets/queries'
import type { Prisma } from '@/prisma/generated/client'
import { extensionLight, measureLight } from './light'
import { isLate } from './rules'
import { latestProgress, measureColumns } from './select'

const heading = {
  id: true,
  version: true,
  countyId: true,
  townshipId: true,
  stage: true,
  paused: true,
} satisfies Prisma.CaseSelect

/** Measures in force of a case, in their order, each with its light. */
export const readMeasures = (viewer: Viewer, caseId: string) =>
  read(viewer, async (tx) => {
    const kase = await tx.case.findFirst({
      where: { AND: [visibleCases(viewer), { id: caseId }] },
      select: { ...heading, measures: { orderBy: { number: 'asc' }, select: measureColumns } },
    })
    if (!kase) throw new NotFound()
    authorize(viewer, 'case.read', subjectOf(kase))
    const calendar = await calendarNow(tx)
    return kase.measures.map((row) => ({
      ...row,
      light: measureLight(row, kase, viewer.today, calendar),
    }))
  })

/** One measure with its progress, requests for more time, light, and what its page may show. */
export const readMeasure = (viewer: Viewer, caseId: string, measureId: string) =>
  read(viewer, async (tx) => {
    const found = await tx.measure.findFirst({
      where: { AND: [{ id: measureId, caseId }, { case: visibleCases(viewer) }] },
      select: {
        ...measureColumns,
        progress: latestProgress,
        case: {
          select: {
            ...heading,
            confirmedOn: true,
            planApprovedOn: true,
            batch: { select: { ruleSet: { select: { id: true, content: true } } } },
            problems: {
              orderBy: { number: 'asc' },
              select: { id: true, number: true, title: true, status: true },
            },
          },
        },
      },
    })
    if (!found) throw new NotFound()
    const { case: kase, progress, extensions, ...measure } = found
    const subject = { ...subjectOf(kase), measure }
    authorize(viewer, 'case.read', subject)
    const calendar = await calendarNow(tx)
    return {
      kase,
      subject,
      measure,
      light: measureLight({ ...measure, extensions }, kase, viewer.today, calendar),
      progress: progress.map((row) => ({
        ...row,
        happenedOn: toDay(row.happenedOn),
        late: isLate(toDay(row.happenedOn), todayIn(timeZone, row.createdAt)),
      })),
      extensions: extensions.map((row) => ({
        ...row,
        light: extensionLight(row, kase, viewer.today, calendar),
      })),
      problems: kase.problems.filter(({ id }) => measure.problemIds.includes(id)),
      ruleSet: kase.batch ? ruleSetOf(kase.batch.ruleSet) : await newestRuleSet(tx, kase.countyId),
      notes: await readInternal(tx, caseId),
      questions: await questionsOn(tx, viewer, { caseId, measureId }),
      records: await recordsOfMeasure(tx, viewer, { id: measureId, caseId }),
    }
  })

export type MeasurePage = Awaited<ReturnType<typeof readMeasure>>
