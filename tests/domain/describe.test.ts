import { createTranslator } from 'use-intl'
import { describe, expect, test } from 'vitest'
import { describeEvent, isKnown } from '@/lib/audit/describe'
import { eventGroups, groupOf, kindsOf } from '@/lib/audit/event-groups'
import type { EventKind } from '@/lib/audit/events'
import type { Words } from '@/lib/audit/telling'
import { formatDay, formatMonth } from '@/lib/i18n/format'
import { type Locale, locales } from '@/lib/i18n/locales'
import enEvents from '@/lib/i18n/messages/en/events.json'
import enTerms from '@/lib/i18n/messages/en/terms.json'
import zhEvents from '@/lib/i18n/messages/zh-CN/events.json'
import zhTerms from '@/lib/i18n/messages/zh-CN/terms.json'
import { samples } from '@/tests/support/event-samples'

const messages = {
  'zh-CN': { events: zhEvents, terms: zhTerms },
  en: { events: enEvents, terms: enTerms },
}

function wordsIn(locale: Locale): Words {
  const t = createTranslator({
    locale,
    messages: messages[locale],
    onError: (error) => {
      throw error
    },
  }) as (key: string, params?: object) => string
  return {
    sentence: (kind, params) => t(`events.kind.${kind}`, params),
    term: (list, code) => t(`terms.${list}.${code}`),
    day: (day) => formatDay(day, locale),
    month: (month) => formatMonth(month, locale),
    list: (items) => items.join('、'),
  }
}

const kinds = Object.keys(samples) as EventKind[]

describe.each(locales)('in %s', (locale) => {
  test.each(kinds)('%s is a sentence with every value filled in', (kind) => {
    const { sentence } = describeEvent({ kind, details: samples[kind] }, wordsIn(locale))
    expect(sentence.length).toBeGreaterThan(2)
    expect(sentence).not.toMatch(/[{}]|undefined|\bnull\b|\[object/)
  })

  test('what a person wrote is quoted, not woven in', () => {
    const event = { kind: 'planReturned', details: samples.planReturned }
    const told = describeEvent(event, wordsIn(locale))
    expect(told.quote).toBe('未明确时限')
    expect(told.sentence).not.toContain('未明确时限')
  })
})

test('a move from stage to stage is told apart', () => {
  const details = { ...samples.planSubmitted, changes: { stage: ['PLANNING', 'PLAN_REVIEW'] } }
  const told = describeEvent({ kind: 'planSubmitted', details }, wordsIn('zh-CN'))
  expect(told.stages).toEqual({ from: '方案草拟', to: '审核备案' })
})

test('内部 content never appears, only that there is some', () => {
  const event = { kind: 'internalNoteRecorded', details: samples.internalNoteRecorded }
  const told = describeEvent(event, wordsIn('zh-CN'))
  expect(told).toEqual({ group: 'papers', sentence: '填写问题的内部情况' })
})

test('a kind of a newer build is named, not left out', () => {
  expect(isKnown('somethingNew')).toBe(false)
  const told = describeEvent({ kind: 'somethingNew', details: {} }, wordsIn('zh-CN'))
  expect(told).toEqual({ group: 'other', sentence: '其他事项（somethingNew）' })
})

test('groups part all kinds', () => {
  expect(eventGroups.flatMap(kindsOf).toSorted()).toEqual(kinds.toSorted())
  expect(Object.keys(groupOf).toSorted()).toEqual(kinds.toSorted())
})

test('short names exist for every kind', () => {
  expect(Object.keys(zhEvents.kinds).toSorted()).toEqual(kinds.toSorted())
})
