import 'server-only'
import { cache } from 'react'
import { authorize } from '@/lib/access/policy'
import { opensCase, visibleCases } from '@/lib/access/scope'
import type { Viewer } from '@/lib/access/viewer-types'
import { calendarNow } from '@/lib/calendar/queries'
import { read } from '@/lib/db'
import { NotFound } from '@/lib/errors'
import { newestRuleSet, ruleSetOf } from '@/lib/rule-sets/queries'
import type { Prisma } from '@/prisma/generated/client'
import type { Stage } from '@/prisma/generated/enums'
import { readGate } from './gate-facts'
import { caseLight, lightColumns } from './light'
import { nextStep } from './next-step'
import { subjectOf } from './open-case'
import { workingCase } from './select'
import { caseSteps } from './steps'
import type { GateName } from './workflow'

const frame = {
  ...workingCase,
  ...lightColumns,
  pauseReason: true,
  village: {
    select: { id: true, code: true, name: true, demo: true, organisationType: true, factsOn: true },
  },
  plans: {
    orderBy: { number: 'asc' },
    select: { number: true, status: true, submittedById: true, submittedOn: true },
  },
  measures: { select: { status: true } },
  problems: { select: { status: true } },
  extensions: { where: { status: 'REQUESTED' }, select: { measureId: true } },
  acceptances: {
    orderBy: { round: 'asc' },
    select: { level: true, status: true, openedOn: true, decidedOn: true, appliedById: true },
  },
  followUps: {
    where: { doneOn: null },
    orderBy: { dueOn: 'asc' },
    take: 1,
    select: { month: true, dueOn: true, yellowOn: true },
  },
} satisfies Prisma.CaseSelect

/** The gate that stands before a case in each stage that has one ahead. */
const gateAhead: Partial<Record<Stage, GateName>> = {
  RECTIFYING: 'application',
  TOWNSHIP_ACCEPTANCE: 'countyPass',
  COUNTY_ACCEPTANCE: 'countyPass',
  CONSOLIDATING: 'closing',
}

/**
 * What stands around every page of a case: who it is, its light, the road so far, the next step,
 * the gate ahead. Read once per request, at most five statements. `NotFound` outside the scope.
 */
export const readCaseFrame = cache((viewer: Viewer, caseId: string) =>
  read(viewer, async (tx) => {
    const kase = await tx.case.findFirst({
      where: { AND: [visibleCases(viewer), { id: caseId }] },
      select: {
        ...frame,
        follows: { where: { userId: viewer.userId }, select: { caseId: true } },
      },
    })
    if (!kase) throw new NotFound()
    authorize(viewer, 'case.read', subjectOf(kase))
    const { today } = viewer
    const ruleSet = kase.batch
      ? ruleSetOf(kase.batch.ruleSet)
      : await newestRuleSet(tx, kase.countyId)
    const gate = gateAhead[kase.stage]
    return {
      kase,
      ruleSet,
      light: caseLight(kase, today, await calendarNow(tx)),
      steps: caseSteps(kase, today),
      next: nextStep(kase, today),
      gate: gate ? { name: gate, items: await readGate(tx, kase.id, gate, ruleSet, today) } : null,
      /** Whether timeline and documents are open to the viewer (leaders: linked villages only). */
      opens: opensCase(viewer, kase),
    }
  }),
)
