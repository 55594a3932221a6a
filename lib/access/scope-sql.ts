import 'server-only'
import { Prisma } from '@/prisma/generated/client'
import { boundCaseIds, holds, townshipsOf, type Viewer } from './viewer-types'

/** `visibleCases` for SQL written by hand, where the table of cases is called `c`. */
export function visibleCasesSql(viewer: Viewer): Prisma.Sql {
  return holds(viewer, 'COUNTY_OFFICE') || holds(viewer, 'COUNTY_LEADER')
    ? Prisma.sql`c.county_id = ${viewer.countyId}`
    : Prisma.sql`(c.county_id = ${viewer.countyId} AND (c.township_id = ANY (${townshipsOf(viewer)}::text[])
        OR c.id = ANY (${boundCaseIds(viewer)}::uuid[])))`
}
