import { storable } from '@/lib/storable'
import { keysOf } from '@/lib/villages/named'

/** As long a text as the lists take that a search leads on to. */
export const maxTerm = 40

export type Term = {
  /** What is looked for, as typed: trimmed, one space between words, at most `maxTerm` characters. */
  text: string
  /** The same as search keys hold it, when it is letters and digits only. */
  keys: string | undefined
  /** Whether the end of a longer text was left out. */
  shortened: boolean
}

/** Reads what was typed into the search box; undefined when there is nothing to look for. */
export function termOf(given: string | string[] | undefined): Term | undefined {
  const typed = Array.isArray(given) ? given[0] : given
  const clean = [
    ...storable(typed ?? '')
      .normalize('NFKC')
      .replace(/\s+/gu, ' ')
      .trim(),
  ]
  const text = clean.slice(0, maxTerm).join('').trim()
  if (text === '') return undefined
  return { text, keys: keysOf(text), shortened: clean.length > maxTerm }
}

export type Named = { name: string; pinyin: string; initials: string }

/** Whether a name has this term in it: characters, pinyin or initials. */
export function matches({ text, keys }: Pick<Term, 'text' | 'keys'>, named: Named): boolean {
  if (named.name.toLowerCase().includes(text.toLowerCase())) return true
  return keys !== undefined && (named.pinyin.includes(keys) || named.initials.includes(keys))
}

/** How well a name fits: 0 whole, 1 its beginning, 2 somewhere inside. */
function closeness({ text, keys }: Pick<Term, 'text' | 'keys'>, named: Named): number {
  const spellings = [named.pinyin, named.initials]
  if (named.name === text || (keys && spellings.includes(keys))) return 0
  if (named.name.startsWith(text)) return 1
  return keys && spellings.some((spelling) => spelling.startsWith(keys)) ? 1 : 2
}

/** The best fit first; equal ones keep their order. */
export function byFit<Item extends Named>(term: Term, items: readonly Item[]): Item[] {
  return items.toSorted((a, b) => closeness(term, a) - closeness(term, b))
}
