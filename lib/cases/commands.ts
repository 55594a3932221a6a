import 'server-only'
import type { z } from 'zod'
import { authorize } from '@/lib/access/policy'
import { visibleVillages } from '@/lib/access/scope'
import type { Viewer } from '@/lib/access/viewer-types'
import { type Actor, record } from '@/lib/audit/record'
import { fromDay } from '@/lib/dates'
import { type Tx, transaction } from '@/lib/db'
import { recordChain } from '@/lib/decisions/commands'
import { Forbidden, InvalidInput, NotFound, RuleBroken } from '@/lib/errors'
import { newId } from '@/lib/ids'
import { addProblem } from '@/lib/problems/commands'
import { ruleSetOf } from '@/lib/rule-sets/queries'
import { advance, requireStage } from './advance'
import { lockVillage } from './lock-village'
import { type OpenedCase, openCase } from './open-case'
import { relapseOf } from './relapse'
import type { confirmInput, declineInput, proposeInput, withdrawProposalInput } from './schema'
import {
  type EarlierCase,
  earlierCase,
  type ListedVillage,
  listedVillage,
  workingCase,
} from './select'
import { settleLight } from './settle-light'

type ProposeInput = z.infer<typeof proposeInput>

/**
 * propose: a township (or the county office) puts a village forward with at least one finding.
 * Refused while the village has an open case; a village with a closed one asks whether this is a
 * relapse and links the two. Returns the id of the new case.
 */
export function propose(viewer: Viewer, input: ProposeInput): Promise<string> {
  return transaction(viewer, async (tx) => {
    const village = await tx.village.findFirst({
      where: { AND: [visibleVillages(viewer), { id: input.villageId }] },
      select: listedVillage,
    })
    if (!village) throw new NotFound()
    const grant = authorize(viewer, 'case.propose', village)
    await lockVillage(tx, village.id)
    await refuseEnded(tx, village.id)
    const earlier = await tx.case.findMany({
      where: { villageId: village.id, stage: { not: 'NOT_CONFIRMED' } },
      orderBy: { createdAt: 'desc' },
      select: earlierCase,
    })
    const closed = relapseOf(earlier, input.relapse)
    return proposeInTx(tx, { viewer, grant }, { village, closed, input })
  })
}

type Proposal = { village: ListedVillage; closed: EarlierCase | null; input: ProposeInput }

/**
 * What proposing writes, for a village that is locked and may be listed: the case, its findings,
 * the event, the link to the closed case it follows, the light. Returns the id of the new case.
 */
export async function proposeInTx(
  tx: Tx,
  actor: Required<Actor>,
  { village, closed, input }: Proposal,
): Promise<string> {
  const { viewer, grant } = actor
  const id = newId()
  await tx.case.create({
    data: {
      id,
      countyId: village.countyId,
      townshipId: village.townshipId,
      villageId: village.id,
      stageSince: fromDay(viewer.today),
      proposedOn: fromDay(viewer.today),
      proposedById: viewer.userId,
      proposedByOrganisationId: grant.organisationId,
      proposal: input.proposal,
      previousCaseId: closed?.id ?? null,
    },
    select: { id: true },
  })
  const kase = await tx.case.findUniqueOrThrow({ where: { id }, select: workingCase })
  const findings = []
  for (const finding of input.findings)
    findings.push(await addProblem(tx, { kase, actor }, finding))
  await record(tx, actor, chainOf(kase), {
    kind: 'caseProposed',
    details: {
      village: village.name,
      villageCode: village.code,
      findings: findings.map(({ kind, title }) => ({ kind, title })),
      relapse: closed !== null,
    },
    changes: { stage: [null, 'CANDIDATE'] },
  })
  if (closed)
    await record(tx, actor, chainOf(closed), {
      kind: 'relapseLinked',
      details: { laterCaseId: id },
    })
  await settleLight(tx, id)
  return id
}

/** Merged into another village, it is not listed any more. */
async function refuseEnded(tx: Tx, id: string) {
  const ended = await tx.village.count({ where: { id, endedOn: { not: null } } })
  if (ended > 0) throw new RuleBroken('villageEnded', { field: 'villageId' })
}

/** withdrawProposal: by the organisation that proposed it, with a reason. */
export function withdrawProposal(viewer: Viewer, input: z.infer<typeof withdrawProposalInput>) {
  return transaction(viewer, async (tx) => {
    const opened = await openCase(tx, viewer, { ...input, may: 'case.withdrawProposal' })
    requireStage(opened.kase, 'withdrawProposal')
    if (opened.kase.proposedByOrganisationId !== opened.grant.organisationId) {
      throw new Forbidden('notYourProposal')
    }
    await advance(tx, opened, 'withdrawProposal', {
      kind: 'proposalWithdrawn',
      details: { reason: input.reason },
    })
  })
}

/** decline: the county office does not confirm the candidate, with a reason. */
export function decline(viewer: Viewer, input: z.infer<typeof declineInput>) {
  return transaction(viewer, async (tx) => {
    const opened = await openCase(tx, viewer, { ...input, may: 'case.decline' })
    await advance(tx, opened, 'decline', {
      kind: 'caseDeclined',
      details: { reason: input.reason },
    })
  })
}

/**
 * confirm (研究认定): the county office puts the candidate into a batch with the chain of decisions
 * its rule set requires, and hands the problem list over to the township (交办).
 */
export function confirm(viewer: Viewer, input: z.infer<typeof confirmInput>) {
  return transaction(viewer, async (tx) => {
    const opened = await openCase(tx, viewer, { ...input, may: 'case.confirm' })
    requireStage(opened.kase, 'confirm')
    await confirmInTx(tx, opened, await confirmationOf(tx, viewer, input))
  })
}

type Confirmation = Pick<z.infer<typeof confirmInput>, 'batchId' | 'decisions' | 'handedOverOn'>

/** What was decided, with the batch it names: the same for every case it is recorded on. */
export async function confirmationOf(tx: Tx, viewer: Viewer, input: Confirmation) {
  const batch = await tx.batch.findFirst({
    where: { id: input.batchId, countyId: viewer.countyId },
    select: {
      id: true,
      name: true,
      number: true,
      ruleSet: { select: { id: true, content: true } },
    },
  })
  if (!batch) throw new InvalidInput([{ field: 'batchId', code: 'invalidChoice' }])
  if (input.handedOverOn && input.handedOverOn > viewer.today) {
    throw new InvalidInput([{ field: 'handedOverOn', code: 'dateInFuture' }])
  }
  const { decisions } = ruleSetOf(batch.ruleSet)
  return { ...input, batch, required: decisions.confirmation }
}

/** What confirming writes, for a case that is open and may be confirmed. */
export async function confirmInTx(
  tx: Tx,
  opened: OpenedCase,
  { batch, required, ...input }: Awaited<ReturnType<typeof confirmationOf>>,
): Promise<void> {
  const { kase } = opened
  const steps = await recordChain(tx, opened, 'CONFIRMATION', input.decisions, required)
  const problems = await tx.problem.count({ where: { caseId: kase.id } })
  const today = fromDay(opened.actor.viewer.today)
  await advance(
    tx,
    opened,
    'confirm',
    {
      kind: 'caseConfirmed',
      details: { batch: batch.name, batchNumber: batch.number, steps, problems },
      changes: { batch: [null, batch.number] },
    },
    {
      batchId: batch.id,
      confirmedOn: today,
      handedOverOn: input.handedOverOn ? fromDay(input.handedOverOn) : today,
    },
  )
}

function chainOf(kase: { id: string; countyId: string; townshipId: string }) {
  return { caseId: kase.id, countyId: kase.countyId, townshipId: kase.townshipId }
}
