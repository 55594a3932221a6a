import type { EventKind } from './events'
import { type Tell, tell, type Words, yes } from './telling'

/** What spot checks, findings and requests for material say. */
export const checkTellings = {
  spotCheckAssigned: (d, w) =>
    tell({
      village: d.village,
      method: w.term('inspectionMethod', d.method),
      inspectors: w.list(d.inspectors),
      dueOn: w.day(d.dueOn),
    }),
  spotCheckReassigned: (d, w) =>
    tell({ village: d.village, inspectors: w.list(d.inspectors) }, d.reason),
  spotCheckCancelled: (d) => tell({ village: d.village }, d.reason),
  spotCheckRecused: (d) => tell({ village: d.village, inspector: d.inspector }, d.reason),
  spotCheckSubmitted: (d, w) =>
    tell({ method: w.term('inspectionMethod', d.method), inspectors: w.list(d.inspectors) }),
  spotCheckCorrected: (d) => tell({ number: d.number }, d.reason),
  findingRecorded: (d, w) => tell(found(d, w), d.text),
  findingWithdrawn: (d, w) => tell(found(d, w), d.reason),
  findingSent: (d, w) => tell({ ...found(d, w), to: w.list(d.to) }),
  findingSettled: (d, w) => tell({ ...found(d, w), upheld: yes(d.upheld) }, d.reason),
  materialRequested: (d) => tell({ what: d.what }, d.gap),
  materialAnswered: (d) => tell({ what: d.what }, d.text),
  materialWithdrawn: (d) => tell({ what: d.what }, d.reason),
} satisfies { [K in EventKind]?: Tell<K> }

function found(d: { origin: string; finding: string; gravity: string }, { term }: Words) {
  return {
    origin: term('findingOrigin', d.origin),
    finding: term('findingKind', d.finding),
    gravity: term('findingGravity', d.gravity),
  }
}
