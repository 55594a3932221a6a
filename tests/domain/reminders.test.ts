import { createHmac } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fieldsAsked } from '@/lib/burden/fields'
import { addWorkingDays, calendarOf, isWorkingDay } from '@/lib/calendar/rules'
import { fileComplaintInput, pagePath } from '@/lib/complaints/schema'
import { addDays } from '@/lib/dates'
import { nextTry } from '@/lib/notifications/backoff'
import { calendarText } from '@/lib/notifications/calendar-text'
import { tellingHours } from '@/lib/notifications/hours'
import { reachedSteps } from '@/lib/notifications/ladder'
import { type People, recipientsOf } from '@/lib/notifications/recipients'
import { outsideUrl, saveChannelInput } from '@/lib/notifications/schema'
import { dingtalkSign, webhookSign } from '@/lib/notifications/sign'
import type { DueSubject } from '@/lib/notifications/subjects'
import { wordsOf } from '@/lib/notifications/words'

/** The week of the National Day of 2026: Saturday 10 October is worked (调休), 1–8 October are off. */
const calendar = calendarOf([
  ...[1, 2, 5, 6, 7, 8].map((day) => ({
    day: `2026-10-0${day}`,
    kind: 'HOLIDAY' as const,
  })),
  { day: '2026-10-10', kind: 'WORKDAY' },
])

describe('the ladder', () => {
  const levels = (redOn: string, today: string, ofOffice = false) =>
    reachedSteps({ redOn, ofOffice }, today, calendar).map(({ level, onDay }) => [level, onDay])

  test('at once, after three and after five working days', () => {
    expect(levels('2026-09-14', '2026-09-13')).toEqual([])
    expect(levels('2026-09-14', '2026-09-14')).toEqual([['RESPONSIBLE', '2026-09-14']])
    expect(levels('2026-09-14', '2026-09-21')).toEqual([
      ['RESPONSIBLE', '2026-09-14'],
      ['HEAD', '2026-09-17'],
      ['OFFICE', '2026-09-21'],
    ])
  })

  test('holidays do not count, a Saturday that is worked does', () => {
    expect(levels('2026-09-30', '2026-12-31')).toEqual([
      ['RESPONSIBLE', '2026-09-30'],
      ['HEAD', '2026-10-12'],
      ['OFFICE', '2026-10-14'],
    ])
  })

  test('what the county office owes itself ends with its head', () => {
    expect(levels('2026-09-14', '2026-12-31', true).map(([level]) => level)).toEqual([
      'RESPONSIBLE',
      'HEAD',
    ])
  })

  test('each step falls on the working day the calendar says, in order', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 120 }), (ahead) => {
        const redOn = addDays('2026-08-01', ahead)
        const days = reachedSteps({ redOn, ofOffice: false }, '2027-12-31', calendar)
        expect(days.map(({ onDay }) => onDay)).toEqual(
          [0, 3, 5].map((count) => addWorkingDays(redOn, count, calendar)),
        )
        for (const { onDay } of days.slice(1)) expect(isWorkingDay(onDay, calendar)).toBe(true)
      }),
    )
  })
})

test.each([
  ['2026-10-09T00:00:00Z', true], // Friday 8:00 in county time
  ['2026-10-08T23:59:59Z', false],
  ['2026-10-09T11:59:59Z', true],
  ['2026-10-09T12:00:00Z', false],
  ['2026-10-10T02:00:00Z', true], // a Saturday that is worked
  ['2026-10-11T02:00:00Z', false], // Sunday
  ['2026-10-08T02:00:00Z', false], // a Thursday off
])('nobody is told anything outside the hours: %s', (at, open) => {
  expect(tellingHours(new Date(at), calendar).open).toBe(open)
})

test('tries go on for more than three days and then end', () => {
  const start = new Date('2026-10-09T00:00:00Z')
  let now: Date | undefined = start
  let last = start
  for (let attempts = 1; now; attempts++) {
    last = now
    now = nextTry(attempts, now)
    if (now) expect(now.getTime()).toBeGreaterThan(last.getTime())
    expect(attempts).toBeLessThan(20)
  }
  expect(last.getTime() - start.getTime()).toBeGreaterThan(3 * 86_400_000)
})

describe('who is told', () => {
  const seat = (
    userId: string,
    role: People['seats'][number]['role'],
    organisationId: string,
    more = {},
  ) => ({ userId, role, organisationId, townshipId: null, standsInForId: null, ...more })
  const township = { townshipId: 't1' }
  const people: People = {
    units: [
      {
        id: 'office',
        kind: 'COUNTY_OFFICE',
        name: '',
        townshipId: null,
        headId: null,
        contactId: 'o2',
      },
      { id: 'town', kind: 'TOWNSHIP', name: '', townshipId: 't1', headId: 'th', contactId: null },
      {
        id: 'helper',
        kind: 'DEPARTMENT',
        name: '',
        townshipId: null,
        headId: null,
        contactId: 'h1',
      },
    ],
    seats: [
      seat('o1', 'COUNTY_OFFICE', 'office'),
      seat('o2', 'COUNTY_OFFICE', 'office'),
      seat('t1', 'TOWNSHIP', 'town', township),
      seat('th', 'TOWNSHIP', 'town', township),
      seat('dep', 'TOWNSHIP', 'town', { ...township, standsInForId: 't1' }),
      seat('h1', 'HELPER_UNIT', 'helper'),
      seat('h2', 'HELPER_UNIT', 'helper'),
    ],
    bonds: [{ caseId: 'c', organisationId: 'helper', userId: null }],
  }
  const measure: DueSubject = {
    subject: 'measure',
    id: 'm',
    caseId: 'c',
    villageId: 'v',
    townshipId: 't1',
    measureId: null,
    due: '2026-09-10',
    redOn: '2026-09-11',
    title: '',
    owner: 'organisation',
    organisationId: 'helper',
    personUserId: null,
    personName: '某',
  }
  const who = (change: Partial<DueSubject>, level: Parameters<typeof recipientsOf>[1]) =>
    recipientsOf({ ...measure, ...change }, level, people).map(
      ({ userId, basis }) => `${userId} ${basis}`,
    )

  test('the person named and who stands in for them', () => {
    expect(who({ personUserId: 't1' }, 'RESPONSIBLE')).toEqual(['t1 PERSON', 'dep DEPUTY'])
  })
  test('somebody without an account: the named contact', () => {
    expect(who({}, 'RESPONSIBLE')).toEqual(['h1 CONTACT'])
  })
  test('no head named: the people of the unit; a head named: nobody else', () => {
    expect(who({}, 'HEAD')).toEqual(['h1 MEMBER', 'h2 MEMBER'])
    expect(who({ owner: 'township' }, 'HEAD')).toEqual(['th HEAD'])
  })
  test('nobody is told of a case they do not see: then the township is', () => {
    expect(who({ caseId: 'elsewhere' }, 'RESPONSIBLE')).toEqual([
      't1 MEMBER',
      'th MEMBER',
      'dep MEMBER',
    ])
    expect(who({ caseId: 'elsewhere', personUserId: 'h2' }, 'RESPONSIBLE')).not.toContain(
      'h2 PERSON',
    )
  })
  test('the department asked is told without seeing the case', () => {
    expect(who({ caseId: 'elsewhere', subject: 'coordination' }, 'RESPONSIBLE')).toEqual([
      'h1 CONTACT',
    ])
  })
  test('the county office by its contact', () => {
    expect(who({}, 'OFFICE')).toEqual(['o2 OFFICE'])
  })
})

test('messages out carry figures and a link, nothing of the label and no village', () => {
  const bodies = [
    { kind: 'digest', day: '2026-10-09', open: 3, fresh: 1 },
    { kind: 'group', day: '2026-10-09', things: 7, people: 4 },
    { kind: 'test' },
  ] as const
  for (const body of bodies) {
    const { subject, text } = wordsOf(body, 'https://example.gov.cn/notifications')
    expect(`${subject}${text}`).not.toMatch(/软弱|涣散|整顿|村(?!务)/)
    expect(text).toContain('https://example.gov.cn/notifications')
  }
  expect(wordsOf(bodies[0], '').text).toContain('3 件')
})

test('a calendar folds, escapes and says nothing but kind and day', () => {
  const text = calendarText(
    [
      {
        subject: 'measure',
        id: 'x',
        due: '2026-10-09',
        href: `https://e.gov.cn/${'a'.repeat(90)}`,
        summary: '措施到期; a,b',
      },
    ],
    { name: '期限', host: 'e.gov.cn', now: new Date('2026-10-01T00:00:00.123Z') },
  )
  for (const line of text.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
  expect(text).toContain('DTSTART;VALUE=DATE:20261009')
  expect(text).toContain('DTSTAMP:20261001T000000Z')
  expect(text).toContain('SUMMARY:措施到期\\; a\\,b')
  expect(text.replaceAll('\r\n ', '')).toContain(`URL:https://e.gov.cn/${'a'.repeat(90)}`)
})

test.each([
  ['https://hook.example.gov.cn/x?key=1', true],
  ['http://10.1.2.3:8080/hook', true],
  ['ftp://example.gov.cn/', false],
  ['file:///etc/passwd', false],
  ['http://user:word@example.gov.cn/', false],
  ['http://169.254.169.254/latest', false],
  ['http://[fe80::1]/', false],
  ['javascript:alert(1)', false],
])('an address outside: %s', (url, good) => {
  expect(outsideUrl.safeParse(url).success).toBe(good)
})

test('a sender cannot smuggle a header in, and each kind asks for what it needs', () => {
  const mail = { kind: 'SMTP', name: '邮箱', host: 'smtp.example.gov.cn', port: '465' }
  const fields = (given: object) =>
    saveChannelInput.safeParse(given).error?.issues.map(({ path }) => path.join('.')) ?? []
  expect(fields({ ...mail, from: 'a@b.cn\r\nBcc: c@d.cn' })).toEqual(['from'])
  expect(fields({ ...mail, host: 'a b', from: 'a@b.cn' })).toEqual(['host'])
  expect(fields({ kind: 'WEBHOOK', name: 'x' })).toEqual(['url', 'secret'])
  expect(fields({ kind: 'WECOM', name: 'x', url: 'https://qyapi.example.com/?key=1' })).toEqual([])
})

test('a page is a path of ours, without what was searched for', () => {
  expect(pagePath.parse('/cases/x?q=somebody#y')).toBe('/cases/x')
  for (const bad of ['//evil.example', 'https://evil.example', '/a\\b', 'javascript:x']) {
    expect(pagePath.safeParse(bad).success, bad).toBe(false)
  }
  expect(fileComplaintInput.safeParse({ text: '长'.repeat(10_000) }).success).toBe(true)
  expect(fileComplaintInput.safeParse({ text: ' ' }).success).toBe(false)
})

test('fields are counted from the forms, a plan with each of its measures', () => {
  expect(fieldsAsked('caseClosed', 5)).toBe(0)
  expect(fieldsAsked('progressAdded', 2)).toBe(2 * fieldsAsked('progressAdded', 1))
  expect(fieldsAsked('visitLogged', 1)).toBeGreaterThan(5)
  expect(fieldsAsked('planSubmitted', 1, 3)).toBeGreaterThan(fieldsAsked('planSubmitted', 1, 2))
})

test('signatures are those the other side computes', () => {
  const hmac = (text: string, secret: string) => createHmac('sha256', secret).update(text)
  expect(dingtalkSign('1700000000000', 'SEC1')).toBe(
    hmac('1700000000000\nSEC1', 'SEC1').digest('base64'),
  )
  expect(webhookSign('1700000000', '{"a":1}', 's')).toBe(
    hmac('1700000000.{"a":1}', 's').digest('hex'),
  )
})
