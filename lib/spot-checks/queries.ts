import 'server-only'
import { cache } from 'react'
import { authorize, can } from '@/lib/access/policy'
import {
  visibleFindings,
  visibleMaterialRequests,
  visibleSpotChecks,
} from '@/lib/access/scope-supervision'
import type { Viewer } from '@/lib/access/viewer-types'
import { toDay } from '@/lib/dates'
import { read } from '@/lib/db'
import { NotFound } from '@/lib/errors'
import { findingLine, listedFinding } from '@/lib/findings/select'
import { inspectorsOf, villagesToCheck } from './conflict-facts'
import { conflictsOf } from './conflict-rules'
import { listedRequest, requestLine } from './material-select'
import { existingRecord } from './record-queries'
import { subjectOfCheck, workingCheck } from './select'
import type { Answers, Sheet } from './sheet'

const whole = {
  ...workingCheck,
  assignedByName: true,
  cancelReason: true,
  reports: { orderBy: { number: 'desc' } },
  inspectors: {
    orderBy: { id: 'asc' },
    select: {
      ...{ id: true, userId: true, name: true, organisationName: true },
      ...{ releasedOn: true, releaseReason: true },
    },
  },
} as const

/**
 * One check: what is known of the village before, its sheet, what was reported in every version, what
 * was found and asked for, and what the viewer may do now. Shared by its pages within one request.
 */
export const readSpotCheck = cache((viewer: Viewer, id: string) =>
  read(viewer, async (tx) => {
    const row = await tx.spotCheck.findFirst({
      where: { AND: [visibleSpotChecks(viewer), { id }] },
      select: whole,
    })
    if (!row) throw new NotFound()
    const subject = subjectOfCheck(row)
    authorize(viewer, 'spotCheck.read', subject)
    const findings = await tx.finding.findMany({
      where: { AND: [visibleFindings(viewer), { spotCheckId: id }] },
      orderBy: { id: 'asc' },
      select: listedFinding,
    })
    const requests = await tx.materialRequest.findMany({
      where: { AND: [visibleMaterialRequests(viewer), { spotCheckId: id }] },
      orderBy: { id: 'asc' },
      select: listedRequest,
    })
    const { reports, inspectors, ...check } = row
    const writes = can(viewer, 'spotCheck.write', subject)
    const manages = can(viewer, 'spotCheck.assign', subject)
    const waiting = check.state === 'ASSIGNED' || check.state === 'RECUSED'
    return {
      check: {
        ...check,
        dueOn: toDay(check.dueOn),
        assignedOn: toDay(check.assignedOn),
        visitedOn: check.visitedOn && toDay(check.visitedOn),
        submittedOn: check.submittedOn && toDay(check.submittedOn),
      },
      sheet: check.sheet as Sheet,
      reports: reports.map((report) => ({
        ...report,
        answers: report.answers as Answers,
        visitedOn: toDay(report.visitedOn),
        enteredOn: toDay(report.enteredOn),
      })),
      inspectors: inspectors.map((one) => ({
        ...one,
        releasedOn: one.releasedOn && toDay(one.releasedOn),
      })),
      findings: findings.map(findingLine),
      requests: requests.map(requestLine),
      known: writes || manages ? await existingRecord(tx, viewer, row) : null,
      maySubmit: writes && check.state === 'ASSIGNED',
      mayCorrect: writes && check.state === 'SUBMITTED',
      mayAsk:
        writes &&
        (check.state === 'SUBMITTED' || (check.state === 'ASSIGNED' && check.method !== 'COVERT')),
      mayManage: manages && waiting,
    }
  }),
)

export type SpotCheckPage = Awaited<ReturnType<typeof readSpotCheck>>

/** Who may take a check over: every inspector of the county, with what speaks against each. */
export const readReassigning = (viewer: Viewer, id: string) =>
  read(viewer, async (tx) => {
    const check = await tx.spotCheck.findFirst({
      where: { AND: [visibleSpotChecks(viewer), { id }] },
      select: {
        ...workingCheck,
        inspectors: { select: { userId: true, releasedOn: true } },
      },
    })
    if (!check) throw new NotFound()
    authorize(viewer, 'spotCheck.assign', subjectOfCheck(check))
    const [village] = await villagesToCheck(tx, viewer, [check.villageId])
    const all = await inspectorsOf(tx, viewer)
    return {
      check,
      open: check.state === 'ASSIGNED' || check.state === 'RECUSED',
      choices: all.map((one) => {
        const before = check.inspectors.find(({ userId }) => userId === one.id)
        return {
          ...one,
          conflicts: village ? conflictsOf(one, village) : [],
          released: before?.releasedOn != null,
          current: before?.releasedOn === null,
        }
      }),
    }
  })
