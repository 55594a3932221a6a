import 'server-only'
import { cache } from 'react'
import { authorize, can } from '@/lib/access/policy'
import { visibleRecords } from '@/lib/access/scope'
import type { Viewer } from '@/lib/access/viewer-types'
import { subjectOf } from '@/lib/cases/open-case'
import { toDay } from '@/lib/dates'
import { read } from '@/lib/db'
import { linksOf, versionsOf } from '@/lib/entries/links-queries'
import { frozenBecause, isLateEntry } from '@/lib/entries/rules'
import { standingOf } from '@/lib/entries/select'
import { NotFound } from '@/lib/errors'
import { contentOf } from './content'
import type { ProjectResult } from './details'
import { isApplied, permissionFor } from './kinds'
import { wholeRecord } from './select'
import { toldOf } from './telling'

/**
 * One record with what it links to, its earlier versions, and what the viewer may do with it now.
 * Shared by its pages within one request.
 */
export const readRecord = cache((viewer: Viewer, id: string) =>
  read(viewer, async (tx) => {
    const record = await tx.workRecord.findFirst({
      where: { AND: [visibleRecords(viewer), { id }] },
      select: wholeRecord,
    })
    if (!record) throw new NotFound()
    const subject = subjectOf(record.case)
    authorize(viewer, 'record.read', subject)
    const writes = can(viewer, permissionFor(record.kind), subject)
    const own = writes && record.authorId === viewer.userId
    const frozen = own ? (frozenBecause(...standingOf(record)) ?? null) : null
    const { caseId, version } = record
    const told = { caseId, kind: 'recordChanged', key: 'recordId', id } as const
    return {
      record,
      content: contentOf(record),
      told: toldOf(record.kind, record.detail as object),
      results: record.results as ProjectResult[],
      day: toDay(record.day),
      enteredOn: toDay(record.enteredOn),
      late: isLateEntry(toDay(record.day), toDay(record.enteredOn)),
      ...(await linksOf(tx, record)),
      versions: version === 1 ? [] : await versionsOf(tx, told),
      /** Why the author cannot correct it any more; null for others and while they can. */
      frozen,
      mayChange: own && !frozen,
      mayWithdraw: own && !frozen && !isApplied(record.kind),
      mayAddResult:
        writes && record.kind === 'PROJECT' && !record.case.paused && record.withdrawnOn === null,
    }
  }),
)

export type RecordPage = Awaited<ReturnType<typeof readRecord>>
