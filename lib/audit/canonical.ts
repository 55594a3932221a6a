import canonicalize from 'canonicalize'

/**
 * The canonical JSON text of a value (RFC 8785): the same data always gives the same text,
 * whatever the order of its keys, so that it can be hashed. Properties that are `undefined` are
 * left out, as in JSON. Throws `TypeError` for what JSON cannot carry and would come back from
 * the database as something else: dates, big integers, functions, class instances, NaN, and
 * `undefined` inside lists.
 */
export function canonical(value: unknown): string {
  assertJson(value, new Set())
  try {
    return canonicalize(value) as string
  } catch (error) {
    throw new TypeError('not canonical JSON', { cause: error })
  }
}

function assertJson(value: unknown, parents: ReadonlySet<unknown>): void {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return
  if (typeof value === 'number' && Number.isFinite(value)) return
  if (typeof value !== 'object' || parents.has(value) || !isPlain(value)) {
    throw new TypeError(`not JSON: ${Object.prototype.toString.call(value)}`)
  }
  const path = new Set([...parents, value])
  const children = Array.isArray(value)
    ? Array.from(value)
    : Object.values(value).filter((child) => child !== undefined)
  for (const child of children) assertJson(child, path)
}

function isPlain(value: object): boolean {
  const prototype = Object.getPrototypeOf(value)
  return Array.isArray(value) || prototype === null || prototype === Object.prototype
}
