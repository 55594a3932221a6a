import type { Day } from '@/lib/dates'
import type { InvalidInput } from '@/lib/errors'
import type { PostTitle } from '@/prisma/generated/enums'

type Issues = InvalidInput['issues'][number][]
type PostLine = { id?: string; holderName?: string; fromOn?: Day }
type ReserveLine = { id?: string; name?: string; fromOn?: Day; toOn?: Day; promotedTo?: PostTitle }

/** What stands against the lines of posts: one of another village, a day to come. */
export function lineErrors(
  lines: readonly PostLine[],
  stored: readonly { id: string; fromOn: Day | null }[],
  today: Day,
): Issues {
  return lines.flatMap(({ id, fromOn }, index): Issues => {
    const errors: Issues = []
    if (id && !stored.some((post) => post.id === id)) {
      errors.push({ field: `posts.${index}.title`, code: 'unknownField' })
    }
    if (fromOn && fromOn > today) {
      errors.push({ field: `posts.${index}.fromOn`, code: 'dateInFuture' })
    }
    return errors
  })
}

/** What stands against the lines of reserves; every one recorded is still there, or ends on a day. */
export function reserveErrors(
  lines: readonly ReserveLine[],
  stored: readonly string[],
  today: Day,
): Issues {
  const missing = stored.filter((id) => !lines.some((line) => line.id === id))
  const errors: Issues = missing.length > 0 ? [{ field: 'reserves', code: 'reserveMissing' }] : []
  for (const [index, { id, name, fromOn, toOn, promotedTo }] of lines.entries()) {
    const refuse = (field: string, code: string, params?: Record<string, string>) =>
      errors.push({ field: `reserves.${index}.${field}`, code, params })
    if (id && !stored.includes(id)) refuse('name', 'unknownField')
    if (!id && !name) refuse('name', 'required')
    if (fromOn && fromOn > today) refuse('fromOn', 'dateInFuture')
    if (toOn && toOn > today) refuse('toOn', 'dateInFuture')
    if (toOn && fromOn && toOn < fromOn) refuse('toOn', 'tooEarly', { min: fromOn })
    if (promotedTo && !toOn) refuse('toOn', 'required')
  }
  return errors
}
