const endOfChain = 0xfffffffe
/** A directory of a document has some dozens of entries; this is 16 thousand. */
const mostSectors = 4_096

type Entry = { name: string; left: number; right: number; child: number }

/**
 * The names in the directory of an old office file (compound file binary): at its root they say what
 * kind of document it is, below are its macros and what is embedded. Undefined when it is damaged.
 */
export function entriesOf(bytes: Buffer): { root: Set<string>; all: Set<string> } | undefined {
  const entries: Entry[] = []
  try {
    const size = 1 << bytes.readUInt16LE(30)
    if (size !== 512 && size !== 4096) return undefined
    const place = (sector: number) => (sector + 1) * size
    const table = tableSectors(bytes, size, place)
    let sector = bytes.readUInt32LE(48)
    for (let seen = 0; sector < endOfChain && seen < mostSectors; seen++) {
      for (let at = place(sector); at < place(sector) + size; at += 128) {
        const length = Math.min(64, Math.max(2, bytes.readUInt16LE(at + 64)))
        const [left, right, child] = [68, 72, 76].map((offset) => bytes.readUInt32LE(at + offset))
        const name = bytes.toString('utf16le', at, at + length - 2)
        entries.push({ name, left: left ?? 0, right: right ?? 0, child: child ?? 0 })
      }
      const inTable = table[Math.floor(sector / (size / 4))]
      if (inTable === undefined) return undefined
      sector = bytes.readUInt32LE(place(inTable) + (sector % (size / 4)) * 4)
    }
    return { root: namesBelowRoot(entries), all: new Set(entries.map(({ name }) => name)) }
  } catch {
    return undefined
  }
}

/** The tree of siblings that the first entry, the root, points at. */
function namesBelowRoot(entries: readonly Entry[]): Set<string> {
  const names = new Set<string>()
  const seen = new Set<number>()
  const waiting = [entries[0]?.child ?? endOfChain]
  for (let index = waiting.pop(); index !== undefined; index = waiting.pop()) {
    const entry = entries[index]
    if (!entry || seen.has(index)) continue
    seen.add(index)
    names.add(entry.name)
    waiting.push(entry.left, entry.right)
  }
  return names
}

/** Where the allocation table lies: 109 sectors named in the header, the rest in a chain. */
function tableSectors(bytes: Buffer, size: number, place: (sector: number) => number): number[] {
  const count = Math.min(bytes.readUInt32LE(44), Math.ceil(bytes.length / size))
  const table: number[] = []
  for (let at = 76; at < 512 && table.length < count; at += 4) table.push(bytes.readUInt32LE(at))
  let next = bytes.readUInt32LE(68)
  while (table.length < count && next < endOfChain) {
    const start = place(next)
    const last = start + size - 4
    for (let at = start; at < last && table.length < count; at += 4) {
      table.push(bytes.readUInt32LE(at))
    }
    next = bytes.readUInt32LE(last)
  }
  return table
}
