import 'server-only'
import { cache } from 'react'
import type { Viewer } from '@/lib/access/viewer-types'
import { read } from '@/lib/db'
import { InvalidInput } from '@/lib/errors'
import { choicesOf, unknownValues } from './filter-choices'
import type { CaseFilter } from './list-filter'
import { type CasePage, casesOf } from './list-queries'

const pageSize = 50

/**
 * The list page in one transaction of five statements. A value no choice knows is left out and
 * named in `ignored`; a cursor that cannot be read starts from the first page.
 */
export const readCaseList = cache(
  (viewer: Viewer, given: CaseFilter, cursor: string | string[] | undefined) =>
    read(viewer, async (tx) => {
      const choices = await choicesOf(tx, viewer)
      const ignored = unknownValues(given, choices)
      const filter = Object.fromEntries(
        Object.entries(given).filter(([name]) => !ignored.some((one) => one === name)),
      ) as CaseFilter
      const list = (from?: string): Promise<CasePage> =>
        casesOf(tx, viewer, filter, { limit: pageSize, cursor: from })
      if (cursor === undefined) {
        return { choices, ignored, filter, badCursor: false, page: await list() }
      }
      try {
        const page = await list(typeof cursor === 'string' ? cursor : '')
        return { choices, ignored, filter, badCursor: false, page }
      } catch (error) {
        if (!(error instanceof InvalidInput)) throw error
        return { choices, ignored, filter, badCursor: true, page: await list() }
      }
    }),
)
