import type { Viewer } from '@/lib/access/viewer-types'

/** Organisations of the viewer with which a view can be shared, each once. */
export function organisationsToShare({ grants }: Pick<Viewer, 'grants'>) {
  const byId = new Map(grants.map((grant) => [grant.organisationId, grant.organisationName]))
  return [...byId].map(([id, name]) => ({ id, name }))
}
