import 'server-only'
import { type Grant, signature, type Viewer } from '@/lib/access/viewer-types'
import { fromDay } from '@/lib/dates'
import type { Tx } from '@/lib/db'
import { newId } from '@/lib/ids'
import type { EventOrigin } from '@/prisma/generated/enums'
import { eventHash, GENESIS } from './chain'
import type { Chain, NewEvent } from './events'

type Place = { chain: string; countyId: string; townshipId: string | null; caseId: string | null }

/** Who an event is signed by: the viewer under the appointment they act by, or the system. */
export type Actor = { viewer: Viewer; grant?: Grant }

/** What an event needs of its actor; a program without a person behind it has no user id. */
export type Signer = {
  viewer: Pick<Viewer, 'name' | 'today' | 'grants'> & {
    userId: string | null
    origin: EventOrigin
  }
  grant?: Grant
}

/**
 * Appends one event to its chain, in the transaction of the change it tells of. The chain head is
 * locked first, so that concurrent writers queue, and the time is taken after the lock.
 */
export async function record(tx: Tx, { viewer, grant }: Signer, where: Chain, event: NewEvent) {
  const place = placeOf(where)
  const head = await lockHead(tx, place)
  const by = grant ?? viewer.grants[0]
  const sealed = {
    id: newId(),
    chain: place.chain,
    seq: head.seq + 1,
    at: head.at.toISOString(),
    occurredOn: event.occurredOn ?? viewer.today,
    kind: event.kind,
    origin: viewer.origin,
    actorId: viewer.userId,
    actorName: signature({ viewer, grant: by }),
    actorRole: by?.role ?? '',
    actorOrganisationId: by?.organisationId ?? null,
    actorOrganisation: by?.organisationName ?? '',
    countyId: place.countyId,
    townshipId: place.townshipId,
    caseId: place.caseId,
    internal: event.internal ?? false,
    details: {
      ...event.details,
      ...(event.changes ? { changes: event.changes } : {}),
      ...(by?.standsInFor ? { standsInFor: by.standsInFor } : {}),
    },
  }
  const hash = eventHash(head.hash, sealed)
  const written = await tx.$executeRaw`
    WITH moved AS (
      UPDATE chain_heads SET seq = ${sealed.seq}, hash = ${hash} WHERE chain = ${place.chain} RETURNING 1
    )
    INSERT INTO events (id, chain, seq, at, occurred_on, kind, origin, actor_id, actor_name, actor_role,
      actor_organisation_id, actor_organisation, county_id, township_id, case_id, details, internal, prev_hash, hash)
    SELECT ${sealed.id}::uuid, ${sealed.chain}, ${sealed.seq}, ${head.at}, ${fromDay(sealed.occurredOn)}::date, ${sealed.kind},
      ${sealed.origin}::"EventOrigin", ${sealed.actorId}::uuid, ${sealed.actorName}, ${sealed.actorRole},
      ${sealed.actorOrganisationId}::uuid, ${sealed.actorOrganisation}, ${sealed.countyId}, ${sealed.townshipId},
      ${sealed.caseId}::uuid, ${JSON.stringify(sealed.details)}::jsonb, ${sealed.internal}, ${head.hash}, ${hash}
    FROM moved`
  if (written !== 1) throw new Error(`event ${event.kind} was not written to ${place.chain}`)
  return sealed.id
}

function placeOf(where: Chain): Place {
  if ('caseId' in where) return { ...where, chain: `case:${where.caseId}` }
  if ('batchId' in where)
    return {
      chain: `batch:${where.batchId}`,
      countyId: where.countyId,
      townshipId: null,
      caseId: null,
    }
  if ('villageId' in where) {
    return {
      chain: `village:${where.villageId}`,
      countyId: where.countyId,
      townshipId: where.townshipId,
      caseId: null,
    }
  }
  if ('spotCheckId' in where) {
    const { countyId } = where
    return { chain: `check:${where.spotCheckId}`, countyId, townshipId: null, caseId: null }
  }
  if ('roundId' in where) {
    const { countyId } = where
    return { chain: `round:${where.roundId}`, countyId, townshipId: null, caseId: null }
  }
  if ('noticeId' in where) {
    const { countyId, townshipId } = where
    return { chain: `notice:${where.noticeId}`, countyId, townshipId, caseId: null }
  }
  return {
    chain: `accounts:${where.accountsOf}`,
    countyId: where.accountsOf,
    townshipId: null,
    caseId: null,
  }
}

type Head = { seq: number; hash: string; at: Date }

async function lockHead(tx: Tx, place: Place): Promise<Head> {
  const found = await selectHead(tx, place.chain)
  if (found) return found
  await tx.$executeRaw`
    INSERT INTO chain_heads (chain, seq, hash, county_id, township_id, case_id)
    VALUES (${place.chain}, 0, ${GENESIS}, ${place.countyId}, ${place.townshipId}, ${place.caseId}::uuid)
    ON CONFLICT (chain) DO NOTHING`
  const made = await selectHead(tx, place.chain)
  if (!made) throw new Error(`chain ${place.chain} cannot be locked`)
  return made
}

async function selectHead(tx: Tx, chain: string): Promise<Head | undefined> {
  const rows = await tx.$queryRaw<{ seq: number; hash: string }[]>`
    SELECT seq, hash FROM chain_heads WHERE chain = ${chain} FOR UPDATE`
  const row = rows[0]
  if (!row) return undefined
  // A second statement: the time must be later than the moment the lock was granted.
  const [clock] = await tx.$queryRaw<
    [{ at: Date }]
  >`SELECT date_trunc('milliseconds', clock_timestamp()) AS at`
  return { ...row, at: clock.at }
}
