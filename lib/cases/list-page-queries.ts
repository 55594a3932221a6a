import 'server-only'
import { cache } from 'react'
import type { Viewer } from '@/lib/access/viewer-types'
import { read, type Tx } from '@/lib/db'
import { InvalidInput } from '@/lib/errors'
import { followedOf } from '@/lib/follows/queries'
import { viewsOf } from '@/lib/saved-views/queries'
import { choicesOf, unknownValues } from './filter-choices'
import type { CaseFilter } from './list-filter'
import { type CasePage, casesOf } from './list-queries'

const pageSize = 50

/**
 * The list page in one transaction. A value no choice knows is left out and named in `ignored`; a
 * cursor that cannot be read starts from the first page.
 */
export const readCaseList = cache(
  (viewer: Viewer, given: CaseFilter, cursor: string | string[] | undefined) =>
    read(viewer, async (tx) => {
      const choices = await choicesOf(tx, viewer)
      const ignored = unknownValues(given, choices)
      const filter = Object.fromEntries(
        Object.entries(given).filter(([name]) => !ignored.some((one) => one === name)),
      ) as CaseFilter
      const first = () => casesOf(tx, viewer, filter, { limit: pageSize })
      let badCursor = false
      let page: CasePage
      if (cursor === undefined) page = await first()
      else {
        try {
          const from = typeof cursor === 'string' ? cursor : ''
          page = await casesOf(tx, viewer, filter, { limit: pageSize, cursor: from })
        } catch (error) {
          if (!(error instanceof InvalidInput)) throw error
          badCursor = true
          page = await first()
        }
      }
      const ids = page.items.map(({ id }) => id)
      return {
        choices,
        ignored,
        filter,
        badCursor,
        page,
        followed: await followedOf(tx, viewer, ids),
        views: await viewsOf(tx, viewer),
        organisation: await organisationOf(tx, viewer, filter),
      }
    }),
)

/** The organisation whose cases are asked for; a name only where the county has it. */
async function organisationOf(tx: Tx, viewer: Viewer, { organisation }: CaseFilter) {
  if (!organisation) return null
  return tx.organisation.findFirst({
    where: { id: organisation, countyId: viewer.countyId },
    select: { name: true },
  })
}
