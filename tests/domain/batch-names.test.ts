import { expect, test } from 'vitest'
import { chineseNumber } from '@/lib/batches/names'

test.each([
  [1, '一'],
  [10, '十'],
  [12, '十二'],
  [20, '二十'],
  [35, '三十五'],
  [99, '九十九'],
  [100, '100'],
])('%i is written %s', (number, words) => {
  expect(chineseNumber(number)).toBe(words)
})
