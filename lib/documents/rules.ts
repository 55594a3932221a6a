import type { Grant, Viewer } from '@/lib/access/viewer-types'
import type { Role } from '@/prisma/generated/enums'

type Readers = { readerRoles: readonly Role[]; readerOrganisationIds: readonly string[] }

/** The appointment under which someone must read a document; undefined for whom it is only there. */
export function mustRead(viewer: Pick<Viewer, 'grants'>, document: Readers): Grant | undefined {
  return viewer.grants.find(
    (grant) =>
      document.readerRoles.includes(grant.role) ||
      document.readerOrganisationIds.includes(grant.organisationId),
  )
}

type Standing = { repealedOn: unknown; supersededBy: unknown }

export function standingOf({ repealedOn, supersededBy }: Standing) {
  if (repealedOn) return 'repealed' as const
  return supersededBy ? ('superseded' as const) : ('inForce' as const)
}
