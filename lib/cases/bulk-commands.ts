import 'server-only'
import type { z } from 'zod'
import { authorize } from '@/lib/access/policy'
import { visibleCases } from '@/lib/access/scope'
import type { Viewer } from '@/lib/access/viewer-types'
import { type Tx, transaction } from '@/lib/db'
import { chainErrors } from '@/lib/decisions/rules'
import { Conflict, DomainError, InvalidInput } from '@/lib/errors'
import { requireStage } from './advance'
import { confirmationOf, confirmInTx } from './commands'
import { type Opening, openCases } from './open-case'
import type { confirmManyInput } from './schema'

type Issues = InvalidInput['issues']
type Refusal = { caseId: string; refused: DomainError }

/**
 * confirm for several candidates (批量认定) in one transaction: the same chain of decisions on
 * each, an event on each. A village that cannot be confirmed is named beside it (`cases.<id>.take`)
 * and nothing is done, or, with `partly`, it is left a candidate. Returns both lists of names.
 */
export function confirmMany(viewer: Viewer, input: z.infer<typeof confirmManyInput>) {
  return transaction(viewer, async (tx) => {
    authorize(viewer, 'case.confirm')
    const { cases, partly, ...decided } = input
    const confirmation = await confirmationOf(tx, viewer, decided)
    const openings = await openCases(
      tx,
      viewer,
      cases.map((one) => ({ ...one, may: 'case.confirm' as const })),
    )
    const refusals = openings.flatMap(refusalOf)
    const ready = openings.flatMap(({ caseId, opened }) =>
      opened && !refusals.some((one) => one.caseId === caseId) ? [opened] : [],
    )
    if (refusals.length > 0 && (!partly || ready.length === 0)) {
      const wrong = chainErrors(decided.decisions, confirmation.required, viewer.today)
      throw refusedTogether(refusals, wrong)
    }
    for (const opened of ready) await confirmInTx(tx, opened, confirmation)
    return { confirmed: ready.length, left: await namesOf(tx, viewer, refusals) }
  })
}

/** The villages left out that the viewer still sees. */
async function namesOf(tx: Tx, viewer: Viewer, refusals: readonly Refusal[]): Promise<string[]> {
  if (refusals.length === 0) return []
  const rows = await tx.case.findMany({
    where: { AND: [visibleCases(viewer), { id: { in: refusals.map(({ caseId }) => caseId) } }] },
    orderBy: { village: { code: 'asc' } },
    select: { village: { select: { name: true } } },
  })
  return rows.map(({ village }) => village.name)
}

function refusalOf({ caseId, opened, refused }: Opening): Refusal[] {
  if (refused) return [{ caseId, refused }]
  try {
    requireStage(opened.kase, 'confirm')
    return []
  } catch (error) {
    if (error instanceof DomainError) return [{ caseId, refused: error }]
    throw error
  }
}

/** Each reason beside its village; a change by somebody else offers to load the newest. */
function refusedTogether(refusals: readonly Refusal[], wrong: Issues): DomainError {
  const villages = refusals.map(({ caseId, refused }) => ({
    field: `cases.${caseId}.take`,
    ...reasonOf(refused),
  }))
  const issues = [...villages, ...wrong]
  const conflict = refusals.find(({ refused }) => refused instanceof Conflict)?.refused
  if (!(conflict instanceof Conflict)) return new InvalidInput(issues)
  return new Conflict('someRefused', { count: refusals.length }, conflict.meanwhile, issues)
}

function reasonOf(refused: DomainError) {
  return refused instanceof Conflict && refused.meanwhile
    ? { code: 'changedBy', params: { by: refused.meanwhile.by } }
    : { code: refused.code, params: refused.params }
}
