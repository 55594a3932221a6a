import type { DueSubject } from './subjects'

type Entry = Pick<DueSubject, 'subject' | 'id' | 'due'> & { href: string; summary: string }

/** RFC 5545, section 3.3.11. */
const escaped = (text: string) =>
  text.replace(/[\\;,]/g, (mark) => `\\${mark}`).replace(/\r?\n/g, '\\n')

/** Lines of at most 75 octets, the rest continued after a space (section 3.1). */
function folded(line: string): string {
  const parts: string[] = []
  let part = ''
  for (const mark of line) {
    if (Buffer.byteLength(part + mark) > (parts.length === 0 ? 75 : 74)) {
      parts.push(part)
      part = ''
    }
    part += mark
  }
  return [...parts, part].join('\r\n ')
}

/**
 * A calendar of days on which something is due: what kind of thing, and where to open it. No title,
 * no village: what lies on a phone or at a mail provider says nothing of either.
 */
export function calendarText(
  entries: readonly Entry[],
  { name, host, now }: { name: string; host: string; now: Date },
): string {
  const stamp = now.toISOString().replace(/[-:]|\.\d+/g, '')
  const events = entries.flatMap(({ subject, id, due, href, summary }) => [
    'BEGIN:VEVENT',
    `UID:${subject}-${id}@${host}`,
    `DTSTAMP:${stamp}`,
    `DTSTART;VALUE=DATE:${due.replaceAll('-', '')}`,
    `SUMMARY:${escaped(summary)}`,
    `URL:${href}`,
    'TRANSP:TRANSPARENT',
    'END:VEVENT',
  ])
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//ovop//deadlines//ZH',
    'CALSCALE:GREGORIAN',
    `X-WR-CALNAME:${escaped(name)}`,
    'REFRESH-INTERVAL;VALUE=DURATION:PT12H',
    ...events,
    'END:VCALENDAR',
  ]
  return `${lines.map(folded).join('\r\n')}\r\n`
}
