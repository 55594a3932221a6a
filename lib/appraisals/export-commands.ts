import 'server-only'
import { authorize } from '@/lib/access/policy'
import { visibleAppraisals, visibleSheets } from '@/lib/access/scope-appraisals'
import type { Viewer } from '@/lib/access/viewer-types'
import { toDay } from '@/lib/dates'
import { transaction } from '@/lib/db'
import { NotFound, RuleBroken } from '@/lib/errors'
import { formatInstant } from '@/lib/i18n/format'
import { ruleSetOf } from '@/lib/rule-sets/queries'
import { tell } from './commands'
import { type AppraisalExport, exportFormat } from './export'
import { appraisalWorkbook } from './workbook'

export type ExportKind = 'json' | 'xlsx'

/**
 * exportAppraisal: the facts of a year for 绩效考核 and 述职评议, as a workbook or as data. Organisations
 * by code and name. Taking it out is an event.
 */
export function exportAppraisal(viewer: Viewer, id: string, kind: ExportKind, now: Date) {
  return transaction(viewer, async (tx) => {
    const row = await tx.appraisal.findFirst({
      where: { AND: [visibleAppraisals(viewer), { id }] },
      select: {
        ...{ countyId: true, year: true, fromOn: true, toOn: true, computedOn: true, state: true },
        ...{
          ruleVersion: true,
          documentNo: true,
          ruleSet: { select: { id: true, content: true } },
        },
      },
    })
    if (!row) throw new NotFound()
    const { countyId, year, ruleSet } = row
    const grant = authorize(viewer, 'appraisal.manage', { countyId })
    if (!row.computedOn) throw new RuleBroken('appraisalNotComputed')
    const sheets = await tx.appraisalSheet.findMany({
      where: { AND: [visibleSheets(viewer), { appraisalId: id }] },
      orderBy: [{ kind: 'asc' }, { place: 'asc' }, { id: 'asc' }],
      select: {
        ...{ organisationName: true, kind: true, heads: true, bindings: true },
        ...{ computed: true, verified: true, grade: true },
        values: {
          orderBy: { position: 'asc' },
          select: {
            ...{ code: true, formula: true, weight: true, numerator: true, denominator: true },
            ...{ effective: true, score: true, verified: true, verifyNote: true },
            ...{ selfScore: true, items: true },
          },
        },
      },
    })
    const data: AppraisalExport = {
      format: exportFormat,
      county: { id: countyId, name: viewer.countyName },
      year,
      period: {
        from: toDay(row.fromOn),
        to: toDay(row.toOn),
        computedOn: toDay(row.computedOn),
      },
      ...{ state: row.state, ruleVersion: row.ruleVersion, documentNo: row.documentNo },
      rules: ruleSetOf(ruleSet).appraisal,
      sheets: sheets.map(({ organisationName, ...sheet }) => ({
        organisation: organisationName,
        ...sheet,
      })),
    }
    const mark = `由 ${grant.organisationName} ${viewer.name} 于 ${formatInstant(now, 'zh-CN')} 导出，仅供内部使用`
    const bytes =
      kind === 'json'
        ? new TextEncoder().encode(`${JSON.stringify(data, null, 1)}\n`)
        : await appraisalWorkbook(data, mark)
    const details = { year, format: kind, sheets: sheets.length }
    await tell(tx, { viewer, grant }, { kind: 'appraisalExported', details })
    return { bytes, name: `${viewer.countyName}${year}年度整顿工作考核.${kind}` }
  })
}
