import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { can } from '@/lib/access/policy'
import type { Viewer } from '@/lib/access/viewer-types'
import { newId } from '@/lib/ids'
import { moves } from '@/lib/plans/moves'
import { flatten } from '@/lib/records/content'
import { details } from '@/lib/records/details'
import { fieldsOf } from '@/lib/records/form-fields'
import { isApplied, kindsByMove, moveOf, permissionFor, recordKinds } from '@/lib/records/kinds'
import { meetingsByQuarter } from '@/lib/records/organisation-life'
import { resultIssue } from '@/lib/records/result-rules'
import { addRecordInput, needsText } from '@/lib/records/schema'
import { toldOf } from '@/lib/records/telling'
import { RecordKind } from '@/prisma/generated/enums'

const post = newId()
/** The least a person must write of each kind. */
const least: Record<RecordKind, object> = {
  RESPONSIBILITY_LETTER_SIGNED: {},
  JOINT_WORKING_GROUP_MEETING: {},
  DOCUMENTS_ISSUED: {},
  SECRETARY_ADJUSTED: { reason: '年纪长、能力弱' },
  COMMITTEE_POST_CHANGED: { how: 'RESIGNED', post },
  TEAM_MEMBER_ADDED: { post: 'PUBLICITY_MEMBER', name: '覃某' },
  ELECTION: { elected: [{ post, name: '覃某' }] },
  RESERVE_ADDED: { name: '覃某' },
  RESERVE_PROMOTED: { reserveId: newId(), post: 'PUBLICITY_MEMBER' },
  TRAINING_POST: {},
  HELP_GIVEN: { by: 'DEPARTMENT' },
  PROJECT: { title: '沙糖橘种植' },
  TECHNICAL_TRAINING: {},
  FUNDS: { year: 2026, officeFunds: 17_000 },
  DISPUTE_MEDIATED: {},
  PEOPLES_MATTER_SETTLED: {},
  THREE_MEETINGS: { meeting: 'MEMBERS_MEETING' },
  TRAINING: { form: 'AIR_CLASSROOM' },
  INTEGRITY_EDUCATION: { form: 'WARNING_BASE' },
  MEMBER_APPRAISAL: {},
  REGULATION_ADOPTED: { code: 'VILLAGE_FINANCE' },
  FOUR_DISCUSSIONS: {
    matter: '建晒谷场',
    branch: { day: '2026-03-01' },
    committees: { day: '2026-03-02' },
    members: { day: '2026-03-03', due: 30, present: 20, votes: 16 },
    representatives: { due: 30, present: 20, votes: 11 },
  },
}
const sent = (kind: RecordKind, detail: object = least[kind], change: object = {}) => ({
  id: newId(),
  caseId: newId(),
  kind,
  day: '2026-03-10',
  text: '写一句话',
  detail,
  ...change,
})
const fields = (given: object) =>
  addRecordInput.safeParse(given).error?.issues.map(({ path }) => path.join('.'))

describe('the kinds', () => {
  test('each stands under exactly one move', () => {
    const listed = moves.flatMap((move): readonly string[] => kindsByMove[move])
    expect([...listed].sort()).toEqual(Object.values(RecordKind).sort())
    for (const kind of recordKinds) expect(kindsByMove[moveOf(kind)]).toContain(kind)
  })

  test.each(recordKinds)('%s takes its least, tells it, and has a field for each part', (kind) => {
    const parsed = addRecordInput.parse(sent(kind))
    expect(parsed.kind).toBe(kind)
    expect(Object.keys(toldOf(kind, parsed.detail))).toEqual([
      ...['what', 'of', 'posts', 'year', 'count', 'money'],
    ])
    const drawn = fieldsOf[kind].map(({ name }) => name)
    const typed = Object.keys((details[kind] as { shape?: object }).shape ?? {})
    const inSteps = ['branch', 'committees', 'members', 'representatives']
    expect(typed.filter((name) => !drawn.includes(name) && !inSteps.includes(name))).toEqual([])
    expect(Object.keys(flatten(parsed))).toEqual(
      expect.arrayContaining(['day', 'text', 'problemIds', 'measureIds']),
    )
  })

  test('a text is asked exactly where no typed field says what was done', () => {
    for (const kind of recordKinds) {
      expect([kind, fields(sent(kind, least[kind], { text: ' ' }))]).toEqual([
        kind,
        needsText(kind) ? ['text'] : undefined,
      ])
    }
  })

  test('a kind that is none, or a typed field of another kind, does not slip in', () => {
    expect(fields({ ...sent('PROJECT'), kind: 'CHECK_IN' })).toEqual(['kind'])
    const { detail } = addRecordInput.parse(sent('DISPUTE_MEDIATED', { officeFunds: 1, x: '<b>' }))
    expect(detail).toEqual({})
  })
})

describe('the typed fields', () => {
  test.each<[RecordKind, object, string]>([
    ['SECRETARY_ADJUSTED', { reason: '' }, 'detail.reason'],
    ['SECRETARY_ADJUSTED', { reason: '能力弱', filedOn: '2026-02-30' }, 'detail.filedOn'],
    ['COMMITTEE_POST_CHANGED', { how: 'APPOINTED', post }, 'detail.how'],
    ['COMMITTEE_POST_CHANGED', { how: 'BY_ELECTION', post }, 'detail.name'],
    ['COMMITTEE_POST_CHANGED', { how: 'RECALLED' }, 'detail.post'],
    ['TEAM_MEMBER_ADDED', { post: 'MAYOR', name: '覃某' }, 'detail.post'],
    ['ELECTION', { elected: [] }, 'detail.elected'],
    ['ELECTION', { elected: [{ post, name: '' }] }, 'detail.elected.0.name'],
    ['RESERVE_ADDED', { name: ' ' }, 'detail.name'],
    ['HELP_GIVEN', { by: 'NEIGHBOUR' }, 'detail.by'],
    ['PROJECT', { title: '' }, 'detail.title'],
    ['PROJECT', { title: '橘', size: 1.234 }, 'detail.size'],
    ['PROJECT', { title: '橘', investment: 0.5 }, 'detail.investment'],
    ['PROJECT', { title: '橘', households: -1 }, 'detail.households'],
    ['FUNDS', { year: 2026 }, 'detail.officeFunds'],
    ['FUNDS', { year: 1999, officeFunds: 1 }, 'detail.year'],
    ['THREE_MEETINGS', { meeting: 'GROUP_MEETING', due: 5, present: 6 }, 'detail.present'],
    ['REGULATION_ADOPTED', { code: 'NONE_SUCH' }, 'detail.code'],
    ['FOUR_DISCUSSIONS', { ...least.FOUR_DISCUSSIONS, matter: '' }, 'detail.matter'],
    [
      'FOUR_DISCUSSIONS',
      { ...least.FOUR_DISCUSSIONS, members: { day: '2026-03-03', due: 9, present: 8, votes: 9 } },
      'detail.members.votes',
    ],
  ])('%s %j is refused at %s', (kind, detail, field) => {
    expect(fields(sent(kind, detail))).toEqual([field])
  })

  test('what a form leaves blank or writes as text is read; two decimals of a size are kept', () => {
    const form = { title: '橘', size: '250.25', investment: '', households: '12', unit: 'MU' }
    const { detail } = addRecordInput.parse(sent('PROJECT', form))
    expect(detail).toMatchObject({ size: 250.25, households: 12 })
    expect(detail).not.toHaveProperty('investment', expect.anything())
  })
})

describe('who writes a kind', () => {
  const viewer = (role: Viewer['grants'][number]['role']) =>
    ({
      countyId: '450223',
      grants: [{ role, organisationId: 'o', organisationName: '', townshipId: null }],
    }) as unknown as Viewer
  const writes = (role: Viewer['grants'][number]['role']) =>
    recordKinds.filter((kind) => can(viewer(role), permissionFor(kind)))
  const ofMove = (move: (typeof moves)[number]): readonly RecordKind[] => kindsByMove[move]
  const formal = [...ofMove('TEAM'), 'FUNDS', 'REGULATION_ADOPTED']

  test('leading team, money, regulations: township and county office alone', () => {
    for (const role of ['HELPER_UNIT', 'WORK_TEAM'] as const) {
      expect(writes(role)).toEqual(recordKinds.filter((kind) => !formal.includes(kind)))
    }
    expect(writes('TOWNSHIP')).toEqual(recordKinds)
    expect(writes('COUNTY_OFFICE').sort()).toEqual([...formal, ...ofMove('RESPONSIBILITY')].sort())
    expect(writes('COUNTY_LEADER')).toEqual(['HELP_GIVEN'])
    expect(writes('INSPECTOR')).toEqual([])
    expect(writes('SYSTEM_ADMIN')).toEqual([])
  })

  test('whatever changes facts of the village is among them', () => {
    expect(recordKinds.filter(isApplied).every((kind) => formal.includes(kind))).toBe(true)
  })
})

describe('yearly results of a project', () => {
  const given = { begun: '2026-05-01', today: '2028-01-01', told: [2027] }
  test.each([
    [2025, 'resultTooEarly'],
    [2026, undefined],
    [2027, 'resultRepeated'],
    [2028, undefined],
    [2029, 'resultAhead'],
  ])('%i: %s', (year, code) => {
    expect(resultIssue(year, given)?.code).toBe(code)
  })
})

describe('organisation life', () => {
  test('counts each meeting in the quarter of its day, the latest quarter first', () => {
    const recorded = [
      { meeting: 'COMMITTEE_MEETING', day: '2026-10-01' },
      { meeting: 'COMMITTEE_MEETING', day: '2026-09-30' },
      { meeting: 'PARTY_LECTURE', day: '2026-11-24' },
      { meeting: 'PARTY_LECTURE', day: '2025-12-31' },
    ] as const
    const quarters = meetingsByQuarter(recorded, '2026-11-24')
    expect(quarters.map(({ from }) => from)).toEqual([
      ...['2026-10-01', '2026-07-01', '2026-04-01', '2026-01-01'],
    ])
    expect(quarters[0]?.held).toMatchObject({ COMMITTEE_MEETING: 1, PARTY_LECTURE: 1 })
    expect(quarters[1]?.held).toMatchObject({ COMMITTEE_MEETING: 1, PARTY_LECTURE: 0 })
  })

  test('no meeting of the last year is counted twice or lost', () => {
    const day = fc
      .integer({ min: 0, max: 364 })
      .map((back) => new Date(Date.UTC(2026, 11, 31 - back)).toISOString().slice(0, 10))
    fc.assert(
      fc.property(fc.array(day, { maxLength: 40 }), (days) => {
        const recorded = days.map((on) => ({ meeting: 'GROUP_MEETING' as const, day: on }))
        const quarters = meetingsByQuarter(recorded, '2026-12-31')
        const sum = quarters.reduce((all, { held }) => all + held.GROUP_MEETING, 0)
        expect(sum).toBe(days.length)
      }),
    )
  })
})
