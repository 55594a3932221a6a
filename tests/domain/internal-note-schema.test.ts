import { expect, test } from 'vitest'
import { formToObject } from '@/lib/form-data'
import { internalInput } from '@/lib/internal-notes/schema'

function parse(fields: Record<string, string>) {
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) form.append(`internal.${name}`, value)
  return internalInput.safeParse(formToObject(form).internal)
}

test('a 内部 part that nobody filled in is absent', () => {
  expect(parse({ text: '', paperFileNo: '' })).toEqual({ success: true, data: undefined })
})

test('a paper file number or a tick without a text asks for the text', () => {
  for (const [name, value] of [
    ['paperFileNo', '卷 12'],
    ['forTownship', 'on'],
  ] as const) {
    expect(parse({ text: ' ', [name]: value }).error?.issues).toMatchObject([{ path: ['text'] }])
  }
})

test('a text is kept, readable by the county office only unless it says otherwise', () => {
  expect(parse({ text: ' 见卷宗 ' }).data).toMatchObject({ text: '见卷宗', forTownship: false })
})
