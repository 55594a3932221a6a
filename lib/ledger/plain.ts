/** A name as it is compared: full and half width, spaces and marks make no difference. */
export function plain(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s,、。.;:"'“”‘’「」·\-—_/\\()<>《》〈〉]/g, '')
}

/** Whether two names differ in one character at most. */
export function nearlyEqual(a: string, b: string): boolean {
  const [short, long] = [...a].length <= [...b].length ? [[...a], [...b]] : [[...b], [...a]]
  if (long.length - short.length > 1 || short.length < 2) return false
  const from = short.findIndex((character, index) => character !== long[index])
  if (from < 0) return true
  const rest = short.length === long.length ? from + 1 : from
  return short.slice(rest).join('') === long.slice(from + 1).join('')
}

/** How much of the pairs of neighbouring characters two texts share, from 0 to 1. */
export function likeness(a: string, b: string): number {
  const [one, other] = [pairsOf(a), pairsOf(b)]
  const shared = [...one].filter((pair) => other.has(pair)).length
  return shared === 0 ? 0 : shared / Math.min(one.size, other.size)
}

function pairsOf(text: string): Set<string> {
  const characters = [...plain(text)]
  return new Set(characters.slice(1).map((character, index) => `${characters[index]}${character}`))
}
