import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Relation, relations, type Subject } from '@/lib/access/relations'
import type { Bond, Grant, Viewer } from '@/lib/access/viewer-types'
import { anySubject, anyViewer } from '@/tests/support/anyone'

const county = '450223'
const grant = (change: Partial<Grant> = {}): Grant => ({
  role: 'HELPER_UNIT',
  organisationId: 'o1',
  organisationName: '县农业农村局',
  townshipId: null,
  ...change,
})
const viewer = (bonds: Bond[] = []): Viewer => ({
  userId: 'u1',
  account: 'someone',
  name: '某某',
  countyId: county,
  countyName: '鹿寨县',
  grants: [],
  bonds,
  today: '2026-03-10',
  origin: 'USER',
  demo: false,
  sessionId: null,
})
const holds = (relation: Relation, who: Viewer, by: Grant, subject: Subject) =>
  relations[relation](who, by, subject)
const bond: Bond = { role: 'HELPER_UNIT', caseId: 'k1', organisationId: 'o1' }
const kase: Subject = { countyId: county, townshipId: '450223201', caseId: 'k1' }
const own = { organisationId: 'o1', personUserId: null }

describe('county', () => {
  test('the viewer’s own, no other', () => {
    expect(holds('county', viewer(), grant(), kase)).toBe(true)
    expect(holds('county', viewer(), grant(), { ...kase, countyId: '451322' })).toBe(false)
  })
})

describe('township', () => {
  const of = (townshipId: string | null) => grant({ role: 'TOWNSHIP', townshipId })
  test.each<[string | null, string | null | undefined, boolean]>([
    ['450223201', '450223201', true],
    ['450223201', '450223103', false],
    ['450223201', null, false],
    ['450223201', undefined, false],
    [null, null, false],
    [null, undefined, false],
  ])('appointed at %s, asked about %s: %s', (at, about, expected) => {
    expect(holds('township', viewer(), of(at), { countyId: county, townshipId: about })).toBe(
      expected,
    )
  })
})

describe('bound', () => {
  test.each<[string, Partial<Bond>, Partial<Subject>, boolean]>([
    ['by this role, organisation and case', {}, {}, true],
    ['by the person, without an organisation', { organisationId: null }, {}, true],
    ['by another of their organisations', { organisationId: 'o2' }, {}, false],
    ['by another of their roles', { role: 'WORK_TEAM' }, {}, false],
    ['to another case', { caseId: 'k2' }, {}, false],
    ['asked about no case', {}, { caseId: undefined }, false],
    ['asked in another county', {}, { countyId: '451322' }, false],
  ])('%s', (_what, change, subject, expected) => {
    const who = viewer([{ ...bond, ...change }])
    expect(holds('bound', who, grant(), { ...kase, ...subject })).toBe(expected)
  })
})

describe('own measure', () => {
  test.each<[string, Subject['measure'], boolean]>([
    ['names the organisation', own, true],
    ['names the person', { organisationId: 'o2', personUserId: 'u1' }, true],
    ['names others', { organisationId: 'o2', personUserId: 'u2' }, false],
    ['names nobody', { organisationId: null, personUserId: null }, false],
    ['no measure at hand', undefined, false],
  ])('%s', (_what, measure, expected) => {
    expect(holds('ownMeasure', viewer([bond]), grant(), { ...kase, measure })).toBe(expected)
  })

  test('of a case one is not bound to: no', () => {
    expect(holds('ownMeasure', viewer(), grant(), { ...kase, measure: own })).toBe(false)
  })
})

describe('whoever asks about whatever', () => {
  const names = Object.keys(relations) as Relation[]

  test('no relation holds across counties', () => {
    fc.assert(
      fc.property(anyViewer, anySubject, fc.constantFrom(...names), (who, subject, relation) => {
        if (who.countyId === subject.countyId) return
        for (const by of who.grants) expect(holds(relation, who, by, subject)).toBe(false)
      }),
    )
  })

  test('none is wider than county, and ownMeasure is never wider than bound', () => {
    fc.assert(
      fc.property(anyViewer, anySubject, (who, subject) => {
        for (const by of who.grants) {
          for (const relation of names) {
            if (holds(relation, who, by, subject))
              expect(holds('county', who, by, subject)).toBe(true)
          }
          if (holds('ownMeasure', who, by, subject)) {
            expect(holds('bound', who, by, subject)).toBe(true)
          }
        }
      }),
    )
  })

  test('a bond taken away takes its right away', () => {
    fc.assert(
      fc.property(anyViewer, anySubject, (who, subject) => {
        const unbound = { ...who, bonds: who.bonds.filter((one) => one.caseId !== subject.caseId) }
        for (const by of who.grants) {
          expect(holds('bound', unbound, by, subject)).toBe(false)
          expect(holds('ownMeasure', unbound, by, subject)).toBe(false)
        }
      }),
    )
  })
})
