import { describe, expect, test } from 'vitest'
import { countTry, isOpen, isPin, mostTries, waitAfter } from '@/lib/offline/pin-rules'
import { makeKey, seal, unseal, unwrap } from '@/lib/offline/vault'

describe('the vault', () => {
  test('opens with its PIN and for its owner only', async () => {
    const { key, wrapped } = await makeKey('271828', 'anna')
    const sealed = await seal(key, 'anna/1', { found: '路灯坏了' })
    const again = await unwrap('271828', 'anna', wrapped)
    expect(again && (await unseal(again, 'anna/1', sealed))).toEqual({ found: '路灯坏了' })
    expect(await unwrap('271829', 'anna', wrapped)).toBeUndefined()
    expect(await unwrap('271828', 'berta', wrapped)).toBeUndefined()
  })

  test('holds nothing readable, and notices what was changed or moved', async () => {
    const { key, wrapped } = await makeKey('271828', 'anna')
    const sealed = await seal(key, 'anna/1', { found: 'street lamp' })
    const bytes = Buffer.from(sealed.data).toString('latin1')
    expect(bytes).not.toContain('street')
    await expect(unseal(key, 'anna/2', sealed)).rejects.toThrow()
    const changed = { ...sealed, data: sealed.data.map((byte, n) => (n === 0 ? byte ^ 1 : byte)) }
    await expect(unseal(key, 'anna/1', changed)).rejects.toThrow()
    const other = await makeKey('271828', 'anna')
    await expect(unseal(other.key, 'anna/1', sealed)).rejects.toThrow()
    expect(other.wrapped.salt).not.toEqual(wrapped.salt)
  })

  test('derives its key at a cost, and gives the data key to no script', async () => {
    const { key, wrapped } = await makeKey('271828', 'anna')
    expect(wrapped.iterations).toBeGreaterThanOrEqual(600_000)
    expect(key.extractable).toBe(false)
  })
})

describe('PINs', () => {
  test.each([
    ['271828', true],
    ['27182', false],
    ['2718281', false],
    ['27182a', false],
    ['２７１８２８', false],
  ])('%s', (pin, is) => expect(isPin(pin)).toBe(is))

  test('a few slips cost nothing, then waiting doubles up to half an hour', () => {
    const minutes = Array.from({ length: mostTries }, (_, n) => waitAfter(n + 1) / 60_000)
    expect(minutes).toEqual([0, 0, 1, 2, 4, 8, 16, 30, 30, 30])
  })

  test('a try is counted before it is made', () => {
    expect(countTry({ tries: 2, waitUntil: 0 }, 1_000)).toEqual({ tries: 3, waitUntil: 61_000 })
  })
})

test('the data open until their day, and not on a clock that was set back', () => {
  const day = 24 * 3_600_000
  const vault = { openUntil: 7 * day, usedAt: 3 * day }
  expect(isOpen(vault, 4 * day)).toBe(true)
  expect(isOpen(vault, 7 * day)).toBe(true)
  expect(isOpen(vault, 7 * day + 1)).toBe(false)
  expect(isOpen(vault, 2 * day)).toBe(false)
})
