import 'server-only'
import type { z } from 'zod'
import { signature, type Viewer } from '@/lib/access/viewer-types'
import { refusePaused } from '@/lib/cases/open-case'
import { toDay } from '@/lib/dates'
import { transaction } from '@/lib/db'
import { tellOnCase } from '@/lib/entries/open-entry'
import type { StoredEntry } from '@/lib/entries/sent'
import { Conflict, InvalidInput } from '@/lib/errors'
import { asJson } from './content'
import type { ProjectResult } from './details'
import { moveRecord, openRecord } from './open-record'
import { resultIssue } from './result-rules'
import type { addResultInput } from './schema'
import type { StoredDetail } from './telling'

/**
 * Whoever writes records on the case tells what a project came to in a year, once for each year,
 * also after the case is closed.
 */
export function addResult(viewer: Viewer, input: z.output<typeof addResultInput>) {
  const { recordId, version, ...result } = input
  return transaction(viewer, async (tx): Promise<StoredEntry> => {
    const { record, grant } = await openRecord(tx, viewer, recordId)
    if (record.kind !== 'PROJECT') throw new Conflict('notAProject')
    if (record.withdrawnOn) throw new Conflict('entryWithdrawn')
    refusePaused(record.case)
    const told = record.results as ProjectResult[]
    const issue = resultIssue(result.year, {
      begun: toDay(record.day),
      today: viewer.today,
      told: told.map(({ year }) => year),
    })
    if (issue) throw new InvalidInput([{ field: 'year', ...issue }])
    const added = { ...result, addedOn: viewer.today, byName: signature({ viewer, grant }) }
    const results = [...told, added].sort((one, other) => one.year - other.year).map(asJson)
    await moveRecord(tx, record, version, { results })
    await tellOnCase(tx, { viewer, grant }, record.case, {
      kind: 'projectResultAdded',
      details: {
        recordId,
        title: (record.detail as StoredDetail<'PROJECT'>).title,
        year: result.year,
        income: result.income ?? null,
        text: result.text,
      },
    })
    return { id: recordId, version: version + 1 }
  })
}
