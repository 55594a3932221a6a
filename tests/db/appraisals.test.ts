import ExcelJS from 'exceljs'
import { beforeAll, describe, expect, test } from 'vitest'
import { answerAppeal, appeal, giveSelfScore } from '@/lib/appraisals/appeal-commands'
import {
  announceAppraisal,
  askForComputing,
  openAppraisal,
  publishAppraisal,
  verifySheet,
} from '@/lib/appraisals/commands'
import { computeAppraisals } from '@/lib/appraisals/compute'
import { exportAppraisal } from '@/lib/appraisals/export-commands'
import { listAppraisals, readAppraisal, readSheet } from '@/lib/appraisals/queries'
import { read } from '@/lib/db'
import { newId } from '@/lib/ids'
import { openedYear } from '@/tests/support/appraisals'
import { databaseOfThisFile } from '@/tests/support/database'
import { independent } from '@/tests/support/independent'
import type { World } from '@/tests/support/world'

const { owner } = databaseOfThisFile()
const now = new Date('2026-08-01T02:00:00Z')
/** Measures are due on 30 June. */
const day = '2026-07-10'
let world: World
let year: string

const who = (name: string, on = day) => world.viewer(name, on)
const yearAs = async (name: string, on = day) => readAppraisal(await who(name, on), year)
const sheetOf = async (kind: 'TOWNSHIP' | 'HELPER_UNIT', name = 'A.office', on = day) => {
  const { sheets } = await yearAs(name, on)
  const id = sheets.find((row) => row.kind === kind)?.id ?? ''
  return { id, ...(await readSheet(await who(name, on), id)) }
}
const version = async () => (await yearAs('A.office')).appraisal.version
const head = { name: '某书记', post: '党委书记', from: '2026-01-01', to: '2026-12-31' }
const verified = async (kind: 'TOWNSHIP' | 'HELPER_UNIT', lines = {}) => {
  const { id, sheet } = await sheetOf(kind)
  const given = { sheetId: id, version: sheet.version, heads: [head], lines, note: '' }
  return verifySheet(await who('A.office'), given)
}

beforeAll(async () => {
  ;({ world, year } = await openedYear(owner, day))
})

const exported = async () => {
  const { bytes } = await exportAppraisal(await who('A.office'), year, 'json', now)
  return JSON.parse(new TextDecoder().decode(bytes))
}

describe('computing', () => {
  test('in the worker, once for each time it is asked for', async () => {
    expect((await yearAs('A.office')).appraisal.waiting).toBe(true)
    expect(await computeAppraisals(day)).toBe(1)
    expect(await computeAppraisals(day)).toBe(0)
    const { sheets, appraisal } = await yearAs('A.office')
    expect(appraisal.waiting).toBe(false)
    expect(sheets.map(({ kind, cases }) => [kind, cases])).toEqual([
      ['TOWNSHIP', 2],
      ['HELPER_UNIT', 2],
    ])
  })

  test('every figure is counted of all, with the list behind it; what does not apply is spread', async () => {
    const { values, sheet } = await sheetOf('TOWNSHIP')
    const figures = values.map((row) => [row.code, `${row.numerator}/${row.denominator}`])
    expect(Object.fromEntries(figures)).toMatchObject({
      measures: '1/4',
      cases: '0/0',
      notices: '0/0',
      satisfaction: '0/0',
    })
    for (const row of values) {
      const sum = (field: 'counts' | 'of') => row.items.reduce((all, item) => all + item[field], 0)
      expect([row.code, sum('counts'), sum('of')]).toEqual([
        row.code,
        row.numerator,
        row.denominator,
      ])
    }
    expect(values.reduce((all, row) => all + row.effective, 0)).toBe(10_000)
    expect(sheet.computed).toBe(values.reduce((all, row) => all + (row.score ?? 0), 0))
    expect(sheet.verified).toBe(sheet.computed)
  })

  test('the independent program agrees, and sees a figure that was tampered with', async () => {
    const data = await exported()
    expect(await independent(data)).toMatchObject({ agrees: true })
    data.sheets[0].values[0].items[1].doneOn = '2026-06-29'
    expect(await independent(data)).toMatchObject({ agrees: false })
  })

  test('nobody but the county office sees it yet, and a year is opened once', async () => {
    for (const name of ['A.leader', 'A.township', 'A.helper', 'A.team', 'B.office']) {
      const list = await listAppraisals(await who(name)).catch(() => ({ years: [] }))
      expect([name, list.years]).toEqual([name, []])
      const rows = await read(await who(name), (tx) => tx.appraisalSheet.count())
      expect([name, rows]).toEqual([name, 0])
    }
    await expect(openAppraisal(await who('A.office'), { year: 2026 })).rejects.toMatchObject({
      issues: [{ code: 'appraisalExists' }],
    })
    await expect(openAppraisal(await who('A.office'), { year: 2027 })).rejects.toMatchObject({
      issues: [{ code: 'appraisalYearAhead' }],
    })
    await expect(openAppraisal(await who('A.township'), { year: 2025 })).rejects.toMatchObject({
      status: 403,
    })
  })

  test('facts that come later are computed in, but not over what somebody verified', async () => {
    const before = (await sheetOf('TOWNSHIP')).sheet.computed ?? 0
    await owner.query(`UPDATE measures SET status = 'DONE', percent = 100, done_on = '2026-06-30'
      WHERE status = 'OPEN' AND number = 3`)
    await askForComputing(await who('A.office'), { appraisalId: year })
    expect(await computeAppraisals(day)).toBe(1)
    const after = (await sheetOf('TOWNSHIP')).sheet.computed ?? 0
    expect(after).toBeGreaterThan(before)
    await verified('TOWNSHIP')
    await owner.query("UPDATE measures SET done_on = '2026-07-01' WHERE number = 3")
    await computeAppraisals(day, true)
    expect((await sheetOf('TOWNSHIP')).sheet.computed).toBe(after)
    await owner.query("UPDATE measures SET done_on = '2026-06-30' WHERE number = 3")
  })
})

describe('verifying, announcing, appealing, publishing', () => {
  test('another score needs a reason and stays within the full one', async () => {
    const { values } = await sheetOf('HELPER_UNIT')
    const line = values.find(({ score }) => score !== null)
    const code = line?.code ?? ''
    const full = line?.effective ?? 0
    await expect(
      verified('HELPER_UNIT', { [code]: { score: full - 1, note: '' } }),
    ).rejects.toMatchObject({
      issues: [{ field: `lines.${code}.note`, code: 'verifyNoteMissing' }],
    })
    await expect(
      verified('HELPER_UNIT', { [code]: { score: full + 1, note: '说明' } }),
    ).rejects.toMatchObject({ issues: [{ code: 'scoreAboveWeight' }] })
  })

  test('announced only with every head named; then each sees its own and nothing else', async () => {
    const given = { appraisalId: year, version: await version() }
    await expect(announceAppraisal(await who('A.office'), given)).rejects.toMatchObject({
      code: 'headsMissing',
      params: { count: 1 },
    })
    await verified('HELPER_UNIT')
    await announceAppraisal(await who('A.office'), given)
    for (const [name, kind] of [
      ['A.township', 'TOWNSHIP'],
      ['A.helper', 'HELPER_UNIT'],
    ]) {
      expect((await yearAs(name ?? '')).sheets.map((row) => row.kind)).toEqual([kind])
    }
    expect((await yearAs('A.leader')).sheets).toHaveLength(2)
    for (const name of ['A.other-township', 'A.other-helper']) {
      const rows = await read(await who(name), (tx) => tx.appraisalValue.count())
      expect([name, rows]).toEqual([name, 0])
    }
    const { id } = await sheetOf('TOWNSHIP')
    await expect(readSheet(await who('A.other-township'), id)).rejects.toMatchObject({
      status: 404,
    })
    await expect(readSheet(await who('B.office'), id)).rejects.toMatchObject({ status: 404 })
    expect(await computeAppraisals(day, true)).toBe(0)
  })

  test('an appeal is answered by another person, corrects the score, and holds up publishing', async () => {
    const { id } = await sheetOf('TOWNSHIP')
    const given = { sheetId: id, code: 'measures', reason: '因灾停工，已报县里' }
    await expect(appeal(await who('A.helper'), given)).rejects.toMatchObject({ status: 404 })
    await expect(appeal(await who('A.township', '2026-07-21'), given)).rejects.toMatchObject({
      code: 'appealTooLate',
    })
    await appeal(await who('A.township'), given)
    const publish = { appraisalId: year, version: await version(), documentNo: '鹿组通〔2027〕1号' }
    await expect(publishAppraisal(await who('A.office'), publish)).rejects.toMatchObject({
      code: 'appealPeriodRuns',
    })
    await expect(
      publishAppraisal(await who('A.office', '2026-07-21'), publish),
    ).rejects.toMatchObject({ code: 'appealsOpen' })
    const [one] = (await sheetOf('TOWNSHIP')).appeals
    expect(one?.mayAnswer).toBe(false)
    const answer = {
      ...{ appealId: one?.id ?? '', version: 1, outcome: 'UPHELD' as const },
      ...{ answer: '情况属实，予以更正', corrected: 3000 },
    }
    await expect(answerAppeal(await who('A.office'), answer)).rejects.toMatchObject({
      code: 'ownWork',
    })
    await expect(answerAppeal(await who('A.township'), answer)).rejects.toMatchObject({
      status: 403,
    })
    const before = (await sheetOf('TOWNSHIP')).values.find(({ code }) => code === 'measures')
    await answerAppeal(await who('A.office-2'), answer)
    const { sheet, values } = await sheetOf('TOWNSHIP', 'A.township')
    expect(values.find(({ code }) => code === 'measures')?.counts).toBe(3000)
    expect(sheet.verified).toBe((sheet.computed ?? 0) - (before?.score ?? 0) + 3000)
    await expect(answerAppeal(await who('A.office-2'), answer)).rejects.toMatchObject({
      code: 'appraisalElsewhere',
    })
    expect(await independent(await exported())).toMatchObject({ agrees: true })
    await publishAppraisal(await who('A.office', '2026-07-21'), publish)
  })

  test('a published result is frozen, for the owner of the database too', async () => {
    for (const [table, change] of [
      ['appraisals', "document_no = ''"],
      ['appraisal_sheets', 'verified = 10000'],
      ['appraisal_values', 'numerator = denominator'],
      ['appraisal_appeals', "answer = '另写'"],
    ]) {
      await expect(owner.query(`UPDATE ${table} SET ${change}`)).rejects.toThrow('frozen')
      await expect(owner.query(`DELETE FROM ${table}`)).rejects.toThrow('append-only')
    }
    const { sheet } = await sheetOf('TOWNSHIP')
    await expect(
      verifySheet(await who('A.office'), {
        ...{ sheetId: sheet.id, version: sheet.version, heads: [head], lines: {}, note: '' },
      }),
    ).rejects.toMatchObject({ code: 'appraisalElsewhere' })
    expect((await yearAs('A.office')).appraisal.ruleVersion).toBe(1)
  })

  test('the workbook reads: results by code and name, every line of the lists, dangerous cells disarmed', async () => {
    const { bytes } = await exportAppraisal(await who('A.office'), year, 'xlsx', now)
    const book = new ExcelJS.Workbook()
    await book.xlsx.load(Buffer.from(bytes) as never)
    expect(book.worksheets.map(({ name }) => name)).toEqual([
      ...['考核结果', '指标完成情况', '明细', '包保情况'],
    ])
    const lists = (await exported()).sheets.flatMap((sheet: { values: { items: unknown[] }[] }) =>
      sheet.values.flatMap(({ items }) => items),
    )
    expect(book.getWorksheet('明细')?.actualRowCount).toBe(lists.length + 1)
    await expect(exportAppraisal(await who('A.township'), year, 'xlsx', now)).rejects.toMatchObject(
      {
        status: 403,
      },
    )
  })

  test('each step stands in the county’s chain', async () => {
    const { rows } = await owner.query(
      "SELECT DISTINCT kind FROM events WHERE kind LIKE 'appraisal%' ORDER BY kind",
    )
    expect(rows.map(({ kind }) => kind)).toEqual([
      ...[
        'appraisalAnnounced',
        'appraisalAppealAnswered',
        'appraisalAppealed',
        'appraisalComputed',
      ],
      ...['appraisalExported', 'appraisalOpened', 'appraisalPublished', 'appraisalVerified'],
    ])
  })
})

test('where the rules ask for it an organisation scores itself, and large differences are flagged', async () => {
  const { rows } = await owner.query('SELECT content FROM rule_sets WHERE id = $1', [
    world.ruleSets.A,
  ])
  const content = { ...rows[0].content, version: 2 }
  content.appraisal = { ...content.appraisal, selfScore: true }
  await owner.query(
    "INSERT INTO rule_sets (id, county_id, version, title, content) VALUES ($1, '450223', 2, '二', $2)",
    [newId(), content],
  )
  // The year before: nothing of it applies but what is open at its end, which is nothing.
  await owner.query("UPDATE cases SET confirmed_on = '2025-03-01'")
  await owner.query(
    "UPDATE measures SET due_on = '2025-06-30', done_on = NULL, status = 'OPEN', percent = 0",
  )
  year = await openAppraisal(await who('A.office'), { year: 2025 })
  await computeAppraisals(day)
  const { id, values, sheet, mayScore } = await sheetOf('TOWNSHIP', 'A.township')
  expect(mayScore).toBe(true)
  const given = {
    ...{ sheetId: id, version: sheet.version },
    lines: Object.fromEntries(
      values.map((row) => [row.code, { score: row.weight * 100, note: '' }]),
    ),
  }
  await expect(
    giveSelfScore(await who('A.township'), {
      ...given,
      lines: { ...given.lines, measures: { score: 2501, note: '' } },
    }),
  ).rejects.toMatchObject({ issues: [{ code: 'scoreAboveWeight' }] })
  await giveSelfScore(await who('A.township'), given)
  const scored = (await sheetOf('TOWNSHIP')).values
  expect(scored.find(({ code }) => code === 'measures')).toMatchObject({ score: 0, recheck: true })
  expect(scored.filter(({ denominator }) => denominator === 0).some(({ recheck }) => recheck)).toBe(
    false,
  )
})
