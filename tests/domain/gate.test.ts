import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type GateFacts, gateCriteria, gateItems, gateOpens } from '@/lib/cases/gate'
import type { GateName } from '@/lib/cases/workflow'
import { regulationCodes } from '@/lib/regulations/codes'
import { defaultRuleSet } from '@/lib/rule-sets/defaults'
import {
  type CriterionCode,
  criterionCodes,
  parseRuleSet,
  type RuleSet,
} from '@/lib/rule-sets/schema'
import { gateDay, ready } from '@/tests/support/gate-ready'

const today = gateDay

/* design/lifecycle.md "Criteria by gate": 1 application, 2 county pass, 3 closing. */
const byGate: Record<CriterionCode, [application: boolean, countyPass: boolean, closing: boolean]> =
  {
    measuresDone: [true, true, true],
    problemsVerified: [true, true, true],
    leadingTeam: [true, true, true],
    regulations: [true, true, true],
    slotsFilled: [true, true, false],
    commitments: [false, true, true],
    noticesClosed: [false, true, true],
    survey: [false, true, true],
    townshipAcceptance: [false, true, true],
    countyAcceptance: [false, false, true],
    conflictFree: [false, false, true],
    consolidation: [false, false, true],
  }
const gates: GateName[] = ['application', 'countyPass', 'closing']

const problem = (change: object) => ({ problems: [{ ...ready.problems[0], ...change }] })

/** Each way a criterion can fail, and what it then says. */
const failing: [CriterionCode, string, object, string[]][] = [
  [
    'noticesClosed',
    'a notice not closed',
    { notices: { signed: 2, open: [{ reference: '鹿组督函〔2026〕3号', title: '公开' }] } },
    ['noticeOpen'],
  ],
  [
    'measuresDone',
    'an open measure',
    { measures: [{ number: 1, title: '补选', status: 'OPEN' }] },
    ['measureOpen'],
  ],
  ['measuresDone', 'no measure at all', { measures: [] }, ['noMeasures']],
  ['problemsVerified', 'an open problem', problem({ status: 'OPEN' }), ['problemOpen']],
  [
    'problemsVerified',
    'solved, not verified',
    problem({ status: 'SOLVED' }),
    ['problemUnverified'],
  ],
  [
    'problemsVerified',
    'verified by who reported',
    problem({ verifiedById: 'a' }),
    ['problemSelfVerified'],
  ],
  [
    'problemsVerified',
    'verified by who solved',
    problem({ verifiedById: 'b' }),
    ['problemSelfVerified'],
  ],
  ['problemsVerified', 'no problem at all', { problems: [] }, ['noProblems']],
  [
    'leadingTeam',
    'no secretary',
    { posts: [{ title: 'SECRETARY', holderName: null }] },
    ['postVacant'],
  ],
  ['leadingTeam', 'nobody known', { posts: [] }, ['secretaryUnknown']],
  ['leadingTeam', 'one reserve', { reserveCadres: 1 }, ['reservesShort']],
  [
    'commitments',
    'one published and not evaluated',
    { commitments: [{ ...ready.commitments[0], evaluated: false }] },
    ['commitmentOpen'],
  ],
  ['survey', 'no round', { surveys: { ...ready.surveys, HOUSEHOLD: null } }, ['surveyNone']],
  ['regulations', 'none', { regulations: [] }, regulationCodes.map(() => 'regulationMissing')],
  [
    'regulations',
    'one ends today',
    {
      regulations: ready.regulations.map((one, index) =>
        index ? one : { ...one, endedOn: today },
      ),
    },
    ['regulationMissing'],
  ],
  [
    'regulations',
    'one from tomorrow',
    {
      regulations: ready.regulations.map((one, index) =>
        index ? one : { ...one, adoptedOn: '9999-01-01' },
      ),
    },
    ['regulationMissing'],
  ],
  ['commitments', 'none at all', { commitments: [] }, ['noSecretaryCommitment']],
  [
    'commitments',
    'members only, open',
    { commitments: [{ ...ready.commitments[0], level: 'MEMBER', evaluated: false }] },
    ['commitmentOpen', 'noSecretaryCommitment'],
  ],
  ['slotsFilled', 'an empty slot', { slotGaps: ['WORK_TEAM'] }, ['slotEmpty']],
  ['townshipAcceptance', 'none yet', { townshipAcceptance: null }, ['noAcceptance']],
  [
    'townshipAcceptance',
    'failed',
    { townshipAcceptance: { passed: false, total: 90 } },
    ['acceptanceFailed'],
  ],
  [
    'townshipAcceptance',
    'below the least score',
    { townshipAcceptance: { passed: true, total: 69.5 } },
    ['scoreBelow'],
  ],
  [
    'countyAcceptance',
    'failed',
    { countyAcceptance: { passed: false, total: 90, conflicts: [] } },
    ['acceptanceFailed'],
  ],
  [
    'countyAcceptance',
    'below the least score',
    { countyAcceptance: { passed: true, total: 69.5, conflicts: [] } },
    ['scoreBelow'],
  ],
  [
    'conflictFree',
    'someone of the helper unit',
    { countyAcceptance: { passed: true, total: 90, conflicts: [{ code: 'memberOfHelperUnit' }] } },
    ['memberOfHelperUnit'],
  ],
  ['conflictFree', 'no county acceptance', { countyAcceptance: null }, ['noAcceptance']],
  ['consolidation', 'one day early', { consolidationUntil: '2026-03-11' }, ['consolidatingUntil']],
  ['consolidation', 'not begun', { consolidationUntil: null }, ['notConsolidating']],
]

const gateOf = (code: CriterionCode) => gates[byGate[code].lastIndexOf(true)] ?? 'closing'
function stateOf(
  code: CriterionCode,
  facts: object,
  ruleSet = defaultRuleSet,
  excepted: string[] = [],
) {
  const items = gateItems(
    gateOf(code),
    { ...ready, ...facts } as GateFacts,
    ruleSet,
    new Set(excepted),
    today,
  )
  const item = items.find((one) => one.code === code)
  return {
    state: item?.state,
    missing: item?.missing.map((one) => one.code),
    opens: gateOpens(items),
  }
}
function without(...codes: CriterionCode[]): RuleSet {
  const criteria = Object.fromEntries(
    Object.entries(defaultRuleSet.criteria).map(([code, setting]) => [
      code,
      codes.includes(code as CriterionCode) ? { ...setting, enabled: false } : setting,
    ]),
  )
  return parseRuleSet({ ...defaultRuleSet, criteria })
}

describe('the lists', () => {
  test.each(gates)('of the gate %s are the design’s', (gate) => {
    const index = gates.indexOf(gate)
    const expected = criterionCodes.filter((code) => byGate[code][index])
    expect([...gateCriteria[gate]].sort()).toEqual([...expected].sort())
    const shown = gateItems(gate, ready, defaultRuleSet, new Set(), today)
    expect(shown.map((item) => item.code)).toEqual([...gateCriteria[gate]])
  })

  test('every criterion that can be in use has a way to fail here', () => {
    const usable = criterionCodes.filter((code) => defaultRuleSet.criteria[code].available)
    expect([...new Set(failing.map(([code]) => code))].sort()).toEqual([...usable].sort())
  })
})

describe('each criterion', () => {
  test.each(gates)('holds for a case that lacks nothing: the gate %s opens', (gate) => {
    const items = gateItems(gate, ready, defaultRuleSet, new Set(), today)
    expect(items.filter((item) => item.state === 'missing')).toEqual([])
    expect(gateOpens(items)).toBe(true)
  })

  test.each(failing)('%s is missing: %s', (code, _how, facts, missing) => {
    expect(stateOf(code, facts)).toEqual({ state: 'missing', missing, opens: false })
  })

  test.each(failing)(
    '%s is excepted by a decision, and says still what is missing: %s',
    (code, _how, facts, missing) => {
      // What else fails with it is switched off, so that the gate hangs on this criterion alone.
      const others = criterionCodes.filter((one) => one !== code)
      expect(stateOf(code, facts, without(...others), [code])).toEqual({
        state: 'excepted',
        missing,
        opens: true,
      })
    },
  )

  test.each(failing)('%s is not used where the rule set has it off: %s', (code, _how, facts) => {
    expect(stateOf(code, facts, without(...criterionCodes))).toEqual({
      state: 'notUsed',
      missing: [],
      opens: true,
    })
  })

  test('an exception to one criterion opens no other', () => {
    const facts = { reserveCadres: 0, slotGaps: ['WORK_TEAM'] }
    expect(stateOf('slotsFilled', facts, defaultRuleSet, ['leadingTeam'])).toMatchObject({
      state: 'missing',
      opens: false,
    })
  })

  test('one that holds is never counted as excepted', () => {
    expect(stateOf('leadingTeam', {}, defaultRuleSet, ['leadingTeam']).state).toBe('holds')
  })

  test('thresholds come from the rule set', () => {
    const criteria = {
      ...defaultRuleSet.criteria,
      leadingTeam: { enabled: true, available: true, minReserves: 3 },
      countyAcceptance: { enabled: true, available: true, minScore: 80 },
    }
    const strict = parseRuleSet({ ...defaultRuleSet, criteria })
    expect(stateOf('leadingTeam', {}, strict).missing).toEqual(['reservesShort'])
    expect(stateOf('countyAcceptance', {}, strict).missing).toEqual(['scoreBelow'])
  })
})

test('a gate opens exactly when nothing in use is missing, whatever fails together', () => {
  const anyFailures = fc.subarray(failing)
  const anyCodes = fc.subarray([...criterionCodes])
  fc.assert(
    fc.property(
      anyFailures,
      anyCodes,
      anyCodes,
      fc.constantFrom(...gates),
      (broken, off, excepted, gate) => {
        const facts = Object.assign({}, ready, ...broken.map(([, , change]) => change)) as GateFacts
        const items = gateItems(gate, facts, without(...off), new Set(excepted), today)
        for (const item of items) {
          const used = defaultRuleSet.criteria[item.code].enabled && !off.includes(item.code)
          if (!used) expect(item.state).toBe('notUsed')
          else if (item.missing.length === 0) expect(item.state).toBe('holds')
          else expect(item.state).toBe(excepted.includes(item.code) ? 'excepted' : 'missing')
        }
        expect(gateOpens(items)).toBe(!items.some((item) => item.state === 'missing'))
      },
    ),
  )
})
