import type { Grant, Viewer } from './viewer-types'

/** What a permission is asked about: the columns every scoped row carries. */
export type Subject = {
  countyId: string
  townshipId?: string | null
  caseId?: string
  /** The measure at hand, for those who may work on their own ones only. */
  measure?: { organisationId: string | null; personUserId: string | null }
  /** The organisation a request or an instruction was sent to. */
  addresseeId?: string | null
  /** The spot check it is or belongs to. */
  spotCheckId?: string | null
  /** The spot checks whose findings a notice carries. */
  checkIds?: readonly string[]
}

type Test = (viewer: Viewer, grant: Grant, subject: Subject) => boolean

const inCounty: Test = (viewer, _grant, subject) => subject.countyId === viewer.countyId

const isBound: Test = (viewer, grant, subject) =>
  inCounty(viewer, grant, subject) &&
  viewer.bonds.some(
    (bond) =>
      bond.role === grant.role &&
      bond.caseId === subject.caseId &&
      bond.standsInFor === grant.standsInFor?.userId &&
      (bond.organisationId === null || bond.organisationId === grant.organisationId),
  )

/** The named relations of the rulebook between an appointment and a subject. */
export const relations = {
  /** Anywhere in the viewer's county. */
  county: inCounty,
  /** In the township whose organisation the appointment is at. */
  township: (viewer, grant, subject) =>
    inCounty(viewer, grant, subject) &&
    grant.townshipId !== null &&
    subject.townshipId === grant.townshipId,
  /** On a case this person or organisation is bound to (linked, paired, resident, on its team). */
  bound: isBound,
  /** On a measure of a bound case that names the appointment's organisation or the person. */
  ownMeasure: (viewer, grant, subject) =>
    isBound(viewer, grant, subject) &&
    subject.measure !== undefined &&
    (subject.measure.organisationId === grant.organisationId ||
      subject.measure.personUserId === (grant.standsInFor?.userId ?? viewer.userId)),
  /** On what was sent to the appointment's own organisation. */
  addressed: (viewer, grant, subject) =>
    inCounty(viewer, grant, subject) && subject.addresseeId === grant.organisationId,
  /** On a spot check the appointment's holder makes, and on notices that rest on one. */
  checking: (viewer, grant, subject) =>
    inCounty(viewer, grant, subject) &&
    (viewer.checks ?? []).some(
      (check) =>
        (check.spotCheckId === subject.spotCheckId ||
          subject.checkIds?.includes(check.spotCheckId)) &&
        check.standsInFor === grant.standsInFor?.userId,
    ),
  /** On a bound case, or on what was sent to the appointment's own organisation. */
  concerned: (viewer, grant, subject) =>
    isBound(viewer, grant, subject) ||
    (inCounty(viewer, grant, subject) && subject.addresseeId === grant.organisationId),
} as const satisfies Record<string, Test>

export type Relation = keyof typeof relations
