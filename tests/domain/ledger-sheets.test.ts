import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { LedgerField } from '@/lib/ledger/columns'
import { findHeadings, neededFields } from '@/lib/ledger/headings'
import { readTable } from '@/lib/ledger/read-table'
import type { Sheet } from '@/lib/sheets/cells'
import { sheetOfText, sheetsOfFile } from '@/lib/sheets/read-file'
import { ledgerFile, titlesOf, workbookOf } from '@/tests/support/ledger'

const limits = { maxMegabytes: 5, maxRows: 1_050, onlyXlsx: true }
const sheet = (rows: string[][], more: Partial<Sheet> = {}): Sheet => ({
  rows,
  formulas: new Set(),
  merges: [],
  ...more,
})
const heads = titlesOf(neededFields)
const row = (township: string, village: string) => [township, village, '情形', '', '问题', '', '']
const codeOf = (work: () => unknown) => {
  try {
    work()
  } catch (error) {
    return (error as { code: string }).code
  }
  return 'none'
}

describe('headings', () => {
  test('are found in any order, with other columns, over one line or two', () => {
    const [township, ...rest] = heads
    const upper = [township ?? '', '基本情况', ...rest.map(() => ''), '']
    const lower = ['', ...rest, '电话']
    const { row: at, ignored, at: places } = findHeadings([['台账'], upper, lower])
    expect([at, ignored, places.get('township'), places.get('village')]).toEqual([
      2,
      ['电话'],
      0,
      1,
    ])
    expect(findHeadings([heads.toReversed()]).at.get('closing')).toBe(0)
    expect(
      findHeadings([heads.map((text) => text.replace('（', ' (\n').replace('）', ')'))]).row,
    ).toBe(0)
  })

  test('that are missing are all named; twice and none at all is said', () => {
    expect(() => findHeadings([heads.slice(0, 5)])).toThrow(
      expect.objectContaining({
        code: 'ledgerHeadingsMissing',
        params: expect.objectContaining({ names: '进展情况；销号日期、文号' }),
      }),
    )
    expect(codeOf(() => findHeadings([[...heads, heads[1] ?? '']]))).toBe('ledgerHeadingTwice')
    expect(codeOf(() => findHeadings([['账号', '姓名']]))).toBe('ledgerNoHeadings')
    expect(codeOf(() => findHeadings([]))).toBe('ledgerNoHeadings')
  })
})

describe('rows', () => {
  test('blank rows, totals, headings again and the foot are no rows', () => {
    const rows = [
      heads,
      row('江口乡', '水碾村'),
      ['', ''],
      heads,
      row('中渡镇', '英山社区'),
      ['合 计', '2', '', '', '5'],
      ['填表人：', '', '', '审核人：'],
      ['1.本表每月报送。'],
    ]
    const table = readTable(sheet(rows))
    expect(table.lines.map(({ line }) => line)).toEqual([2, 5])
    expect(table.skipped).toEqual([4, 6, 7, 8])
  })

  test('a row without a village is one, before the foot', () => {
    expect(readTable(sheet([heads, row('江口乡', '')])).lines).toHaveLength(1)
  })

  test('a sign for "none" is blank, and the mark against formulas comes off', () => {
    const line = readTable(sheet([heads, ['江口乡', '水碾村', "'=情形", '/', '无', '——', '']]))
      .lines[0]
    expect(line?.text).toEqual({ township: '江口乡', village: '水碾村', situation: '=情形' })
  })

  test('formulas and merged cells are marked on every row they touch', async () => {
    const file = await workbookOf([heads, row('江口乡', '水碾村'), row('', '中村')], {
      cells: new Map([['1,4', { formula: '"问题"', formulaResult: '问题' }]]),
      merges: [{ startRow: 1, startCol: 0, endRow: 2, endCol: 0 }],
    })
    const [read] = await sheetsOfFile(file, limits)
    const { lines } = readTable(read ?? sheet([]))
    expect(lines.map(({ marks }) => marks)).toEqual([
      { township: 'merged', problems: 'formula' },
      { township: 'merged' },
    ])
  })

  test('an Excel date is its day', async () => {
    const cells = new Map([['1,6', { style: { numFmt: 'yyyy-mm-dd' } }]])
    const given = [...row('江口乡', '水碾村').slice(0, 6), new Date('2015-12-30T00:00:00Z')]
    const [read] = await sheetsOfFile(await workbookOf([heads, given], { cells }), limits)
    expect(readTable(read ?? sheet([])).lines[0]?.text.closing).toBe('2015-12-30')
  })

  test('what the export writes is read back, cell for cell', async () => {
    const text = fc.stringMatching(/^[一-龥=+@-][一-龥a-z0-9，。\n]{0,30}[一-龥]$/)
    const fields: LedgerField[] = ['village', 'problems', 'causes', 'measures', 'remarks']
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(text, text, text, text, text)), async (all) => {
        const rows = all.map((texts) => ({
          township: '江口乡',
          ...Object.fromEntries(fields.map((field, index) => [field, texts[index]])),
        }))
        const [read] = await sheetsOfFile(await ledgerFile(rows), limits)
        const table = readTable(read ?? sheet([]))
        expect(table.lines.map((line) => line.text)).toEqual(rows)
      }),
      { numRuns: 20 },
    )
  })
})

describe('files that are none', () => {
  const refused = async (file: File) =>
    sheetsOfFile(file, limits).then(
      (sheets) => codeOf(() => readTable(sheets[0] ?? sheet([]))),
      (error) => error.code,
    )
  const named = (bytes: Buffer | string, name = '台账.xlsx') =>
    new File([typeof bytes === 'string' ? bytes : new Uint8Array(bytes)], name)

  test('another format under this name, an old one, a locked one, half a one', async () => {
    const whole = Buffer.from(await (await ledgerFile([])).arrayBuffer())
    expect(await refused(named('%PDF-1.7'))).toBe('sheetUnreadable')
    expect(await refused(named('<html><table></table></html>', '台账.xls'))).toBe('sheetUnreadable')
    expect(await refused(named(Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13])))).toBe(
      'sheetUnreadable',
    )
    expect(await refused(named(Buffer.from('d0cf11e0a1b11ae1', 'hex')))).toBe('sheetNotXlsx')
    expect(await refused(named(whole.subarray(0, whole.length / 2)))).toBe('sheetUnreadable')
    expect(await refused(named('张三'))).toBe('ledgerNoHeadings')
  })

  test('a hundred thousand rows, a bomb and a far cell are refused in seconds', {
    timeout: 60_000,
  }, async () => {
    const many = await workbookOf(Array.from({ length: 100_000 }, () => ['村']))
    const bomb = await workbookOf([
      ['村'.repeat(32_000)],
      ...Array.from({ length: 900 }, (_, at) => [`${at}${'a'.repeat(32_000)}`]),
    ])
    const far = await workbookOf([...Array.from({ length: 6_000 }, () => []), ['村']])
    const started = performance.now()
    expect(await refused(many)).toBe('sheetTooLong')
    expect(await refused(bomb)).toBe('sheetTooFull')
    expect(await refused(far)).toBe('sheetTooLong')
    expect(performance.now() - started).toBeLessThan(10_000)
    expect(codeOf(() => sheetOfText('村\n'.repeat(100_000), 1_050))).toBe('sheetTooLong')
  })
})
