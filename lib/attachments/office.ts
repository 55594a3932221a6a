import 'server-only'
import { BrokenZip, partsOf, unpackedSize, type ZipPart, ZipTooLarge } from '@/lib/sheets/zip'
import { mostParts, mostUnpacked } from './limits'
import { entriesOf } from './ole'
import { refused } from './refused'
import { type MediaType, mediaTypes } from './types'

const zipStart = Buffer.from('504b0304', 'hex')
const oleStart = Buffer.from('d0cf11e0a1b11ae1', 'hex')
/** Macros, and what would run when it is opened. */
const dangerous =
  /vbaProject\.bin$|(^|\/)activeX\/|\.(exe|dll|com|scr|bat|cmd|js|vbs|ps1|msi|jar|hta|lnk)$/i

/** Whether a content is a zip or a container of the old office files, whatever it claims to be. */
export function isContainer(bytes: Buffer): boolean {
  return bytes.subarray(0, 4).equals(zipStart) || bytes.subarray(0, 8).equals(oleStart)
}

/**
 * Which office file a container is. What is none, carries macros, is locked with a password, or
 * unpacks beyond measure is refused with its reason.
 */
export async function officeType(bytes: Buffer): Promise<MediaType> {
  return bytes.subarray(0, 8).equals(oleStart) ? oldType(bytes) : zippedType(bytes)
}

async function zippedType(bytes: Buffer): Promise<MediaType> {
  try {
    const parts = partsOf(bytes, mostParts)
    const names = new Set(parts.map(({ name }) => name))
    const type =
      names.has('[Content_Types].xml') &&
      ((names.has('word/document.xml') && mediaTypes.docx) ||
        (names.has('xl/workbook.xml') && mediaTypes.xlsx))
    if (!type) throw refused('fileTypeRefused')
    if (parts.some(({ encrypted }) => encrypted)) throw refused('fileLocked')
    if (parts.some(({ name }) => dangerous.test(name))) throw refused('fileWithMacros')
    await guardSizes(parts)
    return type
  } catch (error) {
    if (error instanceof BrokenZip) throw refused('fileDamaged')
    if (error instanceof ZipTooLarge) throw refused('fileUnpacksTooLarge')
    throw error
  }
}

/** What the parts say of themselves first, then what they really are: neither is trusted alone. */
async function guardSizes(parts: readonly ZipPart[]): Promise<void> {
  if (parts.reduce((sum, { size }) => sum + size, 0) > mostUnpacked) throw new ZipTooLarge()
  let left = mostUnpacked
  for (const part of parts) {
    const size = await unpackedSize(part, left)
    if (size !== part.size) throw new BrokenZip()
    left -= size
  }
}

function oldType(bytes: Buffer): MediaType {
  const entries = entriesOf(bytes)
  if (!entries) throw refused('fileDamaged')
  const { root, all } = entries
  if (root.has('EncryptedPackage')) throw refused('fileLocked')
  if (['_VBA_PROJECT', '_VBA_PROJECT_CUR', 'Macros'].some((name) => all.has(name))) {
    throw refused('fileWithMacros')
  }
  if (root.has('WordDocument')) return mediaTypes.doc
  if (root.has('Workbook') || root.has('Book')) return mediaTypes.xls
  throw refused('fileTypeRefused')
}
