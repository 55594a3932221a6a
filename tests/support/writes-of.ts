import type { Permission } from '@/lib/access/policy'

const onCase = ['cases U', 'events I', 'chain_heads U']
const clocks = [
  'measures U',
  'extensions U',
  'acceptances U',
  'coordination_requests U',
  'instructions U',
]
const draft = ['plans I', 'plans U', 'plan_measures I', 'plan_measures D']
const sheet = [
  'acceptance_scores I',
  'acceptance_scores D',
  'acceptance_members I',
  'acceptance_members D',
]

const written = ['work_records I', 'work_records U', 'events I', 'chain_heads U']

/**
 * What each permission writes: table and Insert, Update or Delete. The database must let a viewer
 * write a table exactly when one of their permissions on the case at hand needs it.
 */
export const writesOf: Record<Permission, readonly string[]> = {
  'case.read': [],
  'case.timeline': [],
  // Every reading is written down; that of an 内部 scan is an event.
  'case.documents': ['attachment_reads I', 'events I', 'chain_heads U'],
  'case.explainAccess': [],
  'case.propose': [...onCase, 'cases I', 'problems I'],
  'case.withdrawProposal': onCase,
  'case.confirm': [...onCase, 'decisions I'],
  'case.decline': onCase,
  'case.pause': [...onCase, ...clocks],
  'case.carryOver': [...onCase, ...clocks, 'decisions I'],
  'case.annul': [...onCase, 'decisions I', 'closures U', 'assignments U'],
  'case.close': [
    ...onCase,
    'decisions I',
    'closures I',
    'closures U',
    'follow_ups I',
    'follow_ups U',
  ],
  'case.resumeRectifying': onCase,
  'case.enterHistorical': [...onCase, 'cases I', 'problems I', 'problems U', 'ledger_imports I'],
  'problem.edit': [...onCase, 'problems I', 'problems U'],
  'problem.solve': [...onCase, 'problems U'],
  'problem.verify': [...onCase, 'problems U'],
  'plan.draft': [...onCase, ...draft],
  'plan.submit': [...onCase, 'plans U'],
  'plan.withdraw': [...onCase, 'plans U'],
  'plan.revise': [...onCase, ...draft],
  'plan.review': [
    ...onCase,
    'plans U',
    'plan_measures U',
    'measures I',
    'measures U',
    'extensions U',
  ],
  'progress.add': [...onCase, 'progress_updates I', 'measures U', 'unchanged_reports I'],
  'measure.finish': [...onCase, 'progress_updates I', 'measures U', 'extensions U'],
  'extension.ask': [...onCase, 'extensions I', 'extensions U'],
  'extension.decide': [...onCase, 'extensions U', 'measures U', 'plans U', 'plan_measures U'],
  'assignment.manage': [
    ...onCase,
    'assignments I',
    'assignments U',
    'slot_duties I',
    'slot_duties U',
  ],
  // Written under the system viewer `handover`.
  'handover.run': [],
  'acceptance.apply': [...onCase, 'acceptances I'],
  'acceptance.township': [...onCase, 'acceptances I', 'acceptances U', ...sheet],
  'acceptance.county': [...onCase, 'acceptances U', ...sheet],
  'exception.record': [...onCase, 'decisions I', 'criterion_exceptions I'],
  'followUp.record': [...onCase, 'follow_ups U'],
  'coordination.read': [],
  'coordination.raise': [...onCase, 'coordination_requests I', 'coordination_requests U'],
  'coordination.route': ['coordination_requests U', 'events I', 'chain_heads U'],
  'coordination.answer': ['coordination_requests U'],
  'coordination.settle': ['coordination_requests U', 'events I', 'chain_heads U'],
  'instruction.read': [],
  'instruction.record': ['instructions I', 'events I', 'chain_heads U'],
  'instruction.answer': ['instructions U'],
  'instruction.return': ['instructions U', 'events I', 'chain_heads U'],
  'document.read': ['document_reads I'],
  'document.publish': ['documents I', 'documents U', 'events I', 'chain_heads U'],
  'regulation.read': [],
  'funds.read': [],
  'visit.read': [],
  'visit.write': ['visits I', 'visits U', 'events I', 'chain_heads U'],
  'record.read': [],
  'record.write': written,
  'record.help': written,
  'record.formal': written,
  'record.responsibility': written,
  'residence.enter': [...onCase, 'residence_months I', 'residence_months U'],
  'meeting.read': [],
  'meeting.call': ['meetings I', 'meetings U', 'events I', 'chain_heads U'],
  'commitment.read': [],
  'commitment.write': ['commitments I', 'commitments U', 'events I', 'chain_heads U'],
  'commitment.writeTownship': ['commitments I', 'commitments U', 'events I', 'chain_heads U'],
  'commitment.judge': ['commitments U', 'events I', 'chain_heads U'],
  'commitment.judgeTownship': ['commitments U', 'events I', 'chain_heads U'],
  'commitment.judgeMembers': ['commitments U', 'events I', 'chain_heads U'],
  'commitment.disclose': ['disclosure_switches I', 'events I', 'chain_heads U'],
  'attachment.add': [...onCase, 'attachments I'],
  'attachment.oversee': [],
  'internal.write': ['internal_notes I', 'events I', 'chain_heads U'],
  'batch.read': [],
  'batch.create': ['batches I', 'batches U'],
  'ruleSet.manage': ['rule_sets I'],
  'village.read': [],
  'village.edit': [
    'villages U',
    'leading_posts I',
    'leading_posts U',
    'leading_posts D',
    'former_holders I',
    'former_holders U',
    'reserve_cadres I',
    'reserve_cadres U',
    'regulations I',
    'regulations U',
  ],
  'village.change': ['villages I', 'villages U', 'village_changes I', 'cases U', 'events I'],
  // The townships of an import get their committees; names it replaces are kept.
  'directory.import': [
    'townships I',
    'townships U',
    'villages I',
    'villages U',
    'village_changes I',
    'organisations I',
  ],
  'calendar.manage': ['calendar_days I', 'calendar_days D'],
  'organisation.manage': ['organisations I', 'organisations U'],
  'account.manage': ['users I', 'users U', 'reset_requests I'],
  'appointment.grant': ['appointments I', 'appointments U'],
  'appointment.confirm': ['appointments U', 'reset_requests U'],
  'accounts.read': [],
  'rulebook.read': [],
  'securityLog.read': [],
}

/** Tables written under a system viewer only, whoever is signed in. */
export const systemOnly = [
  'checkpoints I',
  'counties I',
  'disclosed_commitments I',
  'disclosed_commitments D',
  'problem_kinds I',
  'sign_in_throttles I',
  'sign_in_throttles U',
  'sign_in_throttles D',
]

/** Written by everyone about themselves, by nobody about others. */
export const ownOnly = [
  'credentials I',
  'credentials U',
  'sessions I',
  'sessions U',
  'sessions D',
  'access_tokens I',
  'access_tokens U',
  'idempotency_keys I',
  'idempotency_keys U',
  'idempotency_keys D',
  'security_log I',
  'follows I',
  'follows D',
  'saved_views I',
  'saved_views U',
  'saved_views D',
]

/** The chain of a case is begun by whoever records the first event on it. */
export const chainsBegun = ['chain_heads I']
