import type { EventKind } from './events'
import { type Tell, tell, yes } from './telling'

const brief = (sha256: string) => sha256.slice(0, 16)

/** What inspection rounds and draws say. */
export const roundTellings = {
  roundPlanned: (d, w) =>
    tell({
      title: d.title,
      method: w.term('inspectionMethod', d.method),
      fromOn: w.day(d.fromOn),
      toOn: w.day(d.toOn),
    }),
  roundChanged: (d) => tell({ title: d.title }),
  roundEnded: (d) => tell({ title: d.title, cancelled: yes(d.cancelled) }, d.note),
  roundPublished: (d) => tell({ title: d.title }),
  villagePicked: (d, w) => tell({ village: d.village, inspectors: w.list(d.inspectors) }, d.reason),
  drawFrozen: (d) =>
    tell({ draw: d.draw, eligible: d.eligible, sha256: brief(d.sha256) }, d.reason),
  drawSeeded: (d, w) =>
    tell({ draw: d.draw, source: d.source, publicOn: w.day(d.publicOn) }, d.random),
  drawMade: (d) =>
    tell({ draw: d.draw, publicNumber: d.publicNumber, villages: d.villages }, d.seed),
  drawAbandoned: (d) => tell({ draw: d.draw }, d.reason),
  drawReplaced: (d) => tell({ draw: d.draw, out: d.out, in: d.in }, d.reason),
  drawAssigned: (d, w) => tell({ draw: d.draw, checks: d.checks, dueOn: w.day(d.dueOn) }),
} satisfies { [K in EventKind]?: Tell<K> }
