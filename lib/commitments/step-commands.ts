import 'server-only'
import type { z } from 'zod'
import { type Grant, signature, type Viewer } from '@/lib/access/viewer-types'
import type { Changes, NewEvent } from '@/lib/audit/events'
import { fromDay, toDay } from '@/lib/dates'
import { type Tx, transaction } from '@/lib/db'
import type { StoredEntry } from '@/lib/entries/sent'
import { InvalidInput } from '@/lib/errors'
import type { Prisma } from '@/prisma/generated/client'
import { checkContent } from './check-content'
import { changesOf, columnsOf } from './content'
import { refreshDisclosure } from './disclose-commands'
import { moveCommitment, openCommitment, tellCommitment } from './open-commitment'
import { type CommitmentVerb, commitmentSteps, positionsOf, resultsOf } from './rules'
import type {
  acceptCommitmentInput,
  editCommitmentInput,
  evaluateCommitmentInput,
  publishCommitmentInput,
  reportCommitmentInput,
  returnCommitmentInput,
  withdrawCommitmentInput,
} from './schema'
import type { WholeCommitment } from './select'

/** Its side corrects a draft, or one that was returned, and hands it in again. */
export function editCommitment(viewer: Viewer, input: z.output<typeof editCommitmentInput>) {
  const { commitmentId: _, version: __, ...content } = input
  return step(viewer, input, 'edit', async (tx, { commitment }) => {
    const positions: readonly string[] = positionsOf[commitment.level]
    if (content.level !== commitment.level || !positions.includes(content.position)) {
      throw new InvalidInput([{ field: 'position', code: 'invalidChoice' }])
    }
    await checkContent(tx, viewer, commitment.caseId, content)
    return {
      set: { ...columnsOf(content), submittedById: viewer.userId },
      event: {
        kind: 'commitmentChanged',
        details: { ...told(commitment), text: content.text },
        changes: changesOf(commitment, content),
      },
    }
  })
}

/** The level above accepts a draft: it may be published. */
export function acceptCommitment(viewer: Viewer, input: z.output<typeof acceptCommitmentInput>) {
  return step(viewer, input, 'accept', async (_, opened) => ({
    set: { ...reviewed(viewer, opened), reviewNote: input.note },
    event: {
      kind: 'commitmentAccepted',
      details: { ...told(opened.commitment), note: input.note },
    },
  }))
}

/** The level above returns a draft, with a reason. */
export function returnCommitment(viewer: Viewer, input: z.output<typeof returnCommitmentInput>) {
  const { reason } = input
  return step(viewer, input, 'return', async (_, opened) => ({
    set: { ...reviewed(viewer, opened), reviewNote: reason, returns: { increment: 1 } },
    event: { kind: 'commitmentReturned', details: { ...told(opened.commitment), reason } },
  }))
}

/** Posted in the village: from now on nothing of it changes. */
export function publishCommitment(viewer: Viewer, input: z.output<typeof publishCommitmentInput>) {
  return step(viewer, input, 'publish', async (_, { commitment, grant }) => ({
    set: { publishedByName: signature({ viewer, grant }), publishedOn: fromDay(viewer.today) },
    event: {
      kind: 'commitmentPublished',
      details: { ...told(commitment), text: commitment.text, dueOn: toDay(commitment.dueOn) },
    },
  }))
}

/** Its side takes it back, as long as it is not published. */
export function withdrawCommitment(
  viewer: Viewer,
  input: z.output<typeof withdrawCommitmentInput>,
) {
  const { reason } = input
  return step(viewer, input, 'withdraw', async (_, { commitment }) => ({
    set: { withdrawnOn: fromDay(viewer.today), withdrawReason: reason },
    event: { kind: 'commitmentWithdrawn', details: { ...told(commitment), reason } },
  }))
}

/** Its side says what was done, with the day and the evidence. */
export function reportCommitment(viewer: Viewer, input: z.output<typeof reportCommitmentInput>) {
  const { evidence, evidenceOn } = input
  return step(viewer, input, 'report', async (_, { commitment, grant }) => {
    if (evidenceOn > viewer.today) {
      throw new InvalidInput([{ field: 'evidenceOn', code: 'dateInFuture' }])
    }
    return {
      set: {
        evidence,
        evidenceOn: fromDay(evidenceOn),
        carriedOutById: viewer.userId,
        carriedOutByName: signature({ viewer, grant }),
        carriedOutOn: fromDay(viewer.today),
      },
      event: {
        kind: 'commitmentCarriedOut',
        occurredOn: evidenceOn,
        details: { ...told(commitment), text: evidence },
      },
    }
  })
}

/** The level above says whether it was kept, with a reason; never whoever entered or reported it. */
export function evaluateCommitment(
  viewer: Viewer,
  input: z.output<typeof evaluateCommitmentInput>,
) {
  const { result, reason } = input
  return step(viewer, input, 'evaluate', async (_, { commitment, grant }) => {
    if (!resultsOf(commitment.status).includes(result)) {
      throw new InvalidInput([{ field: 'result', code: 'commitmentNotReported' }])
    }
    return {
      set: {
        result,
        evaluation: reason,
        evaluatedById: viewer.userId,
        evaluatedByName: signature({ viewer, grant }),
        evaluatedOn: fromDay(viewer.today),
      },
      event: {
        kind: 'commitmentEvaluated',
        details: { ...told(commitment), result, reason },
        changes: { result: [null, result] },
      },
    }
  })
}

type Opened = { commitment: WholeCommitment; grant: Grant }
type Step = { set: Prisma.CommitmentUncheckedUpdateInput; event: NewEvent }

/** A step: the commitment locked, the step, its event, and the public page where it shows there. */
function step(
  viewer: Viewer,
  input: { commitmentId: string; version: number },
  verb: CommitmentVerb,
  work: (tx: Tx, opened: Opened) => Promise<Step>,
) {
  return transaction(viewer, async (tx): Promise<StoredEntry> => {
    const opened = await openCommitment(tx, viewer, input, verb)
    const { commitment, grant } = opened
    const { set, event } = await work(tx, opened)
    await moveCommitment(tx, commitment, verb, set)
    const { to } = commitmentSteps[verb]
    const moved: Changes = to === commitment.status ? {} : { commitment: [commitment.status, to] }
    const changes = { ...event.changes, ...moved }
    await tellCommitment(tx, { viewer, grant }, commitment, { ...event, changes })
    if (verb === 'publish' || verb === 'evaluate')
      await refreshDisclosure(tx, commitment.countyId, viewer.today)
    return { id: commitment.id, version: commitment.version + 1 }
  })
}

/** What every event says of its commitment; never the person's name. */
function told({ id, level, position }: WholeCommitment) {
  return { commitmentId: id, level, position }
}

function reviewed(viewer: Viewer, { grant }: Opened) {
  return {
    reviewedById: viewer.userId,
    reviewedByName: signature({ viewer, grant }),
    reviewedOn: fromDay(viewer.today),
  }
}
