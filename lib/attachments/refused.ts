import { InvalidInput } from '@/lib/errors'

/** A file that is not taken, for a reason said beside its field. */
export function refused(code: string, params?: Record<string, string | number>): InvalidInput {
  return new InvalidInput([{ field: 'file', code, ...(params && { params }) }])
}
