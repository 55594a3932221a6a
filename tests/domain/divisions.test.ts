import { readFileSync } from 'node:fs'
import { describe, expect, it, test } from 'vitest'
import { divisionColumns, parseDivisions } from '@/lib/directory/divisions'

const header = divisionColumns.join(',')
const good = '450223201206,新安村委会,village,450223201,江口乡,450223,鹿寨县,4502,柳州市'
const other = '451322100201,东岸村委会,village,451322100,象州镇,451322,象州县,4513,来宾市'
const parse = (lines: string[], options = {}) =>
  parseDivisions([header, ...lines].join('\n'), options)
const codes = (lines: string[], options = {}) =>
  parse(lines, options).refusals.map(({ line, code }) => `${line} ${code}`)
/** The good line with one of its values replaced. */
const changed = (column: (typeof divisionColumns)[number], value: string) =>
  good.split(',').with(divisionColumns.indexOf(column), value).join()

describe('the shipped file of Guangxi', () => {
  const text = readFileSync('prisma/data/guangxi-divisions.csv', 'utf8')
  it('is read whole without a refusal', () => {
    const file = parseDivisions(text)
    expect(file.refusals).toEqual([])
    expect(file.rows).toHaveLength(16_550)
    expect(file.warnings.map((warning) => warning.code)).toEqual([
      'nameIncomplete',
      'nameIncomplete',
    ])
  })
  it('gives the 119 villages and communities of Luzhai in nine townships', () => {
    const file = parseDivisions(text, { county: '450223', others: 'skip' })
    expect(file.rows).toHaveLength(119)
    expect(file.rows.filter((row) => row.kind === 'village')).toHaveLength(110)
    expect(new Set(file.rows.map((row) => row.townshipCode)).size).toBe(9)
    expect(file.skipped).toBe(16_550 - 119)
    expect(file.rows.find((row) => row.villageCode === '450223201206')).toMatchObject({
      villageName: '新安村委会',
      townshipName: '江口乡',
      countyName: '鹿寨县',
      cityCode: '4502',
    })
  })
})

describe('reading', () => {
  it('accepts a byte order mark, CRLF, blank lines and spaces', () => {
    const spaced = header.replaceAll(',', ' , ')
    const text = `\uFEFF${spaced}\r\n ${good.replaceAll(',', ' , ')} \r\n  \r\n\r\n`
    const file = parseDivisions(text)
    expect(file.refusals).toEqual([])
    expect(file.rows).toEqual(parse([good]).rows)
    expect(file.rows[0]?.line).toBe(2)
  })
  it.each(['', 'code,name', header.replace('kind', 'type'), `${header},more`])(
    'refuses the header "%s" once and reads nothing',
    (first) => {
      const file = parseDivisions(`${first}\n${good}`)
      expect(file.refusals.map(({ line, code }) => [line, code])).toEqual([[1, 'headerWrong']])
      expect(file.rows).toEqual([])
    },
  )
  it('refuses a file out of all proportion', () => {
    const lines = (count: number) => parse(Array.from({ length: count }, () => ''))
    expect(lines(49_999).refusals).toEqual([])
    expect(lines(50_000).refusals).toEqual([
      { line: 50_001, code: 'tooManyLines', params: { max: 50_000 } },
    ])
  })
})

describe('line by line', () => {
  test.each([
    ['columnsWrong', `${good},`],
    ['columnsWrong', '450223201206'],
    ['villageCodeInvalid', changed('village_code', '45022320120')],
    ['villageCodeInvalid', changed('village_code', '45022320120X')],
    ['villageCodeInvalid', changed('village_code', '4502232012061')],
    ['codePrefixWrong', changed('village_code', '450223202206')],
    ['codePrefixWrong', changed('city_code', '4503')],
    ['cityCodeInvalid', changed('city_code', '45022')],
    ['kindUnknown', changed('kind', 'town')],
    ['kindUnknown', changed('kind', '')],
    ['nameMissing', changed('village_name', ' ')],
    ['nameMissing', changed('county_name', '')],
    ['nameTooLong', changed('township_name', '长'.repeat(61))],
    ['nameUnreadable', changed('village_name', '\uFFFD\uFFFD村')],
  ])('%s', (code, line) => {
    expect(codes([line])).toEqual([`2 ${code}`])
    expect(parse([line]).rows).toEqual([])
  })
  it('names every fault of a line at once', () => {
    expect(codes([changed('village_code', 'x').replace('village', 'hamlet')])).toEqual([
      '2 villageCodeInvalid',
      '2 kindUnknown',
    ])
    expect(codes([changed('township_code', '45022320')])).toContain('2 townshipCodeInvalid')
    expect(codes([changed('county_code', '45022')])).toContain('2 countyCodeInvalid')
  })
  it('takes a name of sixty characters', () => {
    expect(codes([changed('township_name', '长'.repeat(60))])).toEqual([])
  })
  it('keeps good lines beside bad ones, under their own numbers', () => {
    const next = good.replace('450223201206', '450223201207').replace('新安', '新乐')
    const file = parse([good, 'rubbish', '', next])
    expect(file.rows.map((row) => row.line)).toEqual([2, 5])
    expect(file.refusals.map((refusal) => refusal.line)).toEqual([3])
  })
  it('refuses a code that came before, and says where', () => {
    const file = parse([good, good.replace('新安', '新乐')])
    expect(file.refusals).toEqual([
      { line: 3, code: 'codeRepeated', params: { code: '450223201206', first: 2 } },
    ])
  })
  it('refuses one code with two names', () => {
    const next = good.replace('450223201206', '450223201207').replace('江口乡', '江口镇')
    expect(parse([good, next]).refusals).toEqual([
      {
        line: 3,
        code: 'nameContradicts',
        params: { code: '450223201', first: 2, name: '江口乡' },
      },
    ])
  })
  it('does not hold a refused line against the next one', () => {
    expect(codes([changed('kind', 'town'), good])).toEqual(['2 kindUnknown'])
  })
})

describe('another county', () => {
  it('is refused where one county is expected', () => {
    expect(codes([good, other], { county: '450223' })).toEqual(['3 otherCounty'])
  })
  it('is left out where that is asked for, unless the line is broken', () => {
    const file = parse([good, other, other.replace('451322100201', '45132210020')], {
      county: '450223',
      others: 'skip',
    })
    expect(file.rows).toHaveLength(1)
    expect(file.skipped).toBe(1)
    expect(file.refusals.map(({ line, code }) => [line, code])).toEqual([
      [4, 'villageCodeInvalid'],
      [4, 'otherCounty'],
    ])
  })
  it('is taken where no county is named', () => {
    expect(parse([good, other]).rows).toHaveLength(2)
  })
})
