import 'server-only'
import { createInflateRaw } from 'node:zlib'

/** A part of a zip as its central directory lists it. `size` is what it says of itself. */
export type ZipPart = {
  name: string
  packed: Buffer
  deflated: boolean
  size: number
  encrypted: boolean
}

/** The zip cannot be read as one. */
export class BrokenZip extends Error {}
/** Unpacked it is larger than it may be, or it has too many parts. */
export class ZipTooLarge extends Error {}

/** The parts as the central directory at the end of the file lists them. */
export function partsOf(bytes: Buffer, maxParts: number): ZipPart[] {
  const end = bytes.lastIndexOf(Buffer.from('504b0506', 'hex'))
  if (end < 0 || end + 22 > bytes.length) throw new BrokenZip()
  const count = bytes.readUInt16LE(end + 10)
  if (count > maxParts) throw new ZipTooLarge()
  const parts: ZipPart[] = []
  let at = bytes.readUInt32LE(end + 16)
  for (let index = 0; index < count; index++) {
    if (at + 46 > bytes.length || bytes.readUInt32LE(at) !== 0x02014b50) throw new BrokenZip()
    const [nameLength, extra, comment] = [28, 30, 32].map((place) => bytes.readUInt16LE(at + place))
    const local = bytes.readUInt32LE(at + 42)
    if (local + 30 > bytes.length) throw new BrokenZip()
    const start = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28)
    const nameEnd = at + 46 + (nameLength ?? 0)
    parts.push({
      name: bytes.toString('utf8', at + 46, nameEnd),
      packed: bytes.subarray(start, start + bytes.readUInt32LE(at + 20)),
      deflated: bytes.readUInt16LE(at + 10) !== 0,
      size: bytes.readUInt32LE(at + 24),
      encrypted: (bytes.readUInt16LE(at + 8) & 1) === 1,
    })
    at = nameEnd + (extra ?? 0) + (comment ?? 0)
  }
  return parts
}

/**
 * How large a part really is, unpacked piece by piece and thrown away; it is given up as soon as it
 * is larger than `left`.
 */
export async function unpackedSize({ packed, deflated }: ZipPart, left: number): Promise<number> {
  let size = 0
  if (!deflated) size = packed.length
  else {
    const inflate = createInflateRaw()
    inflate.end(packed)
    try {
      for await (const piece of inflate as AsyncIterable<Buffer>) {
        size += piece.length
        if (size > left) break
      }
    } catch {
      throw new BrokenZip()
    }
  }
  if (size > left) throw new ZipTooLarge()
  return size
}
