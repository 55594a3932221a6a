import { read as readBook } from 'hucre'
import { beforeAll, expect, test } from 'vitest'
import { read } from '@/lib/db'
import { exportLedger } from '@/lib/ledger/export-commands'
import { guarded } from '@/lib/ledger/workbook'
import { caseAt } from '@/tests/support/case-at'
import { databaseOfThisFile } from '@/tests/support/database'
import { makeWorld, type World } from '@/tests/support/world'

databaseOfThisFile()
let world: World
let batchId: string
const now = new Date('2026-03-10T02:00:00Z')

beforeAll(async () => {
  world = await makeWorld()
  batchId = (await caseAt(world, 'RECTIFYING', { village: 'A.0.0' })).batchId
  await caseAt(world, 'PLANNING', { village: 'A.1.0' })
})

async function sheetOf(who: string) {
  const { bytes } = await exportLedger(await world.viewer(who), batchId, now)
  const { sheets } = await readBook(bytes)
  const [sheet] = sheets
  if (!sheet) throw new Error('no sheet')
  return sheet
}

test('the ledger has two heading lines, typed cells, a foot and who took it out', async () => {
  const sheet = await sheetOf('A.office')
  const { rows } = sheet
  expect(rows[2]?.filter(Boolean)).toEqual(['基本情况', '认定', '整顿', '包联', '进展', '销号'])
  expect(rows[3]).toHaveLength(32)
  expect(rows).toHaveLength(8)
  expect(rows[4]?.[0]).toBe(1)
  expect(rows[5]?.[18]).toBeInstanceOf(Date)
  expect(rows[4]?.[12]).toBe('1.问题1\n2.问题2')
  expect(rows[4]?.[24]).toBe('0/2')
  expect(String(rows[7]?.[0])).toMatch(/导出/)
  expect(sheet.merges?.length).toBeGreaterThanOrEqual(9)
  expect(sheet.freezePane).toMatchObject({ rows: 4 })
  expect(sheet.pageSetup).toMatchObject({ paperSize: 'a3', orientation: 'landscape' })
})

test('a township takes out its own rows only; another county and the administrator nothing', async () => {
  const { rows } = await sheetOf('A.township')
  expect(rows).toHaveLength(7)
  for (const [who, status] of [
    ['B.office', 404],
    ['A.admin', 404],
  ] as const) {
    await expect(exportLedger(await world.viewer(who), batchId, now)).rejects.toMatchObject({
      status,
    })
  }
})

test('every export is an event with the hash of the file', async () => {
  const events = await read(await world.viewer('A.office'), (tx) =>
    tx.event.findMany({ where: { kind: 'ledgerExported' }, orderBy: { seq: 'asc' } }),
  )
  expect(events.map(({ details }) => details)).toMatchObject([
    { rows: 2, sha256: expect.stringMatching(/^[0-9a-f]{64}$/) },
    { rows: 1 },
  ])
})

test('text that looks like a formula stays text', () => {
  for (const text of ['=1+1', '+1', '-1', '@SUM(A1)', '＝1', '\t=1']) {
    expect(guarded(text)).toBe(`'${text}`)
  }
  expect(guarded('新安村')).toBe('新安村')
  expect(guarded(-1)).toBe(-1)
})
