/** The fewest figures a public number has: fewer could be guessed or steered. */
const leastFigures = 5

/**
 * A public number in its one written form: groups of figures parted by single blanks (`03 08 15 22
 * 27 31 09`, `3291 45`). Full-width figures and the usual marks between figures are understood;
 * undefined where it is not of the form.
 */
export function normalPublicNumber(given: string): string | undefined {
  const text = given.normalize('NFKC').trim()
  if (!/^\d+(?:\s*[\s,.、+|/:-]\s*\d+)*$/.test(text) || text.length > 100) return undefined
  const groups = text.match(/\d+/g) ?? []
  const figures = groups.join('')
  return figures.length < leastFigures || figures.length > 60 ? undefined : groups.join(' ')
}
