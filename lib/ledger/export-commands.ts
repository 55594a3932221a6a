import 'server-only'
import { createHash } from 'node:crypto'
import { authorize } from '@/lib/access/policy'
import { visibleCases } from '@/lib/access/scope'
import type { Viewer } from '@/lib/access/viewer-types'
import { record } from '@/lib/audit/record'
import { listedStages } from '@/lib/batches/figures'
import { transaction } from '@/lib/db'
import { NotFound } from '@/lib/errors'
import { formatDay, formatInstant } from '@/lib/i18n/format'
import { ledgerRow } from './row'
import { ledgerCase } from './select'
import { ledgerWorkbook } from './workbook'

/**
 * exportLedger: the standard ledger of a batch over the cases the viewer sees. It says who took it
 * out and when, and so does an event with the file's SHA-256.
 */
export function exportLedger(viewer: Viewer, batchId: string, now: Date) {
  return transaction(viewer, async (tx) => {
    const { countyId } = viewer
    const batch = await tx.batch.findFirst({
      where: { id: batchId, countyId },
      select: { name: true, county: { select: { name: true } } },
    })
    if (!batch) throw new NotFound()
    const grant = authorize(viewer, 'batch.read', { countyId })
    const cases = await tx.case.findMany({
      where: { AND: [visibleCases(viewer), { batchId, stage: { in: [...listedStages] } }] },
      orderBy: [{ townshipId: 'asc' }, { village: { code: 'asc' } }],
      select: ledgerCase,
    })
    const title = `${batch.county.name}软弱涣散村党组织整顿工作台账（${batch.name}）`
    const bytes = await ledgerWorkbook(
      {
        title,
        unit: grant.organisationName,
        asOf: formatDay(viewer.today, 'zh-CN'),
        mark: `由 ${grant.organisationName} ${viewer.name} 于 ${formatInstant(now, 'zh-CN')} 导出，仅供内部使用`,
      },
      cases.map((kase, index) => ledgerRow(kase, index + 1, batch.name)),
    )
    const sha256 = createHash('sha256').update(bytes).digest('hex')
    await record(
      tx,
      { viewer, grant },
      { accountsOf: countyId },
      { kind: 'ledgerExported', details: { batch: batch.name, rows: cases.length, sha256 } },
    )
    return { bytes, name: `${title}.xlsx` }
  })
}
