import { can, permissions } from '@/lib/access/policy'
import { operations } from '@/lib/api/operations'
import { serve } from '@/lib/api/serve'

export const GET = serve(operations.me, async ({ viewer }) => ({
  account: viewer.account,
  name: viewer.name,
  county: { code: viewer.countyId, name: viewer.countyName },
  appointments: viewer.grants.map((grant) => ({
    role: grant.role,
    organisation: { id: grant.organisationId, name: grant.organisationName },
    township: grant.townshipId,
    standsInFor: grant.standsInFor?.name ?? null,
  })),
  permissions: permissions.filter((permission) => can(viewer, permission)),
}))
