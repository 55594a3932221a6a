import { createTranslator } from 'use-intl'
import { describe, expect, test } from 'vitest'
import { calendarOf } from '@/lib/calendar/rules'
import { caseLight, type LightRow } from '@/lib/cases/light'
import { lightSentence, shortLight } from '@/lib/cases/light-words'
import { fromDay } from '@/lib/dates'
import { type Locale, locales } from '@/lib/i18n/locales'
import en from '@/lib/i18n/messages/en/lights.json'
import zh from '@/lib/i18n/messages/zh-CN/lights.json'

const today = '2026-11-24'
const calendar = calendarOf([])
const open: LightRow = {
  stage: 'RECTIFYING',
  paused: false,
  pausedOn: null,
  yellowOn: null,
  redOn: null,
  yellowReason: null,
  redReason: null,
  nextReason: null,
  consolidationUntil: null,
  closedOn: null,
}
const late = {
  subject: 'measure',
  due: '2026-11-20',
  title: '公开栏改建',
  percent: 60,
  extensions: 1,
}
const near = { subject: 'planReview', due: '2026-11-27' }
const far = { subject: 'acceptance', due: '2026-12-30' }

describe('the light of a case', () => {
  test('is red by what turned red first, with its title, progress and extensions', () => {
    const row = {
      ...open,
      yellowOn: fromDay('2026-11-05'),
      redOn: fromDay('2026-11-21'),
      yellowReason: near,
      redReason: late,
      nextReason: late,
    }
    expect(caseLight(row, today, calendar)).toEqual({
      colour: 'red',
      code: 'measureOverdue',
      params: {
        due: '2026-11-20',
        days: 4,
        workingDays: 2,
        title: '公开栏改建',
        percent: 60,
        extensions: 1,
      },
    })
  })

  test('is yellow by what turned yellow, not by what will be red first', () => {
    const row = {
      ...open,
      yellowOn: fromDay('2026-11-24'),
      redOn: fromDay('2026-11-25'),
      yellowReason: near,
      redReason: far,
      nextReason: far,
    }
    expect(caseLight(row, today, calendar)).toMatchObject({
      colour: 'yellow',
      code: 'planReviewDueSoon',
    })
  })

  test('is green with the next thing due', () => {
    const row = {
      ...open,
      yellowOn: fromDay('2026-12-20'),
      redOn: fromDay('2026-12-31'),
      nextReason: far,
    }
    expect(caseLight(row, today, calendar)).toMatchObject({
      colour: 'green',
      code: 'acceptanceOnTime',
    })
  })

  test.each([
    [{ stage: 'CLOSED', closedOn: fromDay('2026-09-10') }, 'closed', { on: '2026-09-10' }],
    [{ stage: 'NOT_CONFIRMED' }, 'notConfirmed', {}],
    [{ paused: true, pausedOn: fromDay('2026-11-18') }, 'pausedSince', { since: '2026-11-18' }],
    [
      { stage: 'CONSOLIDATING', consolidationUntil: fromDay('2026-11-25') },
      'consolidating',
      { until: '2026-11-25' },
    ],
    [
      { stage: 'CONSOLIDATING', consolidationUntil: fromDay('2026-11-24') },
      'consolidated',
      { until: '2026-11-24' },
    ],
  ] as const)('%o is grey whatever its dates', (state, code, params) => {
    const row = { ...open, redOn: fromDay('2020-01-01'), redReason: late, ...state } as LightRow
    expect(caseLight(row, today, calendar)).toEqual({ colour: 'grey', code, params })
  })

  test('without a date is grey; while rectifying because every measure is done', () => {
    expect(caseLight(open, today, calendar)).toMatchObject({ colour: 'grey', code: 'measuresDone' })
    const planning = { ...open, stage: 'PLANNING' as const }
    expect(caseLight(planning, today, calendar)).toMatchObject({ code: 'noDeadline' })
  })
})

describe('its words', () => {
  const messages = { 'zh-CN': { lights: zh }, en: { lights: en } }
  const saidIn = (locale: Locale) => {
    const onError = (error: Error) => {
      throw error
    }
    const t = createTranslator({ locale, messages: messages[locale], namespace: 'lights', onError })
    return { t: t as never, locale, today }
  }

  test('say title, date, days late, percent and extensions', () => {
    const light = {
      code: 'measureOverdue' as const,
      params: {
        due: '2026-11-20',
        days: 4,
        workingDays: 2,
        title: '公开栏改建',
        percent: 60,
        extensions: 1,
      },
    }
    expect(lightSentence(light, saidIn('zh-CN'))).toBe(
      '“公开栏改建”应于11月20日完成，逾期 2 个工作日，现 60%，已延期 1 次',
    )
    expect(shortLight(light, saidIn('zh-CN'))).toBe('逾期 2 个工作日')
  })

  test('say what is left to do about a measure at 100 %', () => {
    const params = { due: '2026-12-01', days: 7, workingDays: 5, percent: 100, extensions: 0 }
    expect(lightSentence({ code: 'measureDueSoon', params }, saidIn('zh-CN'))).toBe(
      '12月1日到期，还剩 7 天，已达 100%，待办结',
    )
  })

  test('a day of another year is written with its year', () => {
    const light = { code: 'closed' as const, params: { on: '2015-09-07' } }
    expect(lightSentence(light, saidIn('en'))).toBe('Struck off 7 Sep 2015')
  })

  const codes = Object.keys(zh).filter((key) => key !== 'short') as (keyof typeof zh)[]
  test.each(locales.flatMap((locale) => codes.map((code) => [locale, code] as const)))(
    'exist in %s for %s, long and short',
    (locale, code) => {
      const params = { due: today, on: today, since: today, until: today, days: 3, workingDays: 2 }
      const light = { code: code as 'done', params }
      expect(lightSentence(light, saidIn(locale))).not.toContain('{')
      expect(shortLight(light, saidIn(locale))).not.toContain('{')
    },
  )
})
