import 'server-only'
import { promisify } from 'node:util'
import { inflateRaw } from 'node:zlib'
import { RuleBroken } from '@/lib/errors'
import { BrokenZip, partsOf, type ZipPart, ZipTooLarge } from './zip'

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
  const parts = listed(bytes)
  let left = maxUnpacked
  for (const part of parts) {
    const content = await unpacked(part, left, maxRows)
    left -= content.length
    if (worksheet.test(part.name)) guardRows(content.toString('latin1'), maxRows)
  }
  return parts.map(({ name }) => name)
}

function listed(bytes: Buffer): ZipPart[] {
  try {
    return partsOf(bytes, maxParts)
  } catch (error) {
    if (error instanceof BrokenZip || error instanceof ZipTooLarge) throw unreadable()
    throw error
  }
}

async function unpacked({ packed, deflated }: ZipPart, left: number, maxRows: number) {
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
