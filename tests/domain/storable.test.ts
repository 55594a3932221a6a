import { expect, test } from 'vitest'
import { formToObject } from '@/lib/form-data'
import { searchText } from '@/lib/storable'

test('a form loses what no database keeps, and nothing else', () => {
  const form = new FormData()
  form.append('text', '行一\0行二\r\n👩‍🌾𠮷')
  form.append('blank', '\0')
  expect(formToObject(form)).toEqual({ text: '行一行二\n👩‍🌾𠮷' })
})

test('nobody can look for it either', () => {
  expect(searchText(9).safeParse('新安').success).toBe(true)
  for (const text of ['\0', '新\0安', '\ud83d', ' ']) {
    expect(searchText(9).safeParse(text).success).toBe(false)
  }
})
