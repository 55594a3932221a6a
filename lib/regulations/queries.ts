import 'server-only'
import { authorize, can } from '@/lib/access/policy'
import { visibleDocuments, visibleRegulations, visibleVillages } from '@/lib/access/scope'
import type { Viewer } from '@/lib/access/viewer-types'
import { toDay } from '@/lib/dates'
import { read, type Tx } from '@/lib/db'
import { NotFound } from '@/lib/errors'
import { newestRuleSet, ruleSetOf } from '@/lib/rule-sets/queries'
import { regulationCodes } from './codes'
import { inForce } from './rules'

const columns = {
  ...{ id: true, code: true, title: true, document: true, adoptedOn: true },
  ...{ endedOn: true, endReason: true, replaced: true, recordedByName: true },
  prescribedBy: { select: { id: true, title: true } },
} as const

/**
 * The checklist of a village: each entry of the dictionary with what is in force today, whether the
 * rules require it, and what there was before.
 */
export const readRegulations = (viewer: Viewer, villageId: string) =>
  read(viewer, async (tx) => {
    const village = await tx.village.findFirst({
      where: { AND: [visibleVillages(viewer), { id: villageId }] },
      select: {
        ...{ id: true, name: true, countyId: true, townshipId: true, endedOn: true },
        township: { select: { name: true } },
      },
    })
    if (!village) throw new NotFound()
    authorize(viewer, 'regulation.read', village)
    const found = await tx.regulation.findMany({
      where: { AND: [visibleRegulations(viewer), { villageId }] },
      orderBy: [{ adoptedOn: 'desc' }, { id: 'desc' }],
      select: columns,
    })
    const rows = found.map((row) => ({
      ...row,
      adoptedOn: toDay(row.adoptedOn),
      endedOn: row.endedOn && toDay(row.endedOn),
    }))
    const required = await requiredOf(tx, viewer, villageId)
    return {
      village,
      lines: regulationCodes.map((code) => ({
        code,
        required: required.includes(code),
        present: rows.find((row) => row.code === code && inForce(row, viewer.today)) ?? null,
      })),
      ended: rows.filter((row) => row.endedOn !== null),
      mayEdit: village.endedOn === null && can(viewer, 'village.edit', village),
    }
  })

/** What the batch of an open case requires, else the county's newest rules. */
async function requiredOf(tx: Tx, viewer: Viewer, villageId: string) {
  const open = await tx.case.findFirst({
    where: {
      ...{ countyId: viewer.countyId, villageId, batchId: { not: null } },
      stage: { notIn: ['CLOSED', 'NOT_CONFIRMED'] },
    },
    select: { batch: { select: { ruleSet: { select: { id: true, content: true } } } } },
  })
  const rules = open?.batch
    ? ruleSetOf(open.batch.ruleSet)
    : await newestRuleSet(tx, viewer.countyId)
  return rules.regulations
}

/** What the form of a village starts from: its checklist and the documents that prescribe such. */
export const readRegulationForm = (viewer: Viewer) =>
  read(viewer, (tx) =>
    tx.document.findMany({
      where: { AND: [visibleDocuments(viewer), { supersededBy: null, repealedOn: null }] },
      orderBy: [{ publishedOn: 'desc' }, { id: 'desc' }],
      take: 200,
      select: { id: true, title: true, documentNo: true },
    }),
  )

/** One regulation in force, to be repealed. */
export const readRegulation = (viewer: Viewer, id: string) =>
  read(viewer, async (tx) => {
    const found = await tx.regulation.findFirst({
      where: { AND: [visibleRegulations(viewer), { id }] },
      select: {
        ...columns,
        village: { select: { id: true, name: true, countyId: true, townshipId: true } },
      },
    })
    if (!found) throw new NotFound()
    authorize(viewer, 'village.edit', found.village)
    return { ...found, adoptedOn: toDay(found.adoptedOn), ended: found.endedOn !== null }
  })
