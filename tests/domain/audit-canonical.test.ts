import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { canonical } from '@/lib/audit/canonical'

describe('RFC 8785', () => {
  it('writes its own example', () => {
    const input = JSON.parse(
      String.raw`{"numbers":[333333333.33333329,1E30,4.50,2e-3,0.000000000000000000000000001],"string":"\u20ac$\u000F\u000aA'\u0042\u0022\u005c\\\"\/","literals":[null,true,false]}`,
    )
    expect(canonical(input)).toBe(
      String.raw`{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],"string":"€$\u000f\nA'B\"\\\\\"/"}`,
    )
  })
  it('sorts keys by UTF-16 code units', () => {
    const keys = ['\u20ac', '\r', '\ufb33', '1', '\ud83d\ude00', '\u0080', '\u00f6']
    const text = canonical(Object.fromEntries(keys.map((key) => [key, 0])))
    expect(Object.keys(JSON.parse(text))).toHaveLength(7)
    const order = ['\\r', '1', '\u0080', '\u00f6', '\u20ac', '\ud83d\ude00', '\ufb33']
    expect(text).toBe(`{${order.map((key) => `"${key}":0`).join(',')}}`)
  })
  it('gives one text for the same data, whatever the order of keys or a trip through JSON', () => {
    const reversed = (value: unknown): unknown => {
      if (Array.isArray(value)) return value.map(reversed)
      if (value === null || typeof value !== 'object') return value
      const entries = Object.entries(value).map(([key, child]) => [key, reversed(child)])
      return Object.fromEntries(entries.reverse())
    }
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(canonical(reversed(value))).toBe(canonical(value))
        expect(canonical(JSON.parse(JSON.stringify(value)))).toBe(canonical(value))
        expect(JSON.parse(canonical(value))).toEqual(JSON.parse(JSON.stringify(value)))
      }),
    )
  })
  it('leaves out what is undefined, as JSON does', () => {
    expect(canonical({ a: 1, b: undefined })).toBe('{"a":1}')
  })
})

describe('what JSON cannot carry', () => {
  const loop: { self?: unknown } = {}
  loop.self = loop
  test.each<[string, unknown]>([
    ['nothing', undefined],
    ['a gap in a list', [1, undefined]],
    ['a date', { at: new Date(0) }],
    ['a big integer', 1n],
    ['not a number', Number.NaN],
    ['infinity', { share: Number.POSITIVE_INFINITY }],
    ['a function', { go: () => 1 }],
    ['a map', new Map([[1, 2]])],
    ['a loop', loop],
    ['half a character', '\ud800'],
  ])('%s is refused', (_, value) => {
    expect(() => canonical(value)).toThrow(TypeError)
  })
  it('takes the same object twice', () => {
    const shared = { a: 1 }
    expect(canonical([shared, shared])).toBe('[{"a":1},{"a":1}]')
  })
})
