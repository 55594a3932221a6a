/** One of several things in a cell, with its number where it has one. */
export type Part = { number: number | null; text: string }

const circled = '①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳'
const leading = /^[（(]?(\d{1,2})[)）.．、]\s*(?!\d)|^([①-⑳])\s*/
const inline = /(?<=[；;。\s])(?=(?:[（(]?\d{1,2}[)）.．、]\D)|[①-⑳])/

/**
 * Takes a cell apart that holds several things, each on a line or under a number of its own. A line
 * without a number goes on with the one before it, once a number was seen; without any number every
 * line is a thing. `semicolons` part as well: for names that hold none.
 */
export function partsOf(cell: string, { semicolons = false } = {}): Part[] {
  const lines = cell
    .split('\n')
    .flatMap((line) => (leading.test(line.trim()) ? line.split(inline) : [line]))
  const pieces = semicolons ? lines.flatMap((line) => line.split(/[；;]/)) : lines
  const parts: Part[] = []
  for (const piece of pieces) {
    const line = piece.trim()
    if (line === '') continue
    const head = leading.exec(line)
    const last = parts.at(-1)
    if (head) parts.push({ number: numberOf(head), text: tidy(line.slice(head[0].length)) })
    else if (last && last.number !== null && !semicolons) last.text = `${last.text}\n${tidy(line)}`
    else parts.push({ number: null, text: tidy(line) })
  }
  return parts.filter(({ text }) => text !== '')
}

const numberOf = (head: RegExpExecArray) =>
  head[1] ? Number(head[1]) : circled.indexOf(head[2] ?? '') + 1

const tidy = (text: string) => text.trim().replace(/[；;]$/, '')
