import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { systemViewer } from '@/lib/access/system'
import { changeCalendar } from '@/lib/calendar/commands'
import { calendarNow } from '@/lib/calendar/queries'
import { isWorkingDay } from '@/lib/calendar/rules'
import { changeCalendarInput, rangesOf } from '@/lib/calendar/schema'
import { read } from '@/lib/db'
import { importDivisionFile } from '@/lib/directory/commands'
import { importDivisions } from '@/lib/directory/import-divisions'
import { makeWorld, type World } from '@/tests/support/world'

let world: World
const header =
  'village_code,village_name,kind,township_code,township_name,county_code,county_name,city_code,city_name'
const line = (village: string, name: string, township = '450223201', townshipName = '江口乡') =>
  `${village},${name},village,${township},${townshipName},450223,鹿寨县,4502,柳州市`
const file = (...lines: string[]) => new File([[header, ...lines].join('\n')], 'divisions.csv')
const quiet = () => undefined

async function directory() {
  return read(systemViewer('setup', '450223'), async (tx) => ({
    villages: await tx.village.count({ where: { countyId: '450223' } }),
    townships: await tx.township.findMany({
      where: { countyId: '450223' },
      include: { organisations: true },
      orderBy: { id: 'asc' },
    }),
  }))
}

async function eventsOf(kind: string) {
  const office = await world.viewer('A.office')
  return read(office, (tx) => tx.event.findMany({ where: { kind }, orderBy: { at: 'asc' } }))
}

beforeAll(async () => {
  world = await makeWorld()
})

describe('the directory from a division file', () => {
  test('brings the 119 real villages and communities of 鹿寨县 under 9 townships, once', async () => {
    const before = await directory()
    const first = await importDivisions({ county: '450223', log: quiet })
    expect(first).toMatchObject({ added: 119, renamed: 0, unchanged: 0, townships: 9 })
    const after = await directory()
    expect(after.villages - before.villages).toBe(119)
    expect(after.townships.map((one) => one.name)).toContain('江口乡')
    for (const township of after.townships) {
      expect(township.organisations.filter((one) => one.kind === 'TOWNSHIP')).toHaveLength(1)
    }
    expect(await importDivisions({ county: '450223', log: quiet })).toMatchObject({
      added: 0,
      renamed: 0,
      unchanged: 119,
      townships: 0,
    })
    expect(await eventsOf('directoryImported')).toHaveLength(1)
  })

  test('names villages as officials do and keeps what they are searched by', async () => {
    const village = await read(systemViewer('setup'), (tx) =>
      tx.village.findFirstOrThrow({ where: { name: '新安村', townshipId: '450223201' } }),
    )
    expect(village).toMatchObject({ pinyin: 'xinancun', initials: 'xac', kind: 'VILLAGE' })
  })

  test('a county that is new gets its rules with it', async () => {
    await importDivisions({ county: '450224', log: quiet })
    const rules = await read(systemViewer('setup'), (tx) =>
      tx.ruleSet.findMany({ where: { countyId: '450224' } }),
    )
    expect(rules.map((one) => one.version)).toEqual([1])
  })

  test('a refused line stops the whole import and is named', async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'divisions-'))
    const name = path.join(folder, 'bad.csv')
    writeFileSync(
      name,
      `${header}\n${line('450223201960', '甲村委会')}\n${line('4502232', '乙村委会')}\n`,
    )
    await expect(importDivisions({ county: '450223', file: name, log: quiet })).rejects.toThrow(
      /line 3: villageCodeInvalid/,
    )
  })
})

describe('importing on the page', () => {
  test('the administrator adds a village and renames another; the rename is on its chain', async () => {
    const admin = await world.viewer('A.admin')
    const result = await importDivisionFile(admin, {
      file: file(line('450223201961', '丙村委会'), line('450223201900', '试一一村委会')),
      goodRowsOnly: false,
    })
    expect(result).toMatchObject({ added: 1, renamed: 1 })
    const [changed] = await eventsOf('villageChanged')
    expect(changed?.details).toMatchObject({
      code: '450223201900',
      changes: { name: ['试11村', '试一一村'] },
    })
  })

  test('bad lines are refused unless only the good ones are asked for', async () => {
    const admin = await world.viewer('A.admin')
    const given = file(line('450223201962', '丁村委会'), line('45022320', '戊村委会'))
    await expect(
      importDivisionFile(admin, { file: given, goodRowsOnly: false }),
    ).rejects.toMatchObject({ code: 'linesRefused', params: { count: 1 } })
    expect(await importDivisionFile(admin, { file: given, goodRowsOnly: true })).toMatchObject({
      added: 1,
    })
  })

  test('lines of other counties are left out; without any of one’s own nothing is imported', async () => {
    const admin = await world.viewer('B.admin')
    await expect(
      importDivisionFile(admin, {
        file: file(line('450223201963', '己村委会')),
        goodRowsOnly: false,
      }),
    ).rejects.toMatchObject({ issues: [{ field: 'file', code: 'noLineOfCounty' }] })
  })

  test('a file saved as GB 18030 is read', async () => {
    const admin = await world.viewer('A.admin')
    // 庚村委会 in GB 18030.
    const name = [0xb8, 0xfd, 0xb4, 0xe5, 0xce, 0xaf, 0xbb, 0xe1]
    const ascii = (text: string) => [...Buffer.from(text, 'ascii')]
    const other = [0xbd, 0xad, 0xbf, 0xda, 0xcf, 0xe7] // 江口乡
    const county = [0xc2, 0xb9, 0xd5, 0xaf, 0xcf, 0xd8] // 鹿寨县
    const city = [0xc1, 0xf8, 0xd6, 0xdd, 0xca, 0xd0] // 柳州市
    const bytes = new Uint8Array([
      ...ascii(`${header}\n450223201964,`),
      ...name,
      ...ascii(',village,450223201,'),
      ...other,
      ...ascii(',450223,'),
      ...county,
      ...ascii(',4502,'),
      ...city,
    ])
    await importDivisionFile(admin, { file: new File([bytes], 'gb.csv'), goodRowsOnly: false })
    const village = await read(admin, (tx) =>
      tx.village.findUniqueOrThrow({ where: { code: '450223201964' } }),
    )
    expect(village.name).toBe('庚村')
  })

  test('a township may not import', async () => {
    await expect(
      importDivisionFile(await world.viewer('A.township'), {
        file: file(line('450223201965', '辛村委会')),
        goodRowsOnly: false,
      }),
    ).rejects.toMatchObject({ status: 403 })
  })
})

describe('the calendar', () => {
  const day = { day: '2031-01-01', kind: 'HOLIDAY' as const, name: '元旦' }

  test('the administrator enters a year; deadlines know it at once', async () => {
    const admin = await world.viewer('A.admin')
    await changeCalendar(admin, { year: 2031, days: [day] })
    const calendar = await read(admin, (tx) => calendarNow(tx))
    expect(isWorkingDay('2031-01-01', calendar)).toBe(false)
    await changeCalendar(admin, {
      year: 2031,
      days: [{ day: '2031-01-04', kind: 'WORKDAY', name: '元旦' }],
    })
    const later = await read(admin, (tx) => calendarNow(tx))
    expect(isWorkingDay('2031-01-01', later)).toBe(true)
    expect(isWorkingDay('2031-01-04', later)).toBe(true)
    const events = await eventsOf('calendarChanged')
    expect(events.map((event) => event.details)).toMatchObject([
      { year: 2031, holidays: 1, workdays: 0, changes: { days: [[], ['2031-01-01 HOLIDAY']] } },
      { changes: { days: [['2031-01-01 HOLIDAY'], ['2031-01-04 WORKDAY']] } },
    ])
  })

  test('the county office may not, and nothing is recorded', async () => {
    const before = (await eventsOf('calendarChanged')).length
    await expect(
      changeCalendar(await world.viewer('A.office'), { year: 2032, days: [] }),
    ).rejects.toMatchObject({ status: 403 })
    expect(await eventsOf('calendarChanged')).toHaveLength(before)
  })
})

describe('the form of a year', () => {
  test('takes ranges and gives days; back again into the same ranges', () => {
    const ranges = [
      { from: '2031-10-01', to: '2031-10-07', kind: 'HOLIDAY' as const, name: '国庆节' },
      { from: '2031-10-11', to: '2031-10-11', kind: 'WORKDAY' as const, name: '国庆节' },
    ]
    const { days } = changeCalendarInput.parse({ year: '2031', ranges })
    expect(days).toHaveLength(8)
    expect(days[6]).toEqual({ day: '2031-10-07', kind: 'HOLIDAY', name: '国庆节' })
    expect(rangesOf(days)).toEqual(ranges)
  })

  test('refuses other years, ends before starts and days given twice, each by its field', () => {
    const { error } = changeCalendarInput.safeParse({
      year: 2031,
      ranges: [
        { from: '2030-12-31', kind: 'HOLIDAY' },
        { from: '2031-05-05', to: '2031-05-01', kind: 'HOLIDAY' },
        { from: '2031-10-01', to: '2031-10-03', kind: 'HOLIDAY' },
        { from: '2031-10-03', kind: 'WORKDAY' },
      ],
    })
    expect(error?.issues.map((one) => [one.path.join('.'), one.message])).toEqual([
      ['ranges.0.from', 'dayOfOtherYear'],
      ['ranges.0.to', 'dayOfOtherYear'],
      ['ranges.1.to', 'endsBeforeStart'],
      ['ranges.3.from', 'dayRepeated'],
    ])
  })
})
