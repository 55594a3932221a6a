import 'server-only'
import type { Viewer } from '@/lib/access/viewer-types'
import { read, type Tx } from '@/lib/db'
import { type CaseFilter, categories, type FilterName } from './list-filter'

export type FilterChoices = {
  batches: { id: string; name: string; year: number }[]
  townships: { id: string; name: string }[]
  kinds: { code: string; category: (typeof categories)[number]; titleZh: string; titleEn: string }[]
}

/** What the filters of the case list offer: three statements. */
export async function choicesOf(tx: Tx, viewer: Viewer): Promise<FilterChoices> {
  const batches = await tx.batch.findMany({
    where: { countyId: viewer.countyId },
    orderBy: { number: 'desc' },
    select: { id: true, name: true, year: true },
  })
  const townships = await tx.township.findMany({
    where: { countyId: viewer.countyId },
    orderBy: { id: 'asc' },
    select: { id: true, name: true },
  })
  const kinds = await tx.problemKind.findMany({
    where: { validTo: null },
    orderBy: [{ category: 'asc' }, { code: 'asc' }],
    select: { code: true, category: true, titleZh: true, titleEn: true },
  })
  return { batches, townships, kinds }
}

export const readFilterChoices = (viewer: Viewer) => read(viewer, (tx) => choicesOf(tx, viewer))

/** Names of filters whose well-formed value this county does not know. */
export function unknownValues(filter: CaseFilter, choices: FilterChoices): FilterName[] {
  const { batch, township, problem } = filter
  const unknown: FilterName[] = []
  if (batch && !choices.batches.some((one) => one.id === batch)) unknown.push('batch')
  if (township && !choices.townships.some((one) => one.id === township)) unknown.push('township')
  const known = [...categories, ...choices.kinds.map((kind) => kind.code)]
  if (problem && !known.includes(problem)) unknown.push('problem')
  return unknown
}
