import { read as readBook } from 'hucre'
import { beforeAll, expect, test } from 'vitest'
import type { Viewer } from '@/lib/access/viewer-types'
import { enterHistorical } from '@/lib/cases/historical-commands'
import { read } from '@/lib/db'
import { ledgerColumns } from '@/lib/ledger/columns'
import { exportLedger } from '@/lib/ledger/export-commands'
import { checkLedger, importLedger } from '@/lib/ledger/import-commands'
import { readLedgerImport, readLedgerTemplate } from '@/lib/ledger/import-queries'
import { acceptedAt } from '@/tests/support/case-accepted'
import { caseAt } from '@/tests/support/case-at'
import { databaseOfThisFile } from '@/tests/support/database'
import { makeWorld, type World } from '@/tests/support/world'

const { owner } = databaseOfThisFile()
let world: World
let office: Viewer
let batchId: string
const now = new Date('2026-03-10T02:00:00Z')

beforeAll(async () => {
  world = await makeWorld()
  await owner.query(`UPDATE townships SET name = replace(name, '象州县', '鹿寨县')`)
  office = await world.viewer('A.office')
  batchId = (await caseAt(world, 'RECTIFYING', { village: 'A.0.0' })).batchId
})

async function rowsOf(bytes: Uint8Array) {
  const { sheets } = await readBook(bytes)
  const rows = (sheets[0]?.rows ?? []).slice(4, -2)
  return rows.map((row) =>
    Object.fromEntries(ledgerColumns.map(({ field }, index) => [field, row[index]])),
  )
}

test('the ledger of one county is taken in by another that has the same villages', async () => {
  const other = await world.viewer('B.office')
  await acceptedAt(world, 'CLOSED', { village: 'A.0.1' })
  const finding = (kind: number, title: string, cause = '') => ({
    kindId: world.kinds[kind] ?? '',
    title,
    cause,
    evidence: '',
  })
  await enterHistorical(office, {
    villageId: world.villages['A.1.2'] ?? '',
    batchId,
    sourceDocument: '鹿组发〔2015〕3号',
    confirmedOn: '2014-05-03',
    closedOn: '2015-12-30',
    proposal: '',
    findings: [
      finding(0, '书记空缺'),
      finding(5, '账目不公开', '多年未审计\n无人负责'),
      finding(0, '班子不齐', '外出务工'),
    ],
  })
  await enterHistorical(office, {
    villageId: world.villages['A.1.3'] ?? '',
    batchId,
    sourceDocument: '-附件',
    confirmedOn: '2014-05-03',
    closedOn: '2015-12-30',
    proposal: '',
    findings: [],
  })
  const exported = await exportLedger(office, batchId, now)
  const target = (await caseAt(world, 'RECTIFYING', { village: 'B.0.5' })).batchId
  const file = new File([Buffer.from(exported.bytes)], exported.name)
  const checked = await checkLedger(other, { batchId: target, file, text: '' })
  expect(checked.rows.map(({ issues }) => issues)).toEqual([[], [], [], []])
  const given = { batchId: target, sent: checked.sent, seal: checked.seal, onlyGood: false }
  expect(await importLedger(other, given, now)).toEqual({
    historical: 3,
    candidates: 1,
    leftOut: 0,
  })

  const before = await rowsOf(exported.bytes)
  const after = await rowsOf((await exportLedger(other, target, now)).bytes)
  const historical = (rows: typeof before) =>
    rows
      .filter(({ remarks }) => String(remarks).startsWith('历史补录'))
      .map(({ number: _, ...row }) => row)
  const marked = historical(before)
  expect(marked).toHaveLength(2)
  expect(historical(after)).toEqual(expect.arrayContaining(marked))
  // Struck off by the product itself: the same village, problems and dates, now as history.
  const closed = before.find(({ stage, remarks }) => stage === '已销号' && !remarks)
  const kept = ['village', 'category', 'situation', 'problems', 'causes', 'stage'] as const
  const again = after.find(({ village }) => village === closed?.village)
  for (const field of kept) expect(again?.[field]).toEqual(closed?.[field])
  expect(again?.closing).toBe(String(closed?.closing).slice(0, 10))

  const problems = await read(other, (tx) =>
    tx.problem.findMany({
      where: { case: { stage: 'CANDIDATE' } },
      orderBy: { number: 'asc' },
      select: { title: true, cause: true, kindId: true },
    }),
  )
  expect(problems).toEqual(
    [0, 1].map((index) => ({
      title: `问题${index + 1}`,
      cause: '后备力量不足',
      kindId: world.kinds[index],
    })),
  )
  const { imports } = await readLedgerImport(other, target)
  expect(imports).toMatchObject([{ fileName: exported.name, historical: 3, candidates: 1 }])
})

test('the empty ledger is read as empty, and says the names of the problem kinds', async () => {
  const { bytes, name } = await readLedgerTemplate(office, batchId)
  const file = new File([Buffer.from(bytes)], name)
  await expect(checkLedger(office, { batchId, file, text: '' })).rejects.toMatchObject({
    code: 'sheetEmpty',
  })
  const { sheets } = await readBook(bytes)
  const guide = sheets[1]?.rows.map((row) => row[2])
  expect(guide).toContain('后备力量不足、后继乏人')
  for (const who of ['A.township', 'B.office']) {
    await expect(readLedgerTemplate(await world.viewer(who), batchId)).rejects.toMatchObject({
      status: who === 'A.township' ? 403 : 404,
    })
  }
})
