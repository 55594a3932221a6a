const pattern = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/
const COUNTER_MAX = 0xfff

/** Whether a value is an id of ours: a UUID version 7 in lower case. */
export function isId(value: unknown): value is string {
  return typeof value === 'string' && pattern.test(value)
}

/** The clock in milliseconds and a source of random bytes; replaced only by tests. */
type IdSource = { now: () => number; random: (bytes: Uint8Array<ArrayBuffer>) => void }

/**
 * Makes a generator of UUID v7 (RFC 9562, section 6.2, method 1: a 12-bit counter in `rand_a`,
 * started below half its range at each new millisecond). Each id sorts after the one before it,
 * also within a millisecond and when the clock is set back.
 */
export function idGenerator({ now, random }: IdSource): () => string {
  let time = -1
  let counter = 0
  return () => {
    const bytes = new Uint8Array(10)
    random(bytes)
    const current = now()
    if (current > time) {
      time = current
      counter = (((bytes[8] ?? 0) << 8) | (bytes[9] ?? 0)) & (COUNTER_MAX >> 1)
    } else if (counter < COUNTER_MAX) {
      counter += 1
    } else {
      time += 1
      counter = 0
    }
    const stamp = time.toString(16).padStart(12, '0')
    const variant = (0x80 | ((bytes[0] ?? 0) & 0x3f)).toString(16)
    const tail = [...bytes.subarray(1, 8)]
      .map((byte) => byte.toString(16).padStart(2, '0'))
      .join('')
    return [
      stamp.slice(0, 8),
      stamp.slice(8),
      `7${counter.toString(16).padStart(3, '0')}`,
      variant + tail.slice(0, 2),
      tail.slice(2),
    ].join('-')
  }
}

/** A new id: UUID v7, monotonic in this process. Works in the browser too (offline entries). */
export const newId = idGenerator({
  now: Date.now,
  random: (bytes) => globalThis.crypto.getRandomValues(bytes),
})
