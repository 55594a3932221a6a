import 'server-only'
import type { z } from 'zod'
import type { Viewer } from '@/lib/access/viewer-types'
import { type AppraisalYear, listAppraisals, readAppraisal } from '@/lib/appraisals/queries'
import { listListings } from '@/lib/watch-list/queries'
import type { appraisalOperations } from './appraisal-operations'

type Asked = z.output<typeof appraisalOperations.listWatchListings.query>

/** A page of the register in scope; the cursor is the id of the last listing. */
export async function apiListings(viewer: Viewer, { limit, cursor, ...filter }: Asked) {
  const found = await listListings(viewer, { ...filter, after: cursor }, limit)
  return {
    items: found.listings.map(({ memberName, findings, organisation, ...row }) => ({
      ...{ id: row.id, organisation, member: memberName, state: row.state, reason: row.reason },
      ...{ proposedOn: row.proposedOn, decidedOn: row.decidedOn, clearedOn: row.clearedOn },
      replies: row.replies,
      findings: findings.map(({ rule, numerator, denominator, limit: drawn }) => ({
        ...{ rule, numerator, denominator, limit: drawn },
      })),
    })),
    nextCursor: found.nextCursor,
  }
}

const yearView = (row: AppraisalYear) => ({
  ...{ id: row.id, year: row.year, from: row.from, to: row.to, state: row.state },
  ...{ ruleVersion: row.ruleVersion, publishedOn: row.publishedOn, documentNo: row.documentNo },
})

/** The years in scope. */
export const apiAppraisals = async (viewer: Viewer) => ({
  items: (await listAppraisals(viewer)).years.map(yearView),
})

const points = (hundredths: number | null) => (hundredths === null ? null : hundredths / 100)

/** One year with the sheets the caller reads. */
export async function apiAppraisal(viewer: Viewer, id: string) {
  const { appraisal, sheets } = await readAppraisal(viewer, id)
  return {
    ...yearView(appraisal),
    sheets: sheets.map((row) => ({
      ...{ id: row.id, organisation: row.organisationName, kind: row.kind, cases: row.cases },
      ...{ computed: points(row.computed), verified: points(row.verified), grade: row.grade },
      ...{ heads: row.heads, openAppeals: row.openAppeals },
    })),
  }
}
