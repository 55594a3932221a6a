import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import jsQR from 'jsqr'
import sharp from 'sharp'
import { describe, expect, test } from 'vitest'
import { defaultRuleSet } from '@/lib/rule-sets/defaults'
import { ballotPage, wordPage } from '@/lib/surveys/ballot-page'
import { figuresOf } from '@/lib/surveys/figures'
import { surveyGaps } from '@/lib/surveys/gate-lines'
import {
  defaultQuestions,
  isValid,
  marginOf,
  minimumOf,
  namesTheLabel,
  nextPaper,
  papersOf,
  percentOf,
  tallyOf,
} from '@/lib/surveys/rules'
import { slipsPage } from '@/lib/surveys/slips-page'
import { count, secondsToWait } from '@/lib/surveys/throttle'
import { makeToken, readToken } from '@/lib/surveys/token'

const household = { kind: 'HOUSEHOLD', sampling: 'RANDOM', population: 400 } as const
const round = { ...household, questions: [...defaultQuestions] }
const same = (answer: number, times: number) =>
  Array.from({ length: times }, () => defaultQuestions.map(() => answer))

describe('counting', () => {
  test('a field left empty or ticked twice is not counted, a ballot of only such is not valid', () => {
    expect([isValid([0, 9, 0]), isValid([0, 9, 4])]).toEqual([false, true])
    const [first, second] = tallyOf(
      ['甲', '乙'],
      [
        [1, 9],
        [2, 0],
        [9, 9],
        [4, 3],
      ],
    )
    expect(first).toMatchObject({ satisfied: 1, basic: 1, unknown: 1, spoiled: 0 })
    expect(second).toMatchObject({ dissatisfied: 1, blank: 1, spoiled: 1 })
  })

  test('every valid ballot stands in exactly one column of each question', () => {
    const ballot = fc.array(fc.constantFrom(0, 1, 2, 3, 4, 9), { minLength: 5, maxLength: 5 })
    fc.assert(
      fc.property(fc.array(ballot, { maxLength: 60 }), (ballots) => {
        const { valid, returned, shown, tallies } = figuresOf(round, ballots, true)
        expect([returned, shown]).toEqual([ballots.length, valid >= 10])
        for (const { question: _, ...columns } of tallies) {
          expect(Object.values(columns).reduce((sum, one) => sum + one, 0)).toBe(valid)
        }
      }),
    )
  })

  test('whether 基本满意 counts is the rule’s to say; 不了解 is part of the total', () => {
    const ballots = [...same(1, 6), ...same(2, 3), ...same(3, 2), ...same(4, 1)]
    expect(figuresOf(round, ballots, true)).toMatchObject({ votes: 12, satisfied: 9 })
    expect(figuresOf(round, ballots, false)).toMatchObject({ votes: 12, satisfied: 6 })
  })

  test('nine ballots give no figure at all, ten do', () => {
    expect(figuresOf(round, same(1, 9), true)).toEqual({
      ...{ returned: 9, valid: 9, shown: false, tallies: [] },
      ...{ votes: null, satisfied: null, dissatisfied: null, margin: null },
    })
    expect(figuresOf(round, same(1, 10), true)).toMatchObject({ shown: true, satisfied: 10 })
  })

  test('a margin of error is given for households drawn at random alone', () => {
    const ballots = [...same(1, 80), ...same(3, 20)]
    // 1.96 × √(0.8 × 0.2 / 100 × 300/399) = 6.8 points
    expect(figuresOf(round, ballots, true).margin).toBe(6.8)
    expect(figuresOf({ ...round, sampling: 'ALL' }, ballots, true).margin).toBeNull()
    expect(figuresOf({ ...round, sampling: 'CHOSEN' }, ballots, true).margin).toBeNull()
    expect(figuresOf({ ...round, kind: 'MEETING' }, ballots, true).margin).toBeNull()
    expect(marginOf(400, 400, 400)).toBe(0)
  })

  test('shares are rounded half up to one decimal; the small-village rule never goes under ten', () => {
    expect([percentOf(2, 3), percentOf(1, 8), percentOf(0, 0)]).toEqual([66.7, 12.5, null])
    expect([minimumOf(15, 40, true), minimumOf(15, 18, true), minimumOf(15, 9, true)]).toEqual([
      15, 12, 10,
    ])
    expect([minimumOf(15, 18, false), minimumOf(15, null, true)]).toEqual([15, 15])
  })
})

describe('paper', () => {
  const entry = (number: number, pass: number, byId: string, answer = 1) => ({
    ...{ number, pass, byId, byName: byId, answers: [answer], wish: '' },
  })

  test('stands when both typings agree, or once it is settled', () => {
    const [agreed, differing, settled, once] = papersOf([
      ...[entry(1, 1, 'a'), entry(1, 2, 'b'), entry(2, 1, 'a'), entry(2, 2, 'b', 3)],
      ...[entry(3, 1, 'a'), entry(3, 2, 'b', 3), entry(3, 3, 'a', 3), entry(4, 1, 'a')],
    ])
    expect([agreed?.differs, agreed?.vote?.answers]).toEqual([false, [1]])
    expect([differing?.differs, differing?.vote]).toEqual([true, undefined])
    expect(settled?.vote?.answers).toEqual([3])
    expect(once?.vote).toBeUndefined()
  })

  test('everybody types next what still wants their pass', () => {
    const entries = [entry(1, 1, 'a'), entry(1, 2, 'b'), entry(2, 1, 'a')]
    expect([nextPaper(entries, 'a'), nextPaper(entries, 'b'), nextPaper([], 'a')]).toEqual([
      3, 2, 1,
    ])
  })
})

describe('what villagers see', () => {
  const shown = {
    village: '古木<村>',
    wording: 'x',
    endsOn: '2026-12-02',
    questions: defaultQuestions,
  }
  const pages = [
    ballotPage(shown),
    ...(['cast', 'used', 'closed', 'unknown', 'wait', 'failed'] as const).map(wordPage),
  ]

  test('is small, without a script or anything from elsewhere, and escapes what it shows', () => {
    for (const page of pages) {
      expect(Buffer.byteLength(page)).toBeLessThan(60_000)
      expect(page).not.toMatch(/<script|<img|<link|https?:\/\//)
    }
    expect(pages[0]).toContain('古木&lt;村&gt;')
  })

  test('names the label nowhere, in no page, slip or default question', async () => {
    const slips = await slipsPage({ ...shown, site: 'https://a.gov.cn', tokens: [makeToken()] })
    for (const page of [...pages, slips]) expect(namesTheLabel(page)).toBe(false)
    expect(defaultQuestions.some(namesTheLabel)).toBe(false)
    expect(namesTheLabel(readFileSync('app/s/[token]/route.ts', 'utf8'))).toBe(false)
  })

  test('every code of the printed sheet says its address', async () => {
    const tokens = Array.from({ length: 12 }, makeToken)
    const html = await slipsPage({ ...shown, site: 'https://ovop.example.gov.cn', tokens })
    const codes = html.match(/<svg.*?<\/svg>/gs) ?? []
    const read = await Promise.all(
      codes.map(async (svg) => {
        const picture = sharp(Buffer.from(svg), { density: 600 }).flatten({ background: '#fff' })
        const { data, info } = await picture
          .resize(400)
          .ensureAlpha()
          .raw()
          .toBuffer({ resolveWithObject: true })
        return jsQR(new Uint8ClampedArray(data), info.width, info.height)?.data
      }),
    )
    expect(read).toEqual(tokens.map((token) => `https://ovop.example.gov.cn/s/${token}`))
    expect(html.match(/class="sheet"/g)).toHaveLength(2)
  })
})

test('a token has 128 bits, and is read back in any spelling and from nothing else', () => {
  const tokens = Array.from({ length: 1_000 }, makeToken)
  expect(new Set(tokens).size).toBe(1_000)
  for (const token of tokens) {
    expect(readToken(token.toLowerCase().replace(/0/g, 'o').replace(/1/g, 'l'))).toBe(token)
  }
  for (const bad of ['', 'x'.repeat(26), `8${'0'.repeat(25)}`, '0'.repeat(27)]) {
    expect(readToken(bad)).toBeUndefined()
  }
})

test('twenty wrong codes slow an address down for ten minutes, and no other one', () => {
  const now = Date.UTC(2030, 0, 1)
  for (let n = 0; n < 20; n++) count('wrong', '10.0.0.1', now)
  expect(secondsToWait('10.0.0.1', now)).toBe(600)
  expect(secondsToWait('10.0.0.2', now)).toBe(0)
  expect(secondsToWait('10.0.0.1', now + 600_000)).toBe(0)
})

describe('what the gate asks', () => {
  const lines = defaultRuleSet.criteria.survey
  const good = {
    published: true,
    present: 30,
    valid: 30,
    votes: 30,
    satisfied: 30,
    dissatisfied: 0,
  }
  const gaps = (meeting: object, members = 40, changed: object = {}) =>
    surveyGaps(
      { members, households: 400, MEETING: { ...good, ...meeting }, HOUSEHOLD: good },
      { ...lines, ...changed },
    ).missing.map(({ code }) => code)

  test.each<[string, object, string[]]>([
    ['nothing is missing', {}, []],
    ['not published', { published: false }, ['surveyUnpublished']],
    ['few present', { present: 14 }, ['surveyPresent']],
    ['few valid', { valid: 14 }, ['surveyValid']],
    ['nobody answered the overall question', { votes: 0, satisfied: 0 }, ['surveyNoVotes']],
    ['just under 90 %, though 90.0 in print', { votes: 10_000, satisfied: 8_996 }, ['surveyBelow']],
    ['exactly 90 %', { votes: 10_000, satisfied: 9_000 }, []],
    ['half against is no veto', { satisfied: 15, dissatisfied: 15 }, ['surveyBelow']],
    ['over half is', { satisfied: 14, dissatisfied: 16 }, ['surveyBelow', 'surveyVeto']],
  ])('%s', (_, meeting, codes) => {
    expect(gaps(meeting)).toEqual(codes)
  })

  test('a small village needs two thirds of its members, where the rules say so', () => {
    expect(gaps({ present: 12, valid: 12 }, 18)).toEqual([])
    expect(gaps({ present: 11, valid: 11 }, 18)).toEqual(['surveyPresent', 'surveyValid'])
    expect(gaps({ present: 12, valid: 12 }, 18, { smallVillage: 'NO_RULE' })).toEqual([
      'surveyPresent',
      'surveyValid',
    ])
  })

  test('rules that ask for one kind look at no other', () => {
    expect(gaps({ published: false }, 40, { kinds: 'HOUSEHOLD' })).toEqual([])
  })
})
