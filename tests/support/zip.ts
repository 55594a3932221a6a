import { crc32, deflateRawSync } from 'node:zlib'

export type ZipEntry = {
  name: string
  content: Uint8Array | string
  /** What its entry says its size is, when that is a lie. */
  declared?: number
}

/** A zip of these parts, each packed, with a central directory that says what it is told to say. */
export function zipOf(entries: readonly ZipEntry[]): Buffer<ArrayBuffer> {
  const locals: Buffer[] = []
  const central: Buffer[] = []
  let at = 0
  for (const { name, content, declared } of entries) {
    const bytes = Buffer.from(content)
    const packed = deflateRawSync(bytes)
    const label = Buffer.from(name)
    const common = Buffer.alloc(26)
    common.writeUInt16LE(20, 0)
    common.writeUInt16LE(8, 4)
    common.writeUInt32LE(crc32(bytes), 10)
    common.writeUInt32LE(packed.length, 14)
    common.writeUInt32LE(declared ?? bytes.length, 18)
    common.writeUInt16LE(label.length, 22)
    const local = Buffer.concat([Buffer.from('504b0304', 'hex'), common, label, packed])
    const rest = Buffer.alloc(14)
    rest.writeUInt32LE(at, 10)
    central.push(Buffer.from('504b01021400', 'hex'), common, rest, label)
    locals.push(local)
    at += local.length
  }
  const directory = Buffer.concat(central)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(entries.length, 8)
  end.writeUInt16LE(entries.length, 10)
  end.writeUInt32LE(directory.length, 12)
  end.writeUInt32LE(at, 16)
  return Buffer.from(Buffer.concat([...locals, directory, end]))
}

/** A Word document as far as a look into it goes, with whatever else is put in. */
export function docxOf(...more: ZipEntry[]): Buffer<ArrayBuffer> {
  return zipOf([
    { name: '[Content_Types].xml', content: '<Types/>' },
    { name: 'word/document.xml', content: '<w:document/>' },
    ...more,
  ])
}

/** An old office file (compound file binary) whose root holds these entries. */
export function oleOf(names: readonly string[]): Buffer<ArrayBuffer> {
  const file = Buffer.alloc(512 * 4)
  Buffer.from('d0cf11e0a1b11ae1', 'hex').copy(file)
  file.writeUInt16LE(9, 30)
  file.writeUInt32LE(1, 44)
  file.writeUInt32LE(1, 48)
  file.writeUInt32LE(0xfffffffe, 68)
  file.fill(0xff, 76, 512)
  file.writeUInt32LE(0, 76)
  // The allocation table in sector 0; the directory in sectors 1 and 2.
  file.fill(0xff, 512, 1024)
  file.writeUInt32LE(0xfffffffd, 512)
  file.writeUInt32LE(2, 516)
  file.writeUInt32LE(0xfffffffe, 520)
  for (const [index, name] of ['Root Entry', ...names].entries()) {
    const at = 1024 + index * 128
    file.write(name, at, 'utf16le')
    file.writeUInt16LE((name.length + 1) * 2, at + 64)
    file.writeUInt32LE(0xffffffff, at + 68)
    // Each names the next as its right sibling; the root names the first as its child.
    file.writeUInt32LE(index > 0 && index < names.length ? index + 1 : 0xffffffff, at + 72)
    file.writeUInt32LE(index === 0 ? 1 : 0xffffffff, at + 76)
  }
  return file
}
