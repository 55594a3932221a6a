import { createHash } from 'node:crypto'
import { canonical } from '@/lib/audit/canonical'
import type { Day } from '@/lib/dates'

/** The hash before the first event of every chain. The chain's own name is part of each event. */
export const GENESIS = '0'.repeat(64)

/**
 * An event as it is hashed: everything that the timeline shows. `chain` names the chain (one per
 * case, batch, account, village), `seq` counts in it from 1 without gaps, `at` is the instant it
 * was recorded (`Date.toISOString()`, so stored with milliseconds), `occurredOn` the day it
 * happened. Who and where may be null for the system's own events.
 */
export type ChainEvent = {
  id: string
  chain: string
  seq: number
  at: string
  occurredOn: Day
  kind: string
  origin: string
  actorId: string | null
  actorName: string | null
  actorRole: string | null
  actorOrganisationId: string | null
  actorOrganisation: string
  countyId: string | null
  townshipId: string | null
  caseId: string | null
  /** Whether only those who read 内部 see that it happened. */
  internal: boolean
  details: unknown
}

/** An event with the hash of the one before it and its own, as lower-case hexadecimal SHA-256. */
export type SealedEvent = ChainEvent & { prevHash: string; hash: string }

/** The last event of a chain. */
export type ChainHead = { chain: string; seq: number; hash: string }

/**
 * The hash of an event: SHA-256 over the previous hash, a line feed, and the canonical JSON of
 * exactly the fields of `ChainEvent`; other properties of the object do not count. Throws
 * `TypeError` when `at` is not an instant with milliseconds in UTC or `details` are not JSON.
 */
export function eventHash(prevHash: string, event: ChainEvent): string {
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/.test(event.at)) {
    throw new TypeError(`not an instant with milliseconds: ${event.at}`)
  }
  const body = canonical({
    id: event.id,
    chain: event.chain,
    seq: event.seq,
    at: event.at,
    occurredOn: event.occurredOn,
    kind: event.kind,
    origin: event.origin,
    actorId: event.actorId,
    actorName: event.actorName,
    actorRole: event.actorRole,
    actorOrganisationId: event.actorOrganisationId,
    actorOrganisation: event.actorOrganisation,
    countyId: event.countyId,
    townshipId: event.townshipId,
    caseId: event.caseId,
    internal: event.internal,
    details: event.details,
  } satisfies ChainEvent)
  return createHash('sha256').update(`${prevHash}\n${body}`).digest('hex')
}

/**
 * What is wrong with a chain at `seq`: `otherChain` (an event that names another chain),
 * `seqUnexpected` (missing, doubled, inserted or moved), `linkBroken` (it does not hold the hash
 * of the one before it), `hashWrong` (its content was changed), `headDiffers` (the chain does not
 * end where its head row says).
 */
export type ChainFinding = {
  code: 'otherChain' | 'seqUnexpected' | 'linkBroken' | 'hashWrong' | 'headDiffers'
  chain: string
  seq: number
}

/**
 * Recomputes a chain from its events in order of `seq`; an empty list means that it is sound.
 * `head` is the chain's head row, null when there is none. A chain that was recomputed as a whole
 * is sound in itself: only a checkpoint finds that.
 */
export function verifyChain(
  chain: string,
  events: readonly SealedEvent[],
  head: Omit<ChainHead, 'chain'> | null,
): ChainFinding[] {
  const findings = events.flatMap((event, index) => {
    const before = events[index - 1]?.hash ?? GENESIS
    return eventCodes(chain, event, index + 1, before).map((code) => ({
      code,
      chain,
      seq: event.seq,
    }))
  })
  const last = events.at(-1) ?? { seq: 0, hash: GENESIS }
  const end = head ?? { seq: 0, hash: GENESIS }
  const isEnd = last.seq === end.seq && last.hash === end.hash
  return isEnd ? findings : [...findings, { code: 'headDiffers', chain, seq: end.seq }]
}

function eventCodes(
  chain: string,
  event: SealedEvent,
  seq: number,
  before: string,
): ChainFinding['code'][] {
  const codes: (ChainFinding['code'] | false)[] = [
    event.chain !== chain && 'otherChain',
    event.seq !== seq && 'seqUnexpected',
    event.prevHash !== before && 'linkBroken',
    !isHashOf(event) && 'hashWrong',
  ]
  return codes.filter((code) => code !== false)
}

function isHashOf(event: SealedEvent): boolean {
  try {
    return eventHash(event.prevHash, event) === event.hash
  } catch {
    return false
  }
}
