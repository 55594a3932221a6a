import { type Day, isDay } from '@/lib/dates'

/** Days in a text, in order and each once, and what looks like a day but is none. */
export type WrittenDays = { days: Day[]; impossible: string[] }

const written =
  /(?<!\d)(\d{4})\s*[年./\-—]\s*(\d{1,2})\s*[月./\-—]\s*(\d{1,2})(?!\d)日?|(?<!\d)((?:19|20)\d{2})(\d{2})(\d{2})(?!\d)/g

/** Finds the days a text names: 2014年5月3日, 2014.5.3, 2014/05/03, 2014-5-3, 20140503, full width. */
export function daysIn(text: string): WrittenDays {
  const days = new Set<Day>()
  const impossible: string[] = []
  for (const match of text.normalize('NFKC').matchAll(written)) {
    const [whole, ...parts] = match
    const [year, month, date] = parts.filter(Boolean)
    const day = `${year}-${month?.padStart(2, '0')}-${date?.padStart(2, '0')}`
    if (isDay(day) && day >= earliest) days.add(day)
    else impossible.push(whole)
  }
  return { days: [...days], impossible }
}

/** The text without its days: what is left of 销号日期、文号 is the number of the document. */
export function withoutDays(text: string): string {
  return text
    .normalize('NFKC')
    .replace(written, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^[\s,，、;；]+|[\s,，、;；]+$/g, '')
}

/** Nothing of the People's Republic happened before. */
const earliest = '1949-10-01'
