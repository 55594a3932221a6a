import 'server-only'
import { toDay } from '@/lib/dates'
import type { Tx } from '@/lib/db'
import type { Prisma } from '@/prisma/generated/client'
import type { ChainHead, SealedEvent } from './chain'

export const sealedColumns = {
  id: true,
  chain: true,
  seq: true,
  at: true,
  occurredOn: true,
  kind: true,
  origin: true,
  actorId: true,
  actorName: true,
  actorRole: true,
  actorOrganisationId: true,
  actorOrganisation: true,
  countyId: true,
  townshipId: true,
  caseId: true,
  internal: true,
  details: true,
  prevHash: true,
  hash: true,
} satisfies Prisma.EventSelect

const pageSize = 2000

/** The sealed events of one chain in the order of their numbers. */
export async function eventsOfChain(tx: Tx, chain: string): Promise<SealedEvent[]> {
  const rows = await tx.event.findMany({
    where: { chain },
    orderBy: { seq: 'asc' },
    select: sealedColumns,
  })
  return rows.map(sealed)
}

/** Every chain with its events, one after the other, read in pages so that memory stays small. */
export async function* everyChain(
  tx: Tx,
): AsyncGenerator<{ chain: string; events: SealedEvent[] }> {
  let chain = ''
  let events: SealedEvent[] = []
  let after: { chain: string; seq: number } | undefined
  for (;;) {
    const rows = await tx.event.findMany({
      where: after
        ? { OR: [{ chain: { gt: after.chain } }, { chain: after.chain, seq: { gt: after.seq } }] }
        : {},
      orderBy: [{ chain: 'asc' }, { seq: 'asc' }],
      take: pageSize,
      select: sealedColumns,
    })
    for (const row of rows) {
      if (row.chain !== chain) {
        if (events.length > 0) yield { chain, events }
        chain = row.chain
        events = []
      }
      events.push(sealed(row))
    }
    const last = rows.at(-1)
    if (!last || rows.length < pageSize) break
    after = { chain: last.chain, seq: last.seq }
  }
  if (events.length > 0) yield { chain, events }
}

/** The heads of all chains that have an event. */
export function chainHeads(tx: Tx): Promise<ChainHead[]> {
  return tx.chainHead.findMany({
    where: { seq: { gt: 0 } },
    orderBy: { chain: 'asc' },
    select: { chain: true, seq: true, hash: true },
  })
}

/** A stored event in the form that its hash was made from. */
export function sealed(row: Prisma.EventGetPayload<{ select: typeof sealedColumns }>): SealedEvent {
  return { ...row, at: row.at.toISOString(), occurredOn: toDay(row.occurredOn) }
}
