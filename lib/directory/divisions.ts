/** The columns of a division file, in this order: UTF-8, one header line, no quoting. */
export const divisionColumns = [
  'village_code',
  'village_name',
  'kind',
  'township_code',
  'township_name',
  'county_code',
  'county_name',
  'city_code',
  'city_name',
] as const

const maxLines = 50_000
const maxName = 60

/**
 * One village or community of the directory with everything above it. Codes are the statistical
 * division codes of the National Bureau of Statistics: 12, 9, 6 and 4 digits, each beginning
 * with the one above. `line` is the line in the file, the header being 1.
 */
export type Division = {
  line: number
  villageCode: string
  villageName: string
  kind: 'village' | 'community'
  townshipCode: string
  townshipName: string
  countyCode: string
  countyName: string
  cityCode: string
  cityName: string
}

/** What is wrong with a line, or worth a look; a code of the messages namespace `errors`. */
export type LineMessage = { line: number; code: string; params?: Record<string, string | number> }

/**
 * The result of reading a division file. A line with a refusal gives no row; a line with a
 * warning does. `skipped` counts well-formed lines of other counties that were left out.
 */
export type DivisionFile = {
  rows: Division[]
  refusals: LineMessage[]
  warnings: LineMessage[]
  skipped: number
}

/**
 * Reads a division file line by line. With `county` (6-digit code) only its lines are taken;
 * those of other counties are refused, or left out silently with `others: 'skip'`. A byte order
 * mark, CRLF line ends, blank lines and spaces around values are accepted.
 *
 * Refusals: `headerWrong` and `tooManyLines` (for the whole file), `columnsWrong`,
 * `villageCodeInvalid`, `townshipCodeInvalid`, `countyCodeInvalid`, `cityCodeInvalid`,
 * `codePrefixWrong`, `kindUnknown`, `nameMissing`, `nameTooLong`, `nameUnreadable` (wrong
 * encoding), `otherCounty`, `codeRepeated`, `nameContradicts` (one code, two names). Warning:
 * `nameIncomplete` (a rare character was replaced by `?` at the source).
 */
export function parseDivisions(
  text: string,
  options: { county?: string; others?: 'refuse' | 'skip' } = {},
): DivisionFile {
  const file: DivisionFile = { rows: [], refusals: [], warnings: [], skipped: 0 }
  const lines = text.replace(/^\uFEFF/, '').split(/\r\n|\n|\r/)
  const whole = wholeFileRefusal(lines)
  if (whole) return { ...file, refusals: [whole] }
  const seen = new Map<string, { line: number; name: string }>()
  for (const [index, content] of lines.entries()) {
    if (index === 0 || content.trim() === '') continue
    readLine(content, index + 1, file, seen, options)
  }
  return file
}

function wholeFileRefusal(lines: readonly string[]): LineMessage | null {
  const header = (lines[0] ?? '').split(',').map((column) => column.trim())
  if (header.join() !== divisionColumns.join()) {
    return { line: 1, code: 'headerWrong', params: { expected: divisionColumns.join(',') } }
  }
  if (lines.length > maxLines) {
    return { line: maxLines + 1, code: 'tooManyLines', params: { max: maxLines } }
  }
  return null
}

function readLine(
  content: string,
  line: number,
  file: DivisionFile,
  seen: Map<string, { line: number; name: string }>,
  options: { county?: string; others?: 'refuse' | 'skip' },
): void {
  const values = content.split(',').map((value) => value.trim())
  if (values.length !== divisionColumns.length) {
    const params = { expected: divisionColumns.length, found: values.length }
    file.refusals.push({ line, code: 'columnsWrong', params })
    return
  }
  const row = rowOf(line, values)
  const wrong = formRefusals(row)
  const isOther = options.county !== undefined && row.countyCode !== options.county
  if (wrong.length === 0 && isOther && options.others === 'skip') {
    file.skipped += 1
    return
  }
  if (isOther) {
    wrong.push({
      line,
      code: 'otherCounty',
      params: { code: row.countyCode, county: options.county ?? '' },
    })
  }
  if (wrong.length === 0) wrong.push(...contradictions(row, seen))
  file.refusals.push(...wrong)
  if (wrong.length > 0) return
  remember(row, seen)
  file.rows.push(row)
  if (row.villageName.includes('?')) {
    file.warnings.push({ line, code: 'nameIncomplete', params: { name: row.villageName } })
  }
}

function rowOf(line: number, values: readonly string[]): Division {
  const [villageCode, villageName, kind, townshipCode, townshipName] = values as [
    string,
    string,
    Division['kind'],
    string,
    string,
  ]
  const [countyCode, countyName, cityCode, cityName] = values.slice(5) as [
    string,
    string,
    string,
    string,
  ]
  return {
    line,
    villageCode,
    villageName,
    kind,
    townshipCode,
    townshipName,
    countyCode,
    countyName,
    cityCode,
    cityName,
  }
}

/** The four levels of a row from the top: code, its number of digits, name. */
function levelsOf(row: Division) {
  return [
    { level: 'city', code: row.cityCode, digits: 4, name: row.cityName },
    { level: 'county', code: row.countyCode, digits: 6, name: row.countyName },
    { level: 'township', code: row.townshipCode, digits: 9, name: row.townshipName },
    { level: 'village', code: row.villageCode, digits: 12, name: row.villageName },
  ] as const
}

function formRefusals(row: Division): LineMessage[] {
  const { line } = row
  const refusals: LineMessage[] = []
  let above = ''
  for (const { level, code, digits, name } of levelsOf(row)) {
    if (!/^\d+$/.test(code) || code.length !== digits) {
      refusals.push({ line, code: `${level}CodeInvalid`, params: { code, digits } })
    } else if (!code.startsWith(above)) {
      refusals.push({ line, code: 'codePrefixWrong', params: { code, above } })
    }
    above = code
    const wrongName = nameRefusal(name)
    if (wrongName) refusals.push({ line, code: wrongName, params: { level, max: maxName } })
  }
  if (row.kind !== 'village' && row.kind !== 'community') {
    refusals.push({ line, code: 'kindUnknown', params: { kind: row.kind } })
  }
  return refusals
}

function nameRefusal(name: string): string | null {
  if (name === '') return 'nameMissing'
  if (name.includes('\uFFFD')) return 'nameUnreadable'
  return name.length > maxName ? 'nameTooLong' : null
}

function contradictions(
  row: Division,
  seen: ReadonlyMap<string, { line: number; name: string }>,
): LineMessage[] {
  return levelsOf(row).flatMap(({ level, code, name }) => {
    const first = seen.get(code)
    if (!first) return []
    const params = { code, first: first.line }
    if (level === 'village') return [{ line: row.line, code: 'codeRepeated', params }]
    if (first.name === name) return []
    return [{ line: row.line, code: 'nameContradicts', params: { ...params, name: first.name } }]
  })
}

function remember(row: Division, seen: Map<string, { line: number; name: string }>): void {
  for (const { code, name } of levelsOf(row)) {
    if (!seen.has(code)) seen.set(code, { line: row.line, name })
  }
}
