import type { Day } from '@/lib/dates'
import type { BoundRole, Role } from './roles'

/** One appointment in force: a role never acts outside its own organisation. */
export type Grant = {
  role: Role
  organisationId: string
  organisationName: string
  /** The 9-digit township of a TOWNSHIP organisation. */
  townshipId: string | null
  /** Whose appointment this one stands in for (代理); absent on one's own. */
  standsInFor?: { userId: string; name: string }
}

/** A case the person is bound to through one of their appointments. */
export type Bond = {
  role: BoundRole
  caseId: string
  organisationId: string | null
  /** Through an appointment the person stands in for: whose it is. */
  standsInFor?: string
  /** The case is closed: inspectors read what others found on it. */
  closed?: true
}

/** A spot check the person makes through one of their appointments as an inspector. */
export type CheckBond = { spotCheckId: string; standsInFor?: string }

/** The person behind a request: who they are and what is theirs today. */
export type Viewer = {
  userId: string
  account: string
  name: string
  countyId: string
  countyName: string
  grants: readonly Grant[]
  bonds: readonly Bond[]
  checks?: readonly CheckBond[]
  /** Today in Asia/Shanghai; for the seed and imports the day on which the thing happened. */
  today: Day
  origin: 'USER' | 'IMPORT'
  demo: boolean
  sessionId: string | null
  /** Who stands in for one of the viewer's own appointments today. */
  deputies?: readonly string[]
}

/** Whom the viewer stands in for today. */
export function principalsOf(viewer: Viewer): string[] {
  return viewer.grants.flatMap((grant) => grant.standsInFor?.userId ?? [])
}

/**
 * Everybody whose work counts as the viewer's own: they themselves, whom they stand in for, and who
 * stands in for them. Nobody decides on the work of any of these.
 */
export function selvesOf(viewer: Viewer): string[] {
  return [...new Set([viewer.userId, ...principalsOf(viewer), ...(viewer.deputies ?? [])])]
}

/** The name under which something is signed; whoever stands in for somebody says so. */
export function signature({ viewer, grant }: { viewer: Pick<Viewer, 'name'>; grant?: Grant }) {
  return grant?.standsInFor ? `${viewer.name}（代${grant.standsInFor.name}）` : viewer.name
}

/** Whether the viewer holds a role today. */
export function holds(viewer: Viewer, role: Role): boolean {
  return viewer.grants.some((grant) => grant.role === role)
}

/** Townships in which the viewer holds a TOWNSHIP appointment. */
export function townshipsOf(viewer: Viewer): string[] {
  return viewer.grants.flatMap((grant) =>
    grant.role === 'TOWNSHIP' && grant.townshipId ? [grant.townshipId] : [],
  )
}

/** Ids of the cases the viewer is bound to, in some roles or in any. */
export function boundCaseIds(viewer: Viewer, within?: readonly BoundRole[]): string[] {
  const bonds = within ? viewer.bonds.filter((bond) => within.includes(bond.role)) : viewer.bonds
  return [...new Set(bonds.map((bond) => bond.caseId))]
}

/** Ids of the spot checks the viewer makes. */
export function assignedCheckIds(viewer: Viewer): string[] {
  return [...new Set((viewer.checks ?? []).map(({ spotCheckId }) => spotCheckId))]
}

/** Closed cases the viewer checked or helped to accept: there inspectors read each other's findings. */
export function inspectedCaseIds(viewer: Viewer): string[] {
  const closed = viewer.bonds.filter((bond) => bond.role === 'INSPECTOR' && bond.closed)
  return [...new Set(closed.map((bond) => bond.caseId))]
}

/** Organisations in whose name the viewer answers requests and instructions sent to them. */
export function answeringOrganisations(viewer: Viewer): string[] {
  const answering: readonly Role[] = ['HELPER_UNIT', 'WORK_TEAM', 'TOWNSHIP']
  return viewer.grants
    .filter((grant) => answering.includes(grant.role))
    .map((grant) => grant.organisationId)
}

/** Organisations at which the viewer holds an appointment in force. */
export function organisationsOf(viewer: Viewer): string[] {
  return [...new Set(viewer.grants.map((grant) => grant.organisationId))]
}
