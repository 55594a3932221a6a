import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { can } from '@/lib/access/policy'
import { type Role, roles } from '@/lib/access/roles'
import { disclosureGroups, leastCover } from '@/lib/commitments/disclosure'
import {
  authorsOf,
  type CommitmentVerb,
  commitmentLevels,
  commitmentSteps,
  commitmentVerbs,
  knowsVerb,
  mayFor,
  resultsOf,
} from '@/lib/commitments/rules'
import { draftCommitmentInput } from '@/lib/commitments/schema'
import { tellingWordIn } from '@/lib/commitments/wording'
import { newId } from '@/lib/ids'
import type { CommitmentLevel, CommitmentStatus } from '@/prisma/generated/enums'

const today = '2026-03-10'
const statuses: readonly CommitmentStatus[] = [
  'DRAFTED',
  'RETURNED',
  'REVIEWED',
  'PUBLISHED',
  'CARRIED_OUT',
  'EVALUATED',
  'WITHDRAWN',
]

/* Every state × verb: where it leads; · it is not known there; ! only past its day. */
const way = `
              edit    accept   return   publish   withdraw  report      evaluate
  DRAFTED     DRAFTED REVIEWED RETURNED ·         WITHDRAWN ·           ·
  RETURNED    DRAFTED ·        ·        ·         WITHDRAWN ·           ·
  REVIEWED    ·       ·        ·        PUBLISHED WITHDRAWN ·           ·
  PUBLISHED   ·       ·        ·        ·         ·         CARRIED_OUT !EVALUATED
  CARRIED_OUT ·       ·        ·        ·         ·         ·           EVALUATED
  EVALUATED   ·       ·        ·        ·         ·         ·           ·
  WITHDRAWN   ·       ·        ·        ·         ·         ·           ·
`
const [head = [], ...rows] = way
  .trim()
  .split('\n')
  .map((line) => line.trim().split(/\s+/))
const cells = rows.flatMap(([from = '', ...to]) =>
  to.map((cell, index) => ({
    from: from as CommitmentStatus,
    verb: head[index] as CommitmentVerb,
    cell,
  })),
)

describe('the way of a commitment', () => {
  test('the table has every state and every verb', () => {
    expect(cells).toHaveLength(statuses.length * commitmentVerbs.length)
  })

  test.each(cells)('$from: $verb → $cell', ({ from, verb, cell }) => {
    const knows = (dueOn: string) => knowsVerb(verb, { status: from, dueOn }, today)
    expect(knows('2026-03-10')).toBe(cell !== '·' && !cell.startsWith('!'))
    expect(knows('2026-03-09')).toBe(cell !== '·')
    if (cell !== '·') expect(commitmentSteps[verb].to).toBe(cell.replace('!', ''))
  })

  test('what nothing was reported of can only be found broken', () => {
    expect(resultsOf('PUBLISHED')).toEqual(['BROKEN'])
    expect(resultsOf('CARRIED_OUT')).toEqual(['KEPT', 'PARTLY', 'BROKEN'])
  })

  test('nobody judges what they entered, handed in or reported', () => {
    const row = {
      enteredById: 'e',
      submittedById: 's',
      carriedOutById: 'c',
      reviewedById: 'r',
    }
    expect(authorsOf('accept', row)).toEqual(['e', 's'])
    expect(authorsOf('return', row)).toEqual(['e', 's'])
    expect(authorsOf('evaluate', row)).toEqual(['e', 's', 'c'])
    expect(authorsOf('edit', row)).toEqual(['r'])
  })
})

/* Level × role: m makes and keeps, j judges, mj both (never one's own), · neither. */
const sides: Record<CommitmentLevel, Partial<Record<Role, string>>> = {
  TOWNSHIP: { COUNTY_OFFICE: 'j', TOWNSHIP: 'm' },
  SECRETARY: { COUNTY_OFFICE: 'j', TOWNSHIP: 'mj', WORK_TEAM: 'm' },
  MEMBER: { TOWNSHIP: 'mj', WORK_TEAM: 'm' },
}

describe('whose a verb is', () => {
  test.each(commitmentLevels.flatMap((level) => roles.map((role) => [level, role] as const)))(
    '%s: %s',
    (level, role) => {
      const viewer = {
        countyId: '450223',
        grants: [{ role, organisationId: 'o', organisationName: '', townshipId: '450223201' }],
        bonds: [{ role, caseId: 'c', organisationId: 'o' }],
      } as never
      const subject = { countyId: '450223', townshipId: '450223201', caseId: 'c' }
      const side = sides[level][role] ?? ''
      for (const verb of commitmentVerbs) {
        const letter = commitmentSteps[verb].by === 'maker' ? 'm' : 'j'
        expect([verb, can(viewer, mayFor(verb, level), subject)]).toEqual([
          verb,
          side.includes(letter),
        ])
      }
    },
  )
})

describe('what may be written', () => {
  const written = {
    id: newId(),
    caseId: '0190a0a0-0000-7000-8000-000000000000',
    level: 'SECRETARY',
    position: 'VILLAGE_SECRETARY',
    text: '每月公开村级收支',
    yardstick: '每月 5 日前张贴',
    dueOn: '2026-06-30',
  }
  const codes = (change: object) => {
    const result = draftCommitmentInput.safeParse({ ...written, ...change })
    return result.success ? [] : result.error.issues.map((issue) => issue.message)
  }
  const members = { level: 'MEMBER', position: 'ALL_MEMBERS', memberCount: 12 }

  test('a commitment of each level', () => {
    expect(codes({})).toEqual([])
    expect(codes(members)).toEqual([])
    expect(codes({ level: 'TOWNSHIP', position: 'TOWNSHIP_COMMITTEE' })).toEqual([])
  })

  test.each<[string, object]>([
    ['commitmentTells', { text: '按期完成软弱涣散党组织整顿' }],
    ['commitmentTells', { yardstick: '顺利销号' }],
    ['commitmentTells', { text: 'Rectification done by June' }],
    ['commitmentNamesPerson', { personName: '韦明', text: '韦明承诺每月公开收支' }],
    ['invalidChoice', { position: 'TOWNSHIP_COMMITTEE' }],
    ['commitmentNoCount', { memberCount: 3 }],
    ['commitmentCountMissing', { ...members, memberCount: '' }],
    ['commitmentNoName', { ...members, personName: '韦明' }],
    ['commitmentPlaceMissing', { caseId: '' }],
    ['entryIdMalformed', { id: 'x' }],
  ])('%s', (code, change) => {
    expect(codes(change)).toContain(code)
  })

  test('ordinary words tell nothing', () => {
    expect(tellingWordIn('整修屯级道路，调整帮扶措施，转变作风')).toBeUndefined()
  })
})

describe('what a public page may show', () => {
  const at = (village: string, level: CommitmentLevel = 'SECRETARY', townshipId = 't') => ({
    townshipId,
    villageId: village,
    level,
  })
  const listed = (...villages: string[]) =>
    villages.map((villageId) => ({ townshipId: 't', villageId }))
  const shown = (published: ReturnType<typeof at>[], cases: ReturnType<typeof listed>) =>
    disclosureGroups(published, cases).map(({ level, shown: shows }) => [level, shows])

  test('nothing while the listed villages are all there is', () => {
    expect(shown([at('a'), at('b')], listed('a', 'b'))).toEqual([['SECRETARY', false]])
  })

  test('three villages that were never listed are the least, and as many as were', () => {
    expect(shown([at('a'), at('x'), at('y')], listed('a'))).toEqual([['SECRETARY', false]])
    expect(shown([at('a'), at('x'), at('y'), at('z')], listed('a'))).toEqual([['SECRETARY', true]])
    const four = listed('a', 'b', 'c', 'd')
    expect(shown([at('a'), at('x'), at('y'), at('z')], four)).toEqual([['SECRETARY', false]])
  })

  test('each level stands for itself, and a village counts once', () => {
    const many = [
      at('x'),
      at('y'),
      at('z'),
      at('a', 'MEMBER'),
      at('x', 'MEMBER'),
      at('x', 'MEMBER'),
    ]
    expect(shown(many, listed('a'))).toEqual([
      ['SECRETARY', true],
      ['MEMBER', false],
    ])
  })

  test('what listed villages publish never changes what is shown of the others', () => {
    const village = fc.constantFrom('a', 'b', 'c', 'u', 'v', 'w', 'x')
    const cases = listed('a', 'b', 'c')
    fc.assert(
      fc.property(fc.array(village, { maxLength: 12 }), (villages) => {
        const unlisted = villages.filter((one) => !'abc'.includes(one))
        const open = (list: string[]) =>
          disclosureGroups(
            list.map((one) => at(one)),
            cases,
          ).some((group) => group.shown)
        expect(open(villages)).toBe(open(unlisted))
        if (open(villages)) expect(new Set(unlisted).size).toBeGreaterThanOrEqual(leastCover)
      }),
    )
  })
})
