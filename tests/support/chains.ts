import fc from 'fast-check'
import { type ChainEvent, eventHash, GENESIS, type SealedEvent } from '@/lib/audit/chain'

/** Seals events into a chain as `record` does, numbering them anew. */
export function seal(events: readonly ChainEvent[]): SealedEvent[] {
  const sealed: SealedEvent[] = []
  for (const event of events) {
    const prevHash = sealed.at(-1)?.hash ?? GENESIS
    const numbered = { ...event, seq: sealed.length + 1 }
    sealed.push({ ...numbered, prevHash, hash: eventHash(prevHash, numbered) })
  }
  return sealed
}

/** Any events of one chain, not sealed yet. */
export const anyEvents = (chain: string, limits: { minLength: number; maxLength: number }) =>
  fc.uniqueArray(
    fc.record({
      id: fc.uuid({ version: 7 }),
      chain: fc.constant(chain),
      seq: fc.constant(0),
      at: fc
        .date({ min: new Date('2014-01-01'), max: new Date('2030-01-01'), noInvalidDate: true })
        .map((date) => date.toISOString()),
      occurredOn: fc.constantFrom('2014-05-01', '2026-03-03'),
      kind: fc.constantFrom('planReturned', 'measureDone', 'caseClosed'),
      origin: fc.constantFrom('USER', 'IMPORT'),
      actorId: fc.option(fc.uuid()),
      actorName: fc.option(fc.constantFrom('韦某', '覃某')),
      actorRole: fc.option(fc.constantFrom('TOWNSHIP', 'COUNTY_OFFICE')),
      actorOrganisationId: fc.option(fc.uuid()),
      actorOrganisation: fc.constantFrom('', '江口乡党委'),
      countyId: fc.constant('450223'),
      townshipId: fc.option(fc.constant('450223201')),
      caseId: fc.option(fc.uuid()),
      internal: fc.boolean(),
      details: fc.jsonValue({ maxDepth: 2 }),
    }),
    { ...limits, selector: (event) => event.id },
  )
