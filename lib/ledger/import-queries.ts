import 'server-only'
import { authorize } from '@/lib/access/policy'
import type { Viewer } from '@/lib/access/viewer-types'
import { kindsInForce } from '@/lib/cases/candidate-queries'
import { read, type Tx } from '@/lib/db'
import { NotFound } from '@/lib/errors'
import { ledgerTemplate } from './template'

/** The page of an import: the batch, the names of the problem kinds, what was imported before. */
export const readLedgerImport = (viewer: Viewer, batchId: string) =>
  read(viewer, async (tx) => ({
    batch: await importableBatch(tx, viewer, batchId),
    kinds: await kindsInForce(tx, viewer),
    imports: await tx.ledgerImport.findMany({
      where: { batchId },
      orderBy: [{ importedAt: 'desc' }, { id: 'desc' }],
      take: 20,
      select: {
        id: true,
        fileName: true,
        sha256: true,
        historical: true,
        candidates: true,
        leftOut: true,
        importedByName: true,
        importedAt: true,
      },
    }),
  }))

/** An empty ledger to fill in, with the names of the problem kinds and an example of each sort. */
export const readLedgerTemplate = (viewer: Viewer, batchId: string) =>
  read(viewer, async (tx) => {
    const batch = await importableBatch(tx, viewer, batchId)
    const kinds = await kindsInForce(tx, viewer)
    const title = `${batch.county.name}软弱涣散村党组织整顿工作台账（${batch.name}）`
    return { bytes: await ledgerTemplate(title, kinds), name: `${title}空表.xlsx` }
  })

async function importableBatch(tx: Tx, viewer: Viewer, id: string) {
  const batch = await tx.batch.findFirst({
    where: { id, countyId: viewer.countyId },
    select: { id: true, name: true, county: { select: { name: true } } },
  })
  if (!batch) throw new NotFound()
  authorize(viewer, 'case.enterHistorical', { countyId: viewer.countyId })
  return batch
}
