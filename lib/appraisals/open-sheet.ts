import 'server-only'
import type { Permission } from '@/lib/access/policy'
import { authorize } from '@/lib/access/policy'
import { visibleAppraisals, visibleSheets } from '@/lib/access/scope-appraisals'
import type { Grant, Viewer } from '@/lib/access/viewer-types'
import type { Tx } from '@/lib/db'
import { Conflict, NotFound, RuleBroken } from '@/lib/errors'
import { ruleSetOf } from '@/lib/rule-sets/queries'
import type { Prisma } from '@/prisma/generated/client'
import type { AppraisalState } from '@/prisma/generated/enums'
import { gradeOf, totalOf } from './score'

const year = {
  ...{ id: true, version: true, countyId: true, year: true, state: true, selfScored: true },
  ...{ fromOn: true, toOn: true, askedAt: true, computedAt: true, appealUntil: true },
  ruleSet: { select: { id: true, content: true } },
} satisfies Prisma.AppraisalSelect

const sheet = {
  ...{ id: true, version: true, countyId: true, organisationId: true, organisationName: true },
  ...{ kind: true, state: true, verifiedById: true },
  appraisal: { select: year },
  values: {
    orderBy: { position: 'asc' },
    select: {
      ...{ id: true, code: true, weight: true, effective: true, score: true },
      ...{ verified: true, selfScore: true },
    },
  },
} satisfies Prisma.AppraisalSheetSelect

export type WorkingAppraisal = Prisma.AppraisalGetPayload<{ select: typeof year }>
export type WorkingSheet = Prisma.AppraisalSheetGetPayload<{ select: typeof sheet }>

/** An appraisal for a step of the county office: locked, in this state and version. */
export async function openYear(
  tx: Tx,
  viewer: Viewer,
  { appraisalId, version }: { appraisalId: string; version?: number },
  state: AppraisalState,
): Promise<{ appraisal: WorkingAppraisal; grant: Grant }> {
  const where = { AND: [visibleAppraisals(viewer), { id: appraisalId }] }
  const seen = await tx.appraisal.findFirst({ where, select: { countyId: true } })
  if (!seen) throw new NotFound()
  const grant = authorize(viewer, 'appraisal.manage', { countyId: seen.countyId })
  await tx.$queryRaw`SELECT 1 FROM appraisals WHERE id = ${appraisalId}::uuid FOR UPDATE`
  const appraisal = await tx.appraisal.findFirstOrThrow({ where, select: year })
  if (appraisal.state !== state || (version !== undefined && appraisal.version !== version)) {
    throw new Conflict('appraisalElsewhere')
  }
  return { appraisal, grant }
}

/** A sheet for a step: outside the scope `NotFound`, not in the rulebook `Forbidden`, moved on `Conflict`. */
export async function openSheet(
  tx: Tx,
  viewer: Viewer,
  { sheetId, version }: { sheetId: string; version?: number },
  { may, state }: { may: Permission; state: AppraisalState },
): Promise<{ sheet: WorkingSheet; grant: Grant }> {
  const found = await tx.appraisalSheet.findFirst({
    where: { AND: [visibleSheets(viewer), { id: sheetId }] },
    select: sheet,
  })
  if (!found) throw new NotFound()
  const { countyId, organisationId: addresseeId } = found
  const grant = authorize(viewer, may, { countyId, addresseeId })
  if (found.state !== state || (version !== undefined && found.version !== version)) {
    throw new Conflict('appraisalElsewhere')
  }
  return { sheet: found, grant }
}

/** What was last asked for has been computed. */
export function requireComputed({ askedAt, computedAt }: WorkingAppraisal): void {
  if (computedAt === null || askedAt > computedAt) throw new RuleBroken('appraisalNotComputed')
}

/** The total of a sheet and its grade, as they stand after verified scores changed. */
export async function settleTotal(
  tx: Tx,
  { id, appraisal }: Pick<WorkingSheet, 'id' | 'appraisal'>,
  more: Prisma.AppraisalSheetUncheckedUpdateInput,
): Promise<void> {
  const rows = await tx.appraisalValue.findMany({
    where: { sheetId: id },
    select: { score: true, verified: true },
  })
  const verified = totalOf(rows.map((row) => row.verified ?? row.score))
  const { bands } = ruleSetOf(appraisal.ruleSet).appraisal
  await tx.appraisalSheet.update({
    where: { id },
    data: { ...more, verified, grade: gradeOf(verified, bands), version: { increment: 1 } },
    select: { id: true },
  })
}
