import { type CellValue, type WriteSheet, write } from 'hucre'
import { guarded } from '@/lib/ledger/workbook'
import type { AppraisalExport } from './export'
import { pointsOf } from './points'
import { catalogueOf } from './sheet'
import { bindingsOf, headsOf, itemsOf } from './stored'

const kinds = { TOWNSHIP: '乡镇', HELPER_UNIT: '帮扶单位' } as const
const standings = { HELD: '包保中', RELEASED: '销号后解除', REPLACED: '中途更换' } as const
const slots = { HELPER_UNIT: '帮扶单位', WORK_TEAM: '驻村工作队' } as const
const bold = { font: { bold: true } }

/** 考核结果、指标完成情况、明细、包保情况: one sheet each, words for an office, figures as numbers. */
export function appraisalWorkbook(data: AppraisalExport, mark: string): Promise<Uint8Array> {
  const points = (value: number | null): CellValue =>
    value === null ? '' : Number(pointsOf(value))
  const gradeOf = (code: string) =>
    data.rules.bands.find((band) => band.code === code)?.title.zh ?? ''
  const titleOf = (kind: keyof typeof kinds, code: string) =>
    catalogueOf(data.rules, kind).find((one) => one.code === code)?.title.zh ?? code
  const results = data.sheets.map((sheet) => [
    kinds[sheet.kind],
    sheet.organisation,
    headsOf(sheet.heads)
      .map(({ name, post, from, to }) => `${name} ${post} ${from}至${to}`)
      .join('；'),
    points(sheet.computed),
    points(sheet.verified),
    gradeOf(sheet.grade),
  ])
  const values = data.sheets.flatMap((sheet) =>
    sheet.values.map((value) => [
      ...[sheet.organisation, titleOf(sheet.kind, value.code), value.weight],
      ...[value.numerator, value.denominator, points(value.denominator ? value.effective : null)],
      ...[points(value.score), points(value.verified ?? value.score), value.verifyNote],
    ]),
  )
  const items = data.sheets.flatMap((sheet) =>
    sheet.values.flatMap((value) =>
      itemsOf(value.items).map((item) => [
        ...[sheet.organisation, titleOf(sheet.kind, value.code), item.village, item.label],
        ...[item.counts, item.of, item.dueOn ?? '', item.doneOn ?? ''],
      ]),
    ),
  )
  const bindings = data.sheets.flatMap((sheet) =>
    bindingsOf(sheet.bindings).map((one) => [
      ...[sheet.organisation, one.village, slots[one.slot], one.holder, one.from, one.to ?? ''],
      standings[one.standing],
    ]),
  )
  return write({
    sheets: [
      sheetOf(
        '考核结果',
        ['类别', '单位', '主要负责人', '计算分', '核定分', '等次'],
        results,
        mark,
      ),
      sheetOf(
        '指标完成情况',
        ['单位', '指标', '权重', '分子', '分母', '折算分值', '计算分', '得分', '核定说明'],
        values,
      ),
      sheetOf('明细', ['单位', '指标', '村', '事项', '计入', '应计', '到期', '完成'], items),
      sheetOf('包保情况', ['单位', '村', '包保力量', '单位名称', '起', '止', '状态'], bindings),
    ],
  })
}

function sheetOf(
  name: string,
  headings: string[],
  rows: readonly (readonly CellValue[])[],
  mark?: string,
): WriteSheet {
  return {
    name,
    columns: headings.map((heading) => ({ width: heading.length > 3 ? 30 : 14 })),
    rows: [
      headings,
      ...rows.map((row) => row.map((cell) => guarded(cell))),
      ...(mark ? [[], [mark]] : []),
    ],
    cells: new Map(headings.map((_, index) => [`0,${index}`, { style: bold }])),
    freezePane: { rows: 1 },
  }
}
