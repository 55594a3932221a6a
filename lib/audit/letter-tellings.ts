import type { Day } from '@/lib/dates'
import type { EventKind } from './events'
import { type Tell, tell, type Words, yes } from './telling'

/** What requests, instructions and commitments say. */
export const letterTellings = {
  coordinationRaised: (d) => tell({ title: d.title }, d.request),
  coordinationRouted: (d, w) =>
    tell({ title: d.title, department: d.department, dueOn: w.day(d.dueOn) }, d.note),
  coordinationDeclined: (d) => tell({ title: d.title }, d.reason),
  coordinationAnswered: (d) => tell({ title: d.title, department: d.department }, d.text),
  coordinationSettled: (d) => tell({ title: d.title }, d.text),
  coordinationReturned: (d) => tell({ title: d.title }, d.reason),
  coordinationWithdrawn: (d) => tell({ title: d.title }, d.reason),
  instructionRecorded: (d, w) => tell(instructed(d, w), d.text),
  instructionAnswered: (d, w) => tell(instructed(d, w), d.text),
  instructionReturned: (d, w) => tell(instructed(d, w), d.reason),
  commitmentDrafted: (d, w) => tell({ ...committed(d, w), dueOn: w.day(d.dueOn) }, d.text),
  commitmentChanged: (d, w) => tell(committed(d, w), d.text),
  commitmentAccepted: (d, w) => tell(committed(d, w), d.note),
  commitmentReturned: (d, w) => tell(committed(d, w), d.reason),
  commitmentPublished: (d, w) => tell({ ...committed(d, w), dueOn: w.day(d.dueOn) }, d.text),
  commitmentWithdrawn: (d, w) => tell(committed(d, w), d.reason),
  commitmentCarriedOut: (d, w) => tell(committed(d, w), d.text),
  commitmentEvaluated: (d, w) =>
    tell({ ...committed(d, w), result: w.term('commitmentResult', d.result) }, d.reason),
  commitmentPageSwitched: (d) => tell({ on: yes(d.on), commitments: d.commitments }),
} satisfies { [K in EventKind]?: Tell<K> }

function instructed(
  d: { leader: string; organisation: string; givenOn: Day; dueOn?: Day | null },
  { day }: Words,
) {
  const until = { ends: yes(d.dueOn), dueOn: d.dueOn ? day(d.dueOn) : '' }
  return { leader: d.leader, organisation: d.organisation, givenOn: day(d.givenOn), ...until }
}

function committed({ position }: { position: string }, { term }: Words) {
  return { position: term('commitmentPosition', position) }
}
