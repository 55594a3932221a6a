import 'server-only'
import type { z } from 'zod'
import { authorize } from '@/lib/access/policy'
import { visibleListings } from '@/lib/access/scope-appraisals'
import { type Grant, signature, type Viewer } from '@/lib/access/viewer-types'
import type { NewEvent } from '@/lib/audit/events'
import { record } from '@/lib/audit/record'
import { type Day, fromDay } from '@/lib/dates'
import { type Tx, transaction } from '@/lib/db'
import { Conflict, InvalidInput, NotFound, RuleBroken } from '@/lib/errors'
import { newId } from '@/lib/ids'
import type { Prisma } from '@/prisma/generated/client'
import { memberOf } from './members'
import { type WatchVerb, watchSteps } from './rules'
import type {
  clearListingInput,
  declineListingInput,
  listDirectlyInput,
  listProposedInput,
  replyToListingInput,
} from './schema'

/** The county office lists an organisation, or a member of a resident team, by its own decision. */
export function listDirectly(viewer: Viewer, input: z.infer<typeof listDirectlyInput>) {
  return transaction(viewer, async (tx) => {
    const { countyId } = viewer
    const grant = authorize(viewer, 'watch.decide', { countyId })
    const organisation = await tx.organisation.findFirst({
      where: {
        ...{ id: input.organisationId, countyId, active: true },
        kind: { in: ['TOWNSHIP', 'DEPARTMENT', 'WORK_TEAM'] },
      },
      select: { id: true, name: true, kind: true },
    })
    if (!organisation) throw new InvalidInput([{ field: 'organisationId', code: 'invalidChoice' }])
    const member = await memberOf(tx, organisation, input, viewer.today)
    const { reason, measures, basis } = input
    const id = newId()
    const { count } = await tx.watchListing.createMany({
      skipDuplicates: true,
      data: [
        {
          ...{ id, countyId, organisationId: organisation.id, state: 'LISTED' as const },
          ...{ memberId: member.id, memberName: member.name },
          ...decided(viewer, grant, input),
        },
      ],
    })
    if (count === 0) throw new RuleBroken('watchAlready')
    await tell(
      tx,
      { viewer, grant },
      {
        kind: 'watchListed',
        details: {
          ...{ listingId: id, organisation: organisation.name, member: member.name },
          ...{ reason, measures, basis },
        },
      },
    )
    return id
  })
}

/** The county office puts what a rule proposed on the register, with its reason and what is to be done. */
export function listProposed(viewer: Viewer, input: z.infer<typeof listProposedInput>) {
  const { reason, measures, basis } = input
  return step(viewer, input, 'list', (grant) => ({
    set: { state: 'LISTED', ...decided(viewer, grant, input) },
    event: (told) => ({ kind: 'watchListed', details: { ...told, reason, measures, basis } }),
  }))
}

/** The county office does not follow a proposal; it is not made again for a while. */
export function declineListing(viewer: Viewer, input: z.infer<typeof declineListingInput>) {
  const { reason } = input
  return step(viewer, input, 'decline', (grant) => ({
    set: {
      ...{ state: 'DECLINED', reason, decidedById: viewer.userId },
      ...{ decidedByName: signature({ viewer, grant }), decidedOn: fromDay(viewer.today) },
    },
    event: (told) => ({ kind: 'watchDeclined', details: { ...told, reason } }),
  }))
}

/** 摘牌: the county office decides that it is over. */
export function clearListing(viewer: Viewer, input: z.infer<typeof clearListingInput>) {
  const { reason, basis } = input
  return step(viewer, input, 'clear', (grant) => ({
    set: {
      ...{ state: 'CLEARED', clearReason: reason, clearBasis: basis, clearedById: viewer.userId },
      ...{ clearedByName: signature({ viewer, grant }), clearedOn: fromDay(viewer.today) },
    },
    event: (told) => ({ kind: 'watchCleared', details: { ...told, reason, basis } }),
  }))
}

/** Whoever it concerns says what they have to say, as often as they want while it stands. */
export function replyToListing(viewer: Viewer, input: z.infer<typeof replyToListingInput>) {
  return transaction(viewer, async (tx) => {
    const found = await find(tx, viewer, input.listingId)
    const { countyId, organisationId: addresseeId } = found
    const grant = authorize(viewer, 'watch.reply', { countyId, addresseeId })
    if (found.state !== 'LISTED') throw new Conflict('watchElsewhere')
    await tx.watchReply.createMany({
      data: [
        {
          ...{ id: newId(), listingId: found.id, text: input.text, byId: viewer.userId },
          ...{ byName: signature({ viewer, grant }), repliedOn: fromDay(viewer.today) },
        },
      ],
    })
    const details = { ...toldOf(found), text: input.text }
    await tell(tx, { viewer, grant }, { kind: 'watchReplied', details })
    return found.id
  })
}

const working = {
  ...{ id: true, version: true, countyId: true, organisationId: true, state: true },
  ...{ memberName: true, organisation: { select: { name: true } } },
} satisfies Prisma.WatchListingSelect

type Working = Prisma.WatchListingGetPayload<{ select: typeof working }>
type Told = { listingId: string; organisation: string; member: string }
type Step = { set: Prisma.WatchListingUncheckedUpdateInput; event: (told: Told) => NewEvent }

/** A decision of the county office: the listing locked, its state checked, the change and its event. */
function step(
  viewer: Viewer,
  { listingId, version }: { listingId: string; version: number },
  verb: WatchVerb,
  work: (grant: Grant) => Step,
) {
  return transaction(viewer, async (tx) => {
    const seen = await find(tx, viewer, listingId)
    const grant = authorize(viewer, 'watch.decide', { countyId: seen.countyId })
    await tx.$queryRaw`SELECT 1 FROM watch_listings WHERE id = ${listingId}::uuid FOR UPDATE`
    const found = await find(tx, viewer, listingId)
    if (found.state !== watchSteps[verb] || found.version !== version) {
      throw new Conflict('watchElsewhere')
    }
    const { set, event } = work(grant)
    await tx.watchListing.update({
      where: { id: listingId },
      data: { ...set, version: { increment: 1 } },
      select: { id: true },
    })
    const told = event(toldOf(found))
    await tell(tx, { viewer, grant }, { ...told, changes: { watch: [found.state, set.state] } })
    return listingId
  })
}

async function find(tx: Tx, viewer: Viewer, id: string): Promise<Working> {
  const found = await tx.watchListing.findFirst({
    where: { AND: [visibleListings(viewer), { id }] },
    select: working,
  })
  if (!found) throw new NotFound()
  return found
}

const toldOf = ({ id, organisation, memberName }: Working): Told => ({
  ...{ listingId: id, organisation: organisation.name, member: memberName },
})

function decided(
  viewer: Viewer,
  grant: Grant,
  { reviewOn, ...words }: { reason: string; measures: string; basis: string; reviewOn?: Day },
) {
  if (reviewOn && reviewOn < viewer.today) {
    throw new InvalidInput([{ field: 'reviewOn', code: 'dateInPast' }])
  }
  return {
    ...{ reason: words.reason, measures: words.measures, basis: words.basis },
    ...{ decidedById: viewer.userId, decidedByName: signature({ viewer, grant }) },
    ...{ decidedOn: fromDay(viewer.today), reviewOn: reviewOn ? fromDay(reviewOn) : null },
  }
}

function tell(tx: Tx, actor: { viewer: Viewer; grant: Grant }, event: NewEvent) {
  return record(tx, actor, { accountsOf: actor.viewer.countyId }, event)
}
