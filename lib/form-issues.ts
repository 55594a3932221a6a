import type { z } from 'zod'
import type { Msg } from './form-state'

type Issue = z.core.$ZodIssue
type Params = Record<string, string | number>

/** All issues that a schema has with an input, by field name, as codes of the namespace `errors`. */
export function fieldErrors(issues: readonly Issue[], input: unknown): Record<string, Msg[]> {
  const found: Record<string, Msg[]> = {}
  for (const issue of issues) {
    const name = issue.path.map(String).join('.')
    const msg = messageOf(issue, valueAt(input, issue.path))
    const before = found[name] ?? []
    if (!before.some((other) => other.code === msg.code)) found[name] = [...before, msg]
  }
  return found
}

/** One issue as a code. A schema's own code goes first: `error: 'myCode'` or `params: { code }`. */
function messageOf(issue: Issue, value: unknown): Msg {
  const own = ownCode(issue)
  if (own) return own
  switch (issue.code) {
    case 'invalid_type':
      return ofType(issue, value)
    case 'invalid_value':
    case 'invalid_union':
      return { code: isBlank(value) ? 'required' : 'invalidChoice' }
    case 'invalid_format':
      return { code: issue.format === 'date' ? 'invalidDate' : 'invalidFormat' }
    case 'too_small':
      return tooSmall(issue.origin, Number(issue.minimum))
    case 'too_big':
      return tooBig(issue.origin, Number(issue.maximum))
    case 'unrecognized_keys':
      return { code: 'unknownField' }
    default:
      return { code: 'invalid' }
  }
}

function ownCode(issue: Issue): Msg | undefined {
  const { code, ...rest } = (issue.code === 'custom' ? (issue.params ?? {}) : {}) as Params
  if (typeof code === 'string') return { code, params: rest }
  return /^[a-z][A-Za-z0-9]*$/.test(issue.message) ? { code: issue.message } : undefined
}

function ofType(issue: z.core.$ZodIssueInvalidType, value: unknown): Msg {
  if (isBlank(value)) return { code: 'required' }
  if (issue.expected === 'date') return { code: 'invalidDate' }
  if (issue.expected === 'int') return { code: 'invalidWhole' }
  if (issue.expected === 'number') return { code: 'invalidNumber' }
  return { code: 'invalid' }
}

function tooSmall(origin: string, min: number): Msg {
  if (origin === 'string') {
    return min === 1 ? { code: 'required' } : { code: 'tooShort', params: { min } }
  }
  if (origin === 'date') return { code: 'tooEarly', params: { min: dayOf(min) } }
  const counted = origin === 'array' || origin === 'set'
  return { code: counted ? 'tooFew' : 'tooSmall', params: { min } }
}

function tooBig(origin: string, max: number): Msg {
  if (origin === 'string') return { code: 'tooLong', params: { max } }
  if (origin === 'date') return { code: 'tooLate', params: { max: dayOf(max) } }
  const counted = origin === 'array' || origin === 'set'
  return { code: counted ? 'tooMany' : 'tooBig', params: { max } }
}

function isBlank(value: unknown): boolean {
  return value === undefined || value === null || value === ''
}

/** What was given at a path: a coerced number no longer tells blank from a word. */
function valueAt(input: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (value, key) => (value as Record<PropertyKey, unknown> | null | undefined)?.[key],
    input,
  )
}

function dayOf(ms: number): string {
  return new Date(ms).toISOString().slice(0, 10)
}
