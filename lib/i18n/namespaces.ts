import type acceptance from './messages/zh-CN/acceptance.json'
import type accounts from './messages/zh-CN/accounts.json'
import type admin from './messages/zh-CN/admin.json'
import type apiDocs from './messages/zh-CN/apiDocs.json'
import type appraisals from './messages/zh-CN/appraisals.json'
import type assignments from './messages/zh-CN/assignments.json'
import type attachments from './messages/zh-CN/attachments.json'
import type batches from './messages/zh-CN/batches.json'
import type burden from './messages/zh-CN/burden.json'
import type candidates from './messages/zh-CN/candidates.json'
import type cases from './messages/zh-CN/cases.json'
import type closure from './messages/zh-CN/closure.json'
import type commitments from './messages/zh-CN/commitments.json'
import type complaints from './messages/zh-CN/complaints.json'
import type coordination from './messages/zh-CN/coordination.json'
import type directory from './messages/zh-CN/directory.json'
import type documents from './messages/zh-CN/documents.json'
import type errors from './messages/zh-CN/errors.json'
import type events from './messages/zh-CN/events.json'
import type exceptional from './messages/zh-CN/exceptional.json'
import type findings from './messages/zh-CN/findings.json'
import type followUps from './messages/zh-CN/followUps.json'
import type form from './messages/zh-CN/form.json'
import type gate from './messages/zh-CN/gate.json'
import type handover from './messages/zh-CN/handover.json'
import type home from './messages/zh-CN/home.json'
import type inspections from './messages/zh-CN/inspections.json'
import type ledger from './messages/zh-CN/ledger.json'
import type lights from './messages/zh-CN/lights.json'
import type measures from './messages/zh-CN/measures.json'
import type meeting from './messages/zh-CN/meeting.json'
import type money from './messages/zh-CN/money.json'
import type notices from './messages/zh-CN/notices.json'
import type phone from './messages/zh-CN/phone.json'
import type plans from './messages/zh-CN/plans.json'
import type problems from './messages/zh-CN/problems.json'
import type records from './messages/zh-CN/records.json'
import type regulations from './messages/zh-CN/regulations.json'
import type reminders from './messages/zh-CN/reminders.json'
import type ruleSets from './messages/zh-CN/ruleSets.json'
import type search from './messages/zh-CN/search.json'
import type shell from './messages/zh-CN/shell.json'
import type spotChecks from './messages/zh-CN/spotChecks.json'
import type surveys from './messages/zh-CN/surveys.json'
import type terms from './messages/zh-CN/terms.json'
import type ui from './messages/zh-CN/ui.json'
import type views from './messages/zh-CN/views.json'
import type villages from './messages/zh-CN/villages.json'
import type visits from './messages/zh-CN/visits.json'
import type watchList from './messages/zh-CN/watchList.json'

/** Three lines per area; its messages stand in `messages/<locale>/<area>.json`, zh-CN gives the keys. */
export type Messages = {
  acceptance: typeof acceptance
  accounts: typeof accounts
  admin: typeof admin
  assignments: typeof assignments
  attachments: typeof attachments
  apiDocs: typeof apiDocs
  appraisals: typeof appraisals
  batches: typeof batches
  burden: typeof burden
  candidates: typeof candidates
  cases: typeof cases
  closure: typeof closure
  commitments: typeof commitments
  complaints: typeof complaints
  coordination: typeof coordination
  directory: typeof directory
  documents: typeof documents
  errors: typeof errors
  events: typeof events
  exceptional: typeof exceptional
  findings: typeof findings
  followUps: typeof followUps
  form: typeof form
  gate: typeof gate
  handover: typeof handover
  home: typeof home
  inspections: typeof inspections
  ledger: typeof ledger
  lights: typeof lights
  records: typeof records
  reminders: typeof reminders
  regulations: typeof regulations
  ruleSets: typeof ruleSets
  measures: typeof measures
  meeting: typeof meeting
  money: typeof money
  notices: typeof notices
  phone: typeof phone
  plans: typeof plans
  problems: typeof problems
  search: typeof search
  shell: typeof shell
  surveys: typeof surveys
  spotChecks: typeof spotChecks
  terms: typeof terms
  ui: typeof ui
  views: typeof views
  villages: typeof villages
  visits: typeof visits
  watchList: typeof watchList
}

export type Namespace = keyof Messages

const every: Record<Namespace, true> = {
  acceptance: true,
  accounts: true,
  admin: true,
  assignments: true,
  attachments: true,
  batches: true,
  burden: true,
  candidates: true,
  apiDocs: true,
  appraisals: true,
  cases: true,
  closure: true,
  commitments: true,
  complaints: true,
  coordination: true,
  directory: true,
  documents: true,
  errors: true,
  events: true,
  exceptional: true,
  findings: true,
  followUps: true,
  form: true,
  gate: true,
  handover: true,
  home: true,
  inspections: true,
  ledger: true,
  lights: true,
  records: true,
  reminders: true,
  regulations: true,
  ruleSets: true,
  measures: true,
  meeting: true,
  money: true,
  notices: true,
  phone: true,
  plans: true,
  problems: true,
  search: true,
  shell: true,
  surveys: true,
  spotChecks: true,
  terms: true,
  ui: true,
  views: true,
  villages: true,
  visits: true,
  watchList: true,
}

export const namespaces = Object.keys(every) as Namespace[]
