import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { formToObject } from '@/lib/form-data'
import { fieldErrors } from '@/lib/form-issues'

function form(...fields: [string, string | File][]): FormData {
  const data = new FormData()
  for (const [name, value] of fields) data.append(name, value)
  return data
}

describe('formToObject', () => {
  test('nests dotted names and makes rows of numbered ones', () => {
    const data = form(['a', '1'], ['b.c', '2'], ['rows.1.x', 'two'], ['rows.0.x', 'one'])
    expect(formToObject(data)).toEqual({
      a: '1',
      b: { c: '2' },
      rows: [{ x: 'one' }, { x: 'two' }],
    })
  })

  test('sorts rows by number, not as text', () => {
    const rows = Array.from({ length: 11 }, (_, i) => [`r.${i}.n`, String(i)] as [string, string])
    expect(formToObject(form(...rows.reverse())).r).toEqual(
      Array.from({ length: 11 }, (_, i) => ({ n: String(i) })),
    )
  })

  test('leaves blank fields out but keeps the place of a blank row', () => {
    const data = form(['a', ''], ['b', '  \n'], ['rows.0.x', ''], ['rows.1.x', 'two'])
    expect(formToObject(data)).toEqual({ rows: [{}, { x: 'two' }] })
  })

  test('keeps spaces inside and around text, and makes line ends one character', () => {
    expect(formToObject(form(['a', ' 一\r\n二\r三 ']))).toEqual({ a: ' 一\n二\n三 ' })
  })

  test('`[]` is always a list, without it the last value counts', () => {
    const data = form(['k[]', 'x'], ['e[]', ''], ['v', '1'], ['v', '2'])
    expect(formToObject(data)).toEqual({ k: ['x'], e: [], v: '2' })
  })

  test('leaves out empty files and keeps real ones', () => {
    const scan = new File(['x'], 'scan.pdf')
    expect(formToObject(form(['none', new File([], '')], ['scan', scan]))).toEqual({ scan })
  })

  test.each(['__proto__.x', 'a.constructor.y', 'a..b', '$ACTION_ID_1', 'a.b.c.d.e.f.g', '.a'])(
    'drops the name %s',
    (name) => {
      expect(formToObject(form([name, 'bad']))).toEqual({})
      expect(Object.prototype).not.toHaveProperty('x')
    },
  )

  test('a huge row number makes no huge list', () => {
    expect(formToObject(form(['r.4000000000.x', '1']))).toEqual({ r: { 4000000000: { x: '1' } } })
  })

  test('a field that is both a value and a group does not break', () => {
    expect(formToObject(form(['a', '1'], ['a.b', '2']))).toEqual({ a: { b: '2' } })
  })
})

describe('fieldErrors', () => {
  const schema = z.object({
    name: z.string().min(1).max(3),
    reason: z.string().min(5),
    due: z.iso.date(),
    count: z.coerce.number().int().min(1).max(9),
    grade: z.enum(['GOOD', 'POOR']),
    phone: z.string().regex(/^\d+$/, { error: 'phoneInvalid' }),
    rows: z.array(z.object({ title: z.string() })).min(2),
    note: z.string().optional(),
  })
  const check = (input: unknown) => {
    const result = schema.safeParse(input)
    return result.success ? {} : fieldErrors(result.error.issues, input)
  }

  test('every blank field is required, an optional one is not', () => {
    expect(check({ rows: [{}, { title: 'b' }] })).toEqual({
      name: [{ code: 'required' }],
      reason: [{ code: 'required' }],
      due: [{ code: 'required' }],
      count: [{ code: 'required' }],
      grade: [{ code: 'required' }],
      phone: [{ code: 'required' }],
      'rows.0.title': [{ code: 'required' }],
    })
  })

  test('names what is wrong, with the limits', () => {
    const wrong = {
      name: '四个字的',
      reason: '短',
      due: '2026-02-30',
      count: '12',
      grade: 'BEST',
      phone: 'abc',
      rows: [{ title: 'a' }],
    }
    expect(check(wrong)).toEqual({
      name: [{ code: 'tooLong', params: { max: 3 } }],
      reason: [{ code: 'tooShort', params: { min: 5 } }],
      due: [{ code: 'invalidDate' }],
      count: [{ code: 'tooBig', params: { max: 9 } }],
      grade: [{ code: 'invalidChoice' }],
      phone: [{ code: 'phoneInvalid' }],
      rows: [{ code: 'tooFew', params: { min: 2 } }],
    })
  })

  test('tells a word and a fraction from a whole number', () => {
    const count = (value: string) => check({ count: value }).count
    expect(count('一')).toEqual([{ code: 'invalidNumber' }])
    expect(count('1.5')).toEqual([{ code: 'invalidWhole' }])
  })

  test('a rule of the schema brings its own code, values and field', () => {
    const dates = z.object({ from: z.iso.date(), to: z.iso.date() }).superRefine((value, ctx) => {
      if (value.to < value.from) {
        const params = { code: 'endsBeforeStart', from: value.from }
        ctx.addIssue({ code: 'custom', path: ['to'], params })
      }
    })
    const input = { from: '2026-03-03', to: '2026-03-01' }
    const result = dates.safeParse(input)
    expect(result.success ? {} : fieldErrors(result.error.issues, input)).toEqual({
      to: [{ code: 'endsBeforeStart', params: { from: '2026-03-03' } }],
    })
  })
})
