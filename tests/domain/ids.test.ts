import fc from 'fast-check'
import { expect, it } from 'vitest'
import { idGenerator, isId, newId } from '@/lib/ids'

const zeros = (bytes: Uint8Array) => bytes.fill(0)
const ones = (bytes: Uint8Array) => bytes.fill(0xff)
const timeOf = (id: string) => Number.parseInt(id.replaceAll('-', '').slice(0, 12), 16)

it('makes UUID version 7 with the present time in front', () => {
  const before = Date.now()
  const id = newId()
  expect(isId(id)).toBe(true)
  expect(timeOf(id)).toBeGreaterThanOrEqual(before)
  expect(timeOf(id)).toBeLessThanOrEqual(Date.now())
})

it('lays out the fields as RFC 9562 says', () => {
  const now = () => 0x0123456789ab
  expect(idGenerator({ now, random: zeros })()).toBe('01234567-89ab-7000-8000-000000000000')
  expect(idGenerator({ now, random: ones })()).toBe('01234567-89ab-77ff-bfff-ffffffffffff')
})

it('never repeats and always ascends, whatever the clock does', () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 1_700_000_000_000, max: 1_700_000_000_003 }), { minLength: 2 }),
      (clock) => {
        let index = 0
        const next = idGenerator({
          now: () => clock[index++] ?? 0,
          random: (bytes) => globalThis.crypto.getRandomValues(bytes),
        })
        const ids = clock.map(() => next())
        expect(ids.every(isId)).toBe(true)
        expect([...new Set(ids)].sort()).toEqual(ids)
      },
    ),
  )
})

it('borrows the next millisecond when the counter is used up', () => {
  const next = idGenerator({ now: () => 1_700_000_000_000, random: zeros })
  const ids = Array.from({ length: 10_000 }, next)
  expect([...new Set(ids)].sort()).toEqual(ids)
  expect(timeOf(ids.at(-1) ?? '')).toBe(1_700_000_000_002)
})

it.each([
  '',
  'x',
  '01234567-89ab-4000-8000-000000000000',
  '01234567-89AB-7000-8000-000000000000',
  7,
])('does not take %s for an id', (value) => {
  expect(isId(value)).toBe(false)
})
