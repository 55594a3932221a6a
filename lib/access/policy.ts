import { Forbidden } from '@/lib/errors'
import { type Relation, relations, type Subject } from './relations'
import type { Role } from './roles'
import type { Grant, Viewer } from './viewer-types'

const office = { COUNTY_OFFICE: 'county' } as const
const township = { TOWNSHIP: 'township' } as const
const officeAndTownship = { ...office, ...township } as const
const administrator = { SYSTEM_ADMIN: 'county' } as const
const bound = {
  COUNTY_LEADER: 'bound',
  HELPER_UNIT: 'bound',
  WORK_TEAM: 'bound',
  INSPECTOR: 'bound',
} as const
/** Township on its own villages; helper unit and work team on measures that are theirs. */
const whoeverWorks = { ...township, HELPER_UNIT: 'ownMeasure', WORK_TEAM: 'ownMeasure' } as const
/** Whoever belongs to the organisation that something was sent to. */
const addressed = {
  TOWNSHIP: 'addressed',
  HELPER_UNIT: 'addressed',
  WORK_TEAM: 'addressed',
} as const
/** Organisations of the grassroots on what is said about themselves. */
const appraised = { TOWNSHIP: 'addressed', HELPER_UNIT: 'addressed' } as const
/** Those bound to a case, and those asked about it by name of their organisation. */
const concerned = {
  HELPER_UNIT: 'concerned',
  WORK_TEAM: 'concerned',
  INSPECTOR: 'bound',
} as const
const everyCaseRole = {
  ...office,
  TOWNSHIP: 'county',
  COUNTY_LEADER: 'county',
  HELPER_UNIT: 'county',
  WORK_TEAM: 'county',
  INSPECTOR: 'county',
} as const

/**
 * The rulebook: permission → role → how the subject must relate to the appointment. What is not
 * here is denied. Source: design "Verbs of a case" and "Who reads what". `can` draws buttons from
 * it, `authorize` guards commands with it; personal rules (no one decides on their own work) are
 * the commands' own.
 */
export const rulebook = {
  'case.read': { ...officeAndTownship, ...bound, COUNTY_LEADER: 'county' },
  'case.timeline': { ...officeAndTownship, ...bound },
  'case.documents': { ...officeAndTownship, ...bound },
  'case.explainAccess': office,
  'case.propose': officeAndTownship,
  'case.withdrawProposal': officeAndTownship,
  'case.confirm': office,
  'case.decline': office,
  'case.pause': office,
  'case.carryOver': office,
  'case.annul': office,
  'case.close': office,
  'case.resumeRectifying': office,
  'case.enterHistorical': office,
  'problem.edit': officeAndTownship,
  'problem.solve': township,
  'problem.verify': officeAndTownship,
  'plan.draft': township,
  'plan.submit': township,
  'plan.withdraw': township,
  'plan.revise': township,
  'plan.review': office,
  'progress.add': whoeverWorks,
  'measure.finish': whoeverWorks,
  'extension.ask': whoeverWorks,
  'extension.decide': office,
  'assignment.manage': officeAndTownship,
  'handover.run': { ...officeAndTownship, ...administrator },
  'acceptance.apply': township,
  'acceptance.township': township,
  'acceptance.county': office,
  'exception.record': office,
  'followUp.record': officeAndTownship,
  'coordination.read': { ...officeAndTownship, ...concerned, COUNTY_LEADER: 'county' },
  'coordination.raise': township,
  'coordination.route': office,
  'coordination.answer': { ...office, HELPER_UNIT: 'addressed' },
  'coordination.settle': township,
  'instruction.read': { ...officeAndTownship, ...concerned, COUNTY_LEADER: 'bound' },
  'instruction.record': { ...office, COUNTY_LEADER: 'bound' },
  'instruction.answer': { ...office, ...addressed },
  'instruction.return': { ...office, COUNTY_LEADER: 'bound' },
  'visit.read': { ...officeAndTownship, ...bound },
  'visit.write': {
    ...township,
    COUNTY_LEADER: 'bound',
    HELPER_UNIT: 'bound',
    WORK_TEAM: 'bound',
  },
  'record.read': { ...officeAndTownship, ...bound },
  'record.write': { ...township, HELPER_UNIT: 'bound', WORK_TEAM: 'bound' },
  'record.help': {
    ...township,
    COUNTY_LEADER: 'bound',
    HELPER_UNIT: 'bound',
    WORK_TEAM: 'bound',
  },
  'record.formal': officeAndTownship,
  'record.responsibility': { ...officeAndTownship, HELPER_UNIT: 'bound', WORK_TEAM: 'bound' },
  'residence.enter': township,
  'inspection.read': everyCaseRole,
  'inspection.plan': office,
  'spotCheck.read': {
    ...officeAndTownship,
    COUNTY_LEADER: 'bound',
    HELPER_UNIT: 'bound',
    WORK_TEAM: 'bound',
    INSPECTOR: 'county',
  },
  'spotCheck.assign': office,
  'spotCheck.write': { INSPECTOR: 'checking' },
  'spotCheck.attach': { INSPECTOR: 'bound' },
  'material.request': { INSPECTOR: 'checking' },
  'material.answer': township,
  'finding.read': { ...everyCaseRole, COUNTY_LEADER: 'bound' },
  'finding.enter': office,
  'finding.send': office,
  'finding.settle': office,
  'notice.read': { ...everyCaseRole, COUNTY_LEADER: 'bound' },
  'notice.draft': { ...office, INSPECTOR: 'checking' },
  'notice.sign': { ...office, COUNTY_LEADER: 'bound' },
  'notice.reply': addressed,
  'notice.verify': { ...office, INSPECTOR: 'checking' },
  'notice.close': office,
  'survey.read': { ...officeAndTownship, ...bound, COUNTY_LEADER: 'county' },
  'survey.run': office,
  'meeting.read': { ...officeAndTownship, COUNTY_LEADER: 'county' },
  'meeting.call': office,
  'commitment.read': { ...officeAndTownship, ...bound },
  'commitment.write': { ...township, WORK_TEAM: 'bound' },
  'commitment.writeTownship': township,
  'commitment.judge': officeAndTownship,
  'commitment.judgeTownship': office,
  'commitment.judgeMembers': township,
  'commitment.disclose': office,
  'channel.manage': { ...office, ...administrator },
  'webhook.ask': administrator,
  'webhook.confirm': office,
  'burden.read': officeAndTownship,
  'complaint.answer': office,
  'watch.read': { ...office, COUNTY_LEADER: 'county', ...addressed },
  'watch.decide': office,
  'watch.reply': addressed,
  'appraisal.read': { ...office, COUNTY_LEADER: 'county', ...appraised },
  'appraisal.manage': office,
  'appraisal.selfScore': appraised,
  'appraisal.appeal': appraised,
  'appraisal.answer': office,
  'attachment.add': { ...officeAndTownship, HELPER_UNIT: 'bound', WORK_TEAM: 'bound' },
  'attachment.oversee': office,
  'internal.write': officeAndTownship,
  'document.read': everyCaseRole,
  'document.publish': office,
  'regulation.read': everyCaseRole,
  'funds.read': { ...officeAndTownship, ...bound },
  'batch.read': everyCaseRole,
  'batch.create': office,
  'ruleSet.manage': office,
  'village.read': { ...everyCaseRole, ...administrator },
  'village.edit': officeAndTownship,
  'village.change': office,
  'directory.import': { ...office, ...administrator },
  'calendar.manage': administrator,
  'organisation.manage': administrator,
  'account.manage': administrator,
  'appointment.grant': administrator,
  'appointment.confirm': office,
  'accounts.read': { ...office, ...administrator },
  'rulebook.read': { ...office, ...administrator },
  'securityLog.read': { ...office, ...administrator },
} as const satisfies Record<string, Partial<Record<Role, Relation>>>

export type Permission = keyof typeof rulebook

export const permissions = Object.keys(rulebook) as Permission[]

/** The relation a role needs for a permission; undefined is a plain no. */
export function relationFor(permission: Permission, role: Role): Relation | undefined {
  const row: Partial<Record<Role, Relation>> = rulebook[permission]
  return row[role]
}

/**
 * The appointment that lets a viewer do this, or undefined. Without a subject: whether any
 * appointment could, on some subject of the county (for navigation and headings).
 */
export function grantFor(
  viewer: Viewer,
  permission: Permission,
  subject?: Subject,
): Grant | undefined {
  return viewer.grants.find((grant) => {
    const relation = relationFor(permission, grant.role)
    return relation && (!subject || relations[relation](viewer, grant, subject))
  })
}

/** Whether the rulebook allows it; draws buttons and navigation. */
export function can(viewer: Viewer, permission: Permission, subject?: Subject): boolean {
  return grantFor(viewer, permission, subject) !== undefined
}

/** Guards a command; returns the appointment it is done under. Throws `Forbidden`. */
export function authorize(viewer: Viewer, permission: Permission, subject?: Subject): Grant {
  const grant = grantFor(viewer, permission, subject)
  if (!grant) throw new Forbidden('forbidden', { permission })
  return grant
}
