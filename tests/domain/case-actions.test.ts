import { describe, expect, test } from 'vitest'
import type { Role } from '@/lib/access/roles'
import type { Viewer } from '@/lib/access/viewer-types'
import { caseActions } from '@/lib/cases/case-actions'
import { caseLinks } from '@/lib/cases/case-links'
import type { GateItem } from '@/lib/cases/gate'
import { nextStep } from '@/lib/cases/next-step'
import { caseSteps } from '@/lib/cases/steps'
import { fromDay } from '@/lib/dates'
import type { Stage } from '@/prisma/generated/enums'

const today = '2026-11-24'

function viewer(role: Role, userId = 'me'): Viewer {
  const townshipId = role === 'TOWNSHIP' ? '450223201' : null
  return {
    userId,
    account: '',
    name: '',
    countyId: '450223',
    countyName: '',
    grants: [{ role, organisationId: `org-${role}`, organisationName: '', townshipId }],
    bonds: [],
    today,
    origin: 'USER',
    demo: false,
    sessionId: null,
  }
}

type Standing = Parameters<typeof caseActions>[1] &
  Parameters<typeof caseLinks>[1] & {
    consolidationUntil: Date | null
    measures: readonly { status: string }[]
    problems: readonly { status: string }[]
    followUps: readonly { month: number; dueOn: Date; yellowOn: Date }[]
  }

function kase(stage: Stage, changes: Partial<Standing> = {}): Standing {
  return {
    id: 'c',
    countyId: '450223',
    townshipId: '450223201',
    village: { id: 'v' },
    stage,
    paused: false,
    origin: 'REGULAR',
    proposedByOrganisationId: 'org-TOWNSHIP',
    consolidationUntil: null,
    plans: [],
    acceptances: [],
    measures: [],
    problems: [],
    extensions: [],
    followUps: [],
    ...changes,
  }
}
const verbsOf = (...given: Parameters<typeof caseActions>) =>
  caseActions(...given).map(({ verb }) => verb)
const submitted = [{ status: 'SUBMITTED', submittedById: 'author' }]
const draft = [{ status: 'DRAFT', submittedById: null }]
const shut: GateItem[] = [
  { code: 'measuresDone', state: 'missing', params: {}, missing: [{ code: 'x' }], fix: 'measures' },
]

describe('the action bar', () => {
  test.each([
    ['COUNTY_OFFICE', kase('CANDIDATE'), ['confirm', 'decline', 'pause']],
    ['TOWNSHIP', kase('CANDIDATE'), ['withdrawProposal']],
    ['TOWNSHIP', kase('PLANNING'), []],
    ['TOWNSHIP', kase('PLANNING', { plans: draft }), ['submitPlan']],
    ['TOWNSHIP', kase('PLAN_REVIEW', { plans: submitted }), ['withdrawPlan']],
    ['COUNTY_LEADER', kase('PLAN_REVIEW', { plans: submitted }), []],
    ['INSPECTOR', kase('COUNTY_ACCEPTANCE'), []],
    ['TOWNSHIP', kase('RECTIFYING', { paused: true }), []],
    ['COUNTY_OFFICE', kase('RECTIFYING', { paused: true }), ['resume']],
    ['COUNTY_OFFICE', kase('CLOSED'), ['annul']],
    ['TOWNSHIP', kase('CLOSED'), []],
  ] as const)('%s on %o', (role, standing, expected) => {
    expect(verbsOf(viewer(role), standing, null)).toEqual(expected)
  })

  test('a proposal is withdrawn by the organisation that made it only', () => {
    const other = kase('CANDIDATE', { proposedByOrganisationId: 'someone else' })
    expect(verbsOf(viewer('TOWNSHIP'), other, null)).toEqual([])
  })

  test('a township of elsewhere has no verb', () => {
    const elsewhere = { ...kase('PLANNING', { plans: draft }), townshipId: '450223103' }
    expect(verbsOf(viewer('TOWNSHIP'), elsewhere, null)).toEqual([])
  })

  test('the verbs of a revision follow its state', () => {
    const approved = { status: 'APPROVED', submittedById: 'author' }
    const at = (...plans: { status: string; submittedById: string | null }[]) =>
      verbsOf(viewer('TOWNSHIP'), kase('RECTIFYING', { plans: [approved, ...plans] }), null).filter(
        (verb) => verb !== 'applyForAcceptance',
      )
    expect(at()).toEqual(['revisePlan'])
    expect(at(...draft)).toEqual(['submitRevision', 'abandonRevision'])
    expect(at(...submitted)).toEqual(['withdrawRevision'])
  })

  test('a gate that is shut blocks its verb and says which criteria', () => {
    const gate = { name: 'application' as const, items: shut }
    const [action] = caseActions(viewer('TOWNSHIP'), kase('RECTIFYING'), gate)
    expect(action).toMatchObject({
      verb: 'applyForAcceptance',
      block: { by: 'gate', gate: 'application', items: shut },
    })
    const open = { ...gate, items: shut.map((item) => ({ ...item, state: 'excepted' as const })) }
    expect(caseActions(viewer('TOWNSHIP'), kase('RECTIFYING'), open)[0]?.block).toBeUndefined()
  })

  test('no one decides on their own work; returning a plan is no approval', () => {
    const mine = kase('PLAN_REVIEW', { plans: submitted })
    const blocked = (userId: string) =>
      caseActions(viewer('COUNTY_OFFICE', userId), mine, null)
        .filter(({ block }) => block?.by === 'ownWork')
        .map(({ verb }) => verb)
    expect(blocked('author')).toEqual(['approvePlan'])
    expect(blocked('another')).toEqual([])
    const acceptances = [
      { level: 'TOWNSHIP', status: 'PASSED', appliedById: 'applicant' },
      { level: 'COUNTY', status: 'OPEN', appliedById: 'passer' },
    ]
    for (const userId of ['applicant', 'passer']) {
      const actions = caseActions(
        viewer('COUNTY_OFFICE', userId),
        kase('COUNTY_ACCEPTANCE', { acceptances }),
        null,
      )
      const own = actions.filter(({ block }) => block).map(({ verb }) => verb)
      expect(own).toEqual(['passCounty', 'failCounty'])
    }
  })
})

describe('further work', () => {
  const names = (role: Role, standing: Parameters<typeof caseLinks>[1]) =>
    caseLinks(viewer(role), standing).map(({ name }) => name)

  test('an extension that was asked is decided by the county office', () => {
    const asked = { ...kase('RECTIFYING'), extensions: [{ measureId: 'm' }] }
    const [first] = caseLinks(viewer('COUNTY_OFFICE'), asked)
    expect(first).toEqual({
      name: 'decideExtension',
      href: '/cases/c/measures/m#extensions',
      place: 'main',
    })
    expect(names('TOWNSHIP', asked)).not.toContain('decideExtension')
  })

  test('a follow-up comes into sight when it is near, and a closed village can be proposed again', () => {
    const followUps = [{ month: 3, dueOn: fromDay('2026-12-01'), yellowOn: fromDay('2026-11-25') }]
    const closed = kase('CLOSED', { followUps })
    expect(names('TOWNSHIP', closed)).toEqual(['recordFollowUp', 'handOver', 'proposeAgain'])
    const place = (day: string) =>
      caseLinks({ ...viewer('TOWNSHIP'), today: day }, closed).find(
        ({ name }) => name === 'recordFollowUp',
      )?.place
    expect([place('2026-11-24'), place('2026-11-25')]).toEqual(['more', 'main'])
  })

  test('nothing but reading is offered while a case is paused', () => {
    const paused = kase('RECTIFYING', { paused: true })
    expect(names('TOWNSHIP', paused)).toEqual(['handOver'])
  })
})

describe('the next step', () => {
  const open = [{ status: 'OPEN' }]
  test.each([
    [kase('RECTIFYING', { paused: true }), 'resume', 'county'],
    [kase('CANDIDATE'), 'confirm', 'county'],
    [kase('PLANNING'), 'draftPlan', 'township'],
    [
      kase('RECTIFYING', { extensions: [{ measureId: 'm' }], measures: open }),
      'decideExtension',
      'county',
    ],
    [kase('RECTIFYING', { plans: submitted, measures: open }), 'reviewRevision', 'county'],
    [kase('RECTIFYING', { measures: open, problems: open }), 'carryOut', 'workers'],
    [kase('RECTIFYING', { problems: open }), 'solveProblems', 'township'],
    [kase('RECTIFYING', { problems: [{ status: 'SOLVED' }] }), 'verifyProblems', 'township'],
    [kase('RECTIFYING'), 'applyForAcceptance', 'township'],
    [
      kase('CONSOLIDATING', { consolidationUntil: fromDay('2026-11-25') }),
      'consolidate',
      'township',
    ],
    [kase('CONSOLIDATING', { consolidationUntil: fromDay(today) }), 'close', 'county'],
  ] as const)('%#: %s', (standing, code, holder) => {
    expect(nextStep(standing, today)).toMatchObject({
      code,
      holder,
    })
  })

  test('there is none after everything is done', () => {
    expect(nextStep(kase('CLOSED'), today)).toBeUndefined()
    expect(nextStep(kase('NOT_CONFIRMED'), today)).toBeUndefined()
  })
})

describe('the road of a case', () => {
  const dated = {
    stageSince: fromDay('2026-11-20'),
    proposedOn: fromDay('2026-03-02'),
    confirmedOn: fromDay('2026-03-18'),
    planApprovedOn: null,
    closedOn: null,
    plans: [],
    acceptances: [],
  }

  test('what is past has its day, the present stage counts days from one', () => {
    const steps = caseSteps({ ...dated, stage: 'PLAN_REVIEW' }, today)
    expect(steps.slice(0, 4)).toEqual([
      { stage: 'CANDIDATE', state: 'done', on: '2026-03-02' },
      { stage: 'PLANNING', state: 'done', on: '2026-03-18' },
      { stage: 'PLAN_REVIEW', state: 'now', on: '2026-11-20', day: 5 },
      { stage: 'RECTIFYING', state: 'todo', on: null },
    ])
  })

  test('one not confirmed has a road of two', () => {
    const steps = caseSteps({ ...dated, stage: 'NOT_CONFIRMED' }, today)
    expect(steps.map(({ stage }) => stage)).toEqual(['CANDIDATE', 'NOT_CONFIRMED'])
  })
})
