import { describe, expect, test } from 'vitest'
import {
  formatDay,
  formatDayShort,
  formatInstant,
  formatMoney,
  formatNumber,
  formatPercent,
  formatWeekday,
} from '@/lib/i18n/format'

describe('days', () => {
  test('are written as officials write them', () => {
    expect(formatDay('2026-03-03', 'zh-CN')).toBe('2026年3月3日')
    expect(formatDay('2026-03-03', 'en')).toBe('3 Mar 2026')
    expect(formatDayShort('2026-11-20', 'zh-CN')).toBe('11月20日')
    expect(formatDayShort('2026-11-20', 'en')).toBe('20 Nov')
  })

  test('carry their weekday', () => {
    expect(formatWeekday('2026-11-24', 'zh-CN')).toBe('星期二')
    expect(formatWeekday('2026-11-22', 'en')).toBe('Sunday')
  })

  test('other text is left alone', () => {
    expect(formatDay('第 2 稿', 'zh-CN')).toBe('第 2 稿')
    expect(formatDayShort('', 'en')).toBe('')
  })
})

test('instants are seen in Shanghai, also across midnight', () => {
  const instant = new Date('2026-03-02T16:05:00Z')
  expect(formatInstant(instant, 'zh-CN')).toBe('2026年3月3日 00:05')
  expect(formatInstant(instant, 'en')).toBe('3 Mar 2026, 00:05')
})

test('numbers are grouped', () => {
  expect(formatNumber(1234567)).toBe('1,234,567')
  expect(formatNumber(0.125)).toBe('0.13')
  expect(formatNumber(-1200.5)).toBe('-1,200.5')
})

test('money is in yuan or ten thousand yuan, which English does not count in', () => {
  expect(formatMoney(123_456, 'zh-CN')).toBe('123,456元')
  expect(formatMoney(123_456, 'zh-CN', 'wan')).toBe('12.35万元')
  expect(formatMoney(123_456, 'en', 'wan')).toBe('¥123,456')
  expect(formatMoney(-5, 'en')).toBe('-¥5')
})

test('ratios are percentages with one decimal', () => {
  expect(formatPercent(0.9333)).toBe('93.3%')
  expect(formatPercent(1)).toBe('100%')
})
