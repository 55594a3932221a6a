import type { Day } from '@/lib/dates'
import { accountTellings } from './account-tellings'
import { appraisalTellings } from './appraisal-tellings'
import { checkTellings } from './check-tellings'
import { type EventGroup, groupOf } from './event-groups'
import type { EventDetails, EventKind } from './events'
import { letterTellings } from './letter-tellings'
import { noticeTellings } from './notice-tellings'
import { roundTellings } from './round-tellings'
import { surveyTellings } from './survey-tellings'
import { lines, type Tell, tell, type Words, yes } from './telling'

/** An event in words: the sentence, the text a person wrote, the move from stage to stage. */
export type Described = {
  group: EventGroup
  sentence: string
  quote?: string
  stages?: { from: string | null; to: string }
}

const score = (total: number | null) => ({ scored: yes(total !== null), total: total ?? 0 })

/**
 * What each kind of event says; a new kind does not compile without its line here. The sentences
 * themselves stand in the messages namespace `events` under the kind's name.
 */
const tellings: { [K in EventKind]: Tell<K> } = {
  caseProposed: (d, w) =>
    tell(
      { village: d.village, findings: d.findings.length, relapse: yes(d.relapse) },
      w.list(d.findings.map((finding) => finding.title)),
    ),
  proposalWithdrawn: (d) => tell({}, d.reason),
  caseConfirmed: (d, w) =>
    tell(
      { batch: d.batch, problems: d.problems },
      w.list(
        d.steps.map((step) => `${w.term('decisionStep', step.step)} ${w.day(step.decidedOn)}`),
      ),
    ),
  caseDeclined: (d) => tell({}, d.reason),
  historicalCaseEntered: (d, w) =>
    tell({
      village: d.village,
      batch: d.batch,
      source: d.sourceDocument,
      confirmedOn: w.day(d.confirmedOn),
      closedOn: w.day(d.closedOn),
    }),
  relapseLinked: () => tell({}),
  casePaused: (d) => tell({}, d.reason),
  caseResumed: (d) => tell({ days: d.pausedDays }),
  caseCarriedOver: (d) => tell({ from: d.from, to: d.to }, d.decision),
  caseAnnulled: (d) => tell({ decision: d.decision }, d.reason),
  villageFactsChanged: (d) => tell({ village: d.village }),
  postHolderChanged: (d, w) =>
    tell({
      village: d.village,
      post: w.term('postTitle', d.post),
      held: yes(d.before),
      before: d.before ?? '',
      filled: yes(d.after),
      after: d.after ?? '',
      fromOn: w.day(d.fromOn),
    }),
  reserveCadreAdded: (d, w) => tell({ village: d.village, name: d.name, fromOn: w.day(d.fromOn) }),
  regulationAdopted: (d, w) =>
    tell({ village: d.village, title: d.title, adoptedOn: w.day(d.adoptedOn) }),
  regulationRepealed: (d, w) =>
    tell({ village: d.village, title: d.title, on: w.day(d.on) }, d.reason),
  reserveCadreLeft: (d, w) =>
    tell({
      ...{ village: d.village, name: d.name, named: yes(d.name), toOn: w.day(d.toOn) },
      promoted: yes(d.promotedTo),
      post: d.promotedTo ? w.term('postTitle', d.promotedTo) : '',
    }),
  caseMovedToSuccessor: (d) =>
    tell({ village: d.village, successor: d.successor, documentNo: d.documentNo }),
  decisionRecorded: (d, w) =>
    tell({
      purpose: w.term('decisionPurpose', d.purpose),
      body: d.body,
      decidedOn: w.day(d.decidedOn),
      numbered: yes(d.documentNo),
      documentNo: d.documentNo,
    }),
  problemAdded: (d) => tell({ number: d.number, title: d.title }),
  problemChanged: (d) => tell({ number: d.number, title: d.title }),
  problemSolved: (d) => tell({ number: d.number, title: d.title }, d.solution),
  problemVerified: (d) => tell({ number: d.number, title: d.title }, d.verification),
  problemReopened: (d) => tell({ number: d.number, title: d.title }, d.reason),
  planDrafted: (d) => tell({ number: d.number }),
  planRevisionStarted: (d) => tell({ number: d.number }, d.reason),
  planRevisionAbandoned: (d) => tell({ number: d.number }, d.reason),
  planSubmitted: (d) => tell({ number: d.number, measures: d.measures, problems: d.problems }),
  planWithdrawn: (d) => tell({ number: d.number }),
  planReturned: (d) => tell({ number: d.number }, d.reason),
  planApproved: (d) =>
    tell({
      number: d.number,
      numbered: yes(d.recordNo),
      recordNo: d.recordNo,
      added: d.added,
      changed: d.changed,
      cancelled: d.cancelled,
    }),
  progressAdded: (d) => tell({ measure: d.measure, title: d.title, percent: d.percent }, d.text),
  measureDone: (d) => tell({ measure: d.measure, title: d.title }, d.text),
  measureReopened: (d) => tell({ measure: d.measure, title: d.title }, d.reason),
  extensionAsked: (d, w) => tell(extension(d, w), d.reason),
  extensionWithdrawn: (d, w) =>
    tell({ measure: d.measure, title: d.title, newDueOn: w.day(d.newDueOn) }),
  extensionGranted: (d, w) => tell(extension(d, w), d.note),
  extensionRefused: (d, w) =>
    tell({ measure: d.measure, title: d.title, newDueOn: w.day(d.newDueOn) }, d.note),
  assignmentMade: (d, w) => tell({ slot: w.term('slot', d.slot), holder: d.holder }),
  assignmentReplaced: (d, w) =>
    tell({ slot: w.term('slot', d.slot), from: d.from, to: d.to }, d.handoverNote),
  assignmentEnded: (d, w) => tell({ slot: w.term('slot', d.slot), holder: d.holder }, d.reason),
  dutiesSet: (d, w) => tell({ slot: w.term('slot', d.slot), common: yes(d.text === '') }, d.text),
  measureHandedOver: ({ measure, title, from, to, handoverNote }) =>
    tell({ measure, title, from, to }, handoverNote),
  taskHandedOver: (d) => tell({ task: d.task, from: d.from, to: d.to }, d.handoverNote),
  seatHandedOver: (d, w) =>
    tell(
      {
        level: w.term('acceptanceLevel', d.level),
        round: d.round,
        from: d.from,
        to: d.to,
      },
      d.handoverNote,
    ),
  acceptanceApplied: (d) => tell({ round: d.round }),
  acceptanceTeamFormed: (d, w) =>
    tell({ level: w.term('acceptanceLevel', d.level), round: d.round, members: w.list(d.members) }),
  acceptancePassed: (d, w) =>
    tell({
      level: w.term('acceptanceLevel', d.level),
      round: d.round,
      total: d.total,
      grade: w.term('grade', d.grade),
    }),
  acceptanceFailed: (d, w) =>
    tell(
      { level: w.term('acceptanceLevel', d.level), round: d.round, ...score(d.total) },
      d.reason,
    ),
  exceptionRecorded: (d, w) =>
    tell(
      {
        criterion: w.term('criterion', d.criterion),
        body: d.body,
        numbered: yes(d.documentNo),
        documentNo: d.documentNo,
      },
      d.reason,
    ),
  consolidationEnded: (d) => tell({}, d.reason),
  caseClosed: (d, w) =>
    tell({
      number: d.number,
      basis: d.basis,
      signers: w.list(d.signers),
      exceptions: d.exceptions.length,
      excepted: w.list(d.exceptions.map((code) => w.term('criterion', code))),
    }),
  followUpRecorded: (d, w) =>
    tell({ month: d.month, result: w.term('followUpResult', d.result) }, d.text),
  filedAtPrefecture: (d, w) => tell({ number: d.number, filedOn: w.day(d.filedOn) }),
  visitLogged: (d, w) =>
    tell(
      { contact: w.term('contactKind', d.contact), task: yes(d.task) },
      lines(d.text, d.settled, d.task),
    ),
  visitChanged: (d, w) => tell({ contact: w.term('contactKind', d.contact) }, d.text),
  visitWithdrawn: (d, w) => tell({ contact: w.term('contactKind', d.contact) }, d.reason),
  visitTaskDone: (d) => tell({ task: d.task }, d.text),
  recordLogged: (d, w) => tell(recorded(d, w), d.text),
  recordChanged: (d, w) => tell(recorded(d, w), d.text),
  recordWithdrawn: (d, w) => tell(recorded(d, w), d.reason),
  projectResultAdded: (d) =>
    tell(
      {
        title: d.title,
        year: String(d.year),
        earned: yes(d.income !== null),
        income: d.income ?? 0,
      },
      d.text,
    ),
  residenceEntered: (d, w) => tell({ month: w.month(d.month), days: d.days }),
  progressUnchanged: (d, w) =>
    tell({ measure: d.measure, title: d.title, day: w.day(d.meetingOn) }),
  meetingCalled: (d, w) => tell({ day: w.day(d.heldOn) }),
  meetingCancelled: (d, w) => tell({ day: w.day(d.heldOn) }),
  ...checkTellings,
  ...roundTellings,
  ...surveyTellings,
  ...noticeTellings,
  ...appraisalTellings,
  ...letterTellings,
  // An 内部 file is told of without its name.
  attachmentAdded: (d, w) =>
    tell({ subject: w.term('subject', d.subject), name: d.name, named: yes(d.name) }),
  attachmentRead: (d) => tell({ name: d.name, named: yes(d.name) }),
  internalNoteRecorded: (d, w) => tell({ subject: w.term('subject', d.subject) }),
  caseFileRead: (d) => tell({}, d.reason),
  batchCreated: (d, w) =>
    tell({ name: d.name, startOn: w.day(d.startOn), targetEndOn: w.day(d.targetEndOn) }),
  batchChanged: (d) => tell({ name: d.name }),
  ledgerExported: (d) => tell({ batch: d.batch, rows: d.rows }),
  ledgerImported: ({ batch, historical, candidates, leftOut, file }) =>
    tell({ batch, historical, candidates, leftOut }, file),
  documentPublished: (d) => tell({ title: d.title, edition: d.edition }),
  documentRepealed: (d, w) => tell({ title: d.title, on: w.day(d.on) }, d.reason),
  ruleSetCreated: (d) => tell({ version: d.version, title: d.title }),
  directoryImported: (d) => tell({ townships: d.townships, villages: d.villages, file: d.file }),
  villageChanged: (d) => tell({ village: d.village }),
  villageRenamed: (d, w) => tell({ village: d.village, name: d.name, ...ordered(d, w) }),
  villageCodeChanged: (d, w) => tell({ village: d.village, code: d.code, ...ordered(d, w) }),
  villageMerged: (d, w) => tell({ village: d.village, successor: d.successor, ...ordered(d, w) }),
  villageSplit: (d, w) => tell({ village: d.village, name: d.name, ...ordered(d, w) }),
  calendarChanged: (d) =>
    tell({ year: String(d.year), holidays: d.holidays, workdays: d.workdays }),
  ...accountTellings,
}

function extension(
  d: { measure: number; title: string; oldDueOn: Day; newDueOn: Day },
  { day }: Words,
) {
  return {
    measure: d.measure,
    title: d.title,
    oldDueOn: day(d.oldDueOn),
    newDueOn: day(d.newDueOn),
  }
}

function ordered(d: { effectiveOn: Day; documentNo: string }, { day }: Words) {
  return { effectiveOn: day(d.effectiveOn), documentNo: d.documentNo }
}

function recorded(d: EventDetails['recordLogged'] | EventDetails['recordWithdrawn'], w: Words) {
  const { record, what, of, posts, year, count, money } = d
  const held = posts.map(({ title, before, after }) =>
    [w.term('postTitle', title), [before, after].filter(Boolean).join(' → ')].join(' '),
  )
  return {
    ...{ record, what, count, money },
    of: of ? w.term('recordOption', of) : '',
    posts: w.list(held),
    vacant: yes(posts.some(({ after }) => after === null)),
    year: String(year),
    named: yes(what),
    counted: yes(count),
    paid: yes(money),
  }
}

/**
 * Turns a stored event into words. A kind this build does not know (written by a newer one) is
 * named as such, never left out.
 */
export function describeEvent(event: { kind: string; details: unknown }, words: Words): Described {
  if (!isKnown(event.kind)) {
    return { group: 'other', sentence: words.sentence('unknown', { kind: event.kind }) }
  }
  const telling = tellings[event.kind] as Tell<EventKind>
  const { params, quote } = telling(event.details as never, words)
  const stages = stagesIn(event.details, words)
  return {
    group: groupOf[event.kind],
    sentence: words.sentence(event.kind, params),
    ...(quote !== undefined && { quote }),
    ...(stages && { stages }),
  }
}

export function isKnown(kind: string): kind is EventKind {
  return Object.hasOwn(tellings, kind)
}

function stagesIn(details: unknown, words: Words): Described['stages'] {
  const changes = (details as { changes?: { stage?: unknown } } | null)?.changes
  if (!Array.isArray(changes?.stage)) return undefined
  const [from, to] = changes.stage as [string | null, string]
  return { from: from && words.term('stage', from), to: words.term('stage', to) }
}
