import 'server-only'
import { authorize } from '@/lib/access/policy'
import { visibleSurveys } from '@/lib/access/scope-surveys'
import type { Viewer } from '@/lib/access/viewer-types'
import { toDay } from '@/lib/dates'
import { read } from '@/lib/db'
import { NotFound } from '@/lib/errors'
import { percentOf, type Tally } from '@/lib/surveys/rules'
import type { Prisma } from '@/prisma/generated/client'
import type { SurveyKind } from '@/prisma/generated/enums'
import { type Paging, pageOf } from './part-lists'

const columns = {
  ...{ id: true, caseId: true, villageName: true, kind: true, number: true },
  result: true,
} satisfies Prisma.SurveySelect

type Row = Prisma.SurveyGetPayload<{ select: typeof columns }>

function view({ id, caseId, villageName, kind, number, result }: Row) {
  if (!result) throw new NotFound()
  const { closedOn, due, present, issued, returned, valid, published } = result
  const votes = result.votes ?? 0
  return {
    ...{ id, caseId, village: villageName, kind, number },
    closedOn: toDay(closedOn),
    ...{ published, due, present, issued, returned, valid },
    answers: result.tallies as Tally[],
    satisfiedPercent: percentOf(result.satisfied ?? 0, votes),
    dissatisfiedPercent: percentOf(result.dissatisfied ?? 0, votes),
    basicCounts: result.basicCounts,
    marginOfError: result.margin === null ? null : Number(result.margin),
    ruleSetVersion: result.ruleSetVersion,
  }
}

type Filter = Paging & { case?: string; kind?: SurveyKind; township?: string }

/** Rounds with figures that the viewer may read. */
const shown = (viewer: Viewer): Prisma.SurveyWhereInput => ({
  AND: [visibleSurveys(viewer), { result: { shown: true } }],
})

export const pageOfResults = (viewer: Viewer, { limit, cursor, ...filter }: Filter) => {
  const where: Prisma.SurveyWhereInput = {
    AND: [shown(viewer), { caseId: filter.case, kind: filter.kind, townshipId: filter.township }],
  }
  return pageOf(
    viewer,
    'survey.read',
    { limit, cursor },
    {
      count: (tx) => tx.survey.count({ where }),
      find: (tx, { after, take }) =>
        tx.survey.findMany({
          where: { AND: [where, after] },
          orderBy: { id: 'asc' },
          take,
          select: columns,
        }),
      view,
    },
  )
}

export const resultById = (viewer: Viewer, id: string) =>
  read(viewer, async (tx) => {
    authorize(viewer, 'survey.read')
    const row = await tx.survey.findFirst({
      where: { AND: [shown(viewer), { id }] },
      select: columns,
    })
    if (!row) throw new NotFound()
    return view(row)
  })
