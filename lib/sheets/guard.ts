import 'server-only'
import { promisify } from 'node:util'
import { inflateRaw } from 'node:zlib'
import { RuleBroken } from '@/lib/errors'

const inflate = promisify(inflateRaw)
/** All parts of a workbook together, unpacked: a thousand full rows take a quarter of it. */
const maxUnpacked = 24_000_000
const maxParts = 1_000
const worksheet = /^xl\/worksheets\/[^/]+\.xml$/

/**
 * Looks into a zipped workbook before anything of it is built: what unpacks beyond measure, and a
 * sheet with more filled rows than can be taken, are refused at once. Returns the names of its parts.
 */
export async function guardWorkbook(bytes: Buffer, maxRows: number): Promise<string[]> {
  const parts = partsOf(bytes)
  let left = maxUnpacked
  for (const part of parts) {
    const content = await unpacked(part, left, maxRows)
    left -= content.length
    if (worksheet.test(part.name)) guardRows(content.toString('latin1'), maxRows)
  }
  return parts.map(({ name }) => name)
}

type Part = { name: string; packed: Buffer; deflated: boolean }

/** The parts as the central directory at the end of the file lists them. */
function partsOf(bytes: Buffer): Part[] {
  const end = bytes.lastIndexOf(Buffer.from('504b0506', 'hex'))
  if (end < 0 || end + 22 > bytes.length) throw unreadable()
  const count = bytes.readUInt16LE(end + 10)
  if (count > maxParts) throw unreadable()
  const parts: Part[] = []
  let at = bytes.readUInt32LE(end + 16)
  for (let index = 0; index < count; index++) {
    if (at + 46 > bytes.length || bytes.readUInt32LE(at) !== 0x02014b50) throw unreadable()
    const [nameLength, extra, comment] = [28, 30, 32].map((place) => bytes.readUInt16LE(at + place))
    const local = bytes.readUInt32LE(at + 42)
    if (local + 30 > bytes.length) throw unreadable()
    const start = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28)
    const nameEnd = at + 46 + (nameLength ?? 0)
    parts.push({
      name: bytes.toString('utf8', at + 46, nameEnd),
      packed: bytes.subarray(start, start + bytes.readUInt32LE(at + 20)),
      deflated: bytes.readUInt16LE(at + 10) !== 0,
    })
    at = nameEnd + (extra ?? 0) + (comment ?? 0)
  }
  return parts
}

async function unpacked({ packed, deflated }: Part, left: number, maxRows: number) {
  if (!deflated && packed.length <= left) return packed
  try {
    return await inflate(packed, { maxOutputLength: Math.max(1, left) })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ERR_BUFFER_TOO_LARGE') throw unreadable()
    throw new RuleBroken('sheetTooFull', { field: 'file', max: maxRows })
  }
}

/** Rows with anything in them; a sheet may carry a million empty ones that only have a border. */
function guardRows(xml: string, maxRows: number): void {
  const filled = xml
    .split(/<(?:\w+:)?row[ >]/)
    .slice(1)
    .filter((row) => /<(?:\w+:)?(?:v|is|f)[ >/]/.test(row))
  const last = /^[^>]*?\br="(\d+)"/.exec(filled.at(-1) ?? '')?.[1]
  if (filled.length > maxRows || Number(last ?? 0) > lastRow) {
    throw new RuleBroken('sheetTooLong', { field: 'file', max: maxRows })
  }
}

/** Nothing is looked for below this row. */
export const lastRow = 5_000

function unreadable() {
  return new RuleBroken('sheetUnreadable', { field: 'file' })
}
