import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Permission } from '@/lib/access/policy'
import {
  isListed,
  isOpen,
  isTransformed,
  stageAfter,
  stageAllows,
  transitionOf,
  type Verb,
  verbs,
} from '@/lib/cases/workflow'
import { Stage } from '@/prisma/generated/enums'

/*
 * The life of a case as design/lifecycle.md "Verbs of a case" states it, written out by hand: from
 * each stage a verb knows, the stage it leads to. What is not here is refused.
 */
const same = (...stages: Stage[]) => Object.fromEntries(stages.map((stage) => [stage, stage]))
const openStages: Stage[] = [
  'CANDIDATE',
  'PLANNING',
  'PLAN_REVIEW',
  'RECTIFYING',
  'TOWNSHIP_ACCEPTANCE',
  'COUNTY_ACCEPTANCE',
  'CONSOLIDATING',
]
const life: Record<Verb, { may: Permission; to: Partial<Record<Stage, Stage>>; gate?: string }> = {
  withdrawProposal: { may: 'case.withdrawProposal', to: { CANDIDATE: 'NOT_CONFIRMED' } },
  confirm: { may: 'case.confirm', to: { CANDIDATE: 'PLANNING' } },
  decline: { may: 'case.decline', to: { CANDIDATE: 'NOT_CONFIRMED' } },
  submitPlan: { may: 'plan.submit', to: { PLANNING: 'PLAN_REVIEW' } },
  withdrawPlan: { may: 'plan.withdraw', to: { PLAN_REVIEW: 'PLANNING' } },
  returnPlan: { may: 'plan.review', to: { PLAN_REVIEW: 'PLANNING' } },
  approvePlan: { may: 'plan.review', to: { PLAN_REVIEW: 'RECTIFYING' } },
  revisePlan: { may: 'plan.revise', to: same('RECTIFYING') },
  submitRevision: { may: 'plan.submit', to: same('RECTIFYING') },
  withdrawRevision: { may: 'plan.withdraw', to: same('RECTIFYING') },
  abandonRevision: { may: 'plan.revise', to: same('RECTIFYING') },
  returnRevision: { may: 'plan.review', to: same('RECTIFYING') },
  approveRevision: { may: 'plan.review', to: same('RECTIFYING') },
  applyForAcceptance: {
    may: 'acceptance.apply',
    to: { RECTIFYING: 'TOWNSHIP_ACCEPTANCE' },
    gate: 'application',
  },
  passTownship: {
    may: 'acceptance.township',
    to: { TOWNSHIP_ACCEPTANCE: 'COUNTY_ACCEPTANCE' },
  },
  failTownship: { may: 'acceptance.township', to: { TOWNSHIP_ACCEPTANCE: 'RECTIFYING' } },
  passCounty: {
    may: 'acceptance.county',
    to: { COUNTY_ACCEPTANCE: 'CONSOLIDATING' },
    gate: 'countyPass',
  },
  failCounty: { may: 'acceptance.county', to: { COUNTY_ACCEPTANCE: 'RECTIFYING' } },
  resumeRectifying: { may: 'case.resumeRectifying', to: { CONSOLIDATING: 'RECTIFYING' } },
  close: { may: 'case.close', to: { CONSOLIDATING: 'CLOSED' }, gate: 'closing' },
  pause: { may: 'case.pause', to: same(...openStages) },
  resume: { may: 'case.pause', to: same(...openStages) },
  carryOver: { may: 'case.carryOver', to: same(...openStages.slice(1)) },
  annul: { may: 'case.annul', to: { PLANNING: 'NOT_CONFIRMED', CLOSED: 'CONSOLIDATING' } },
}
const stages = Object.values(Stage)

describe('the state machine', () => {
  test('knows exactly the verbs of the design', () => {
    expect([...verbs].sort()).toEqual(Object.keys(life).sort())
  })

  test.each(Object.entries(life))('%s: stages, target, permission, gate', (name, row) => {
    const verb = name as Verb
    expect(transitionOf(verb).may).toBe(row.may)
    expect(transitionOf(verb).gate).toBe(row.gate)
    for (const stage of stages) {
      const target = row.to[stage]
      const running = { stage, paused: false }
      expect({ stage, allowed: stageAllows(verb, running) }).toEqual({
        stage,
        allowed: target !== undefined && verb !== 'resume',
      })
      expect({ stage, allowed: stageAllows(verb, { stage, paused: true }) }).toEqual({
        stage,
        allowed: target !== undefined && verb === 'resume',
      })
      if (target) expect(stageAfter(verb, stage)).toBe(target)
    }
  })

  test('annulling a historical case unlists it, for it never consolidated', () => {
    expect(stageAfter('annul', 'CLOSED', 'HISTORICAL')).toBe('NOT_CONFIRMED')
    expect(stageAfter('annul', 'CLOSED', 'REGULAR')).toBe('CONSOLIDATING')
  })

  test.each<[Stage, boolean, boolean, boolean]>([
    ['CANDIDATE', true, false, false],
    ['NOT_CONFIRMED', false, false, false],
    ['PLANNING', true, true, false],
    ['PLAN_REVIEW', true, true, false],
    ['RECTIFYING', true, true, false],
    ['TOWNSHIP_ACCEPTANCE', true, true, false],
    ['COUNTY_ACCEPTANCE', true, true, false],
    ['CONSOLIDATING', true, true, false],
    ['CLOSED', false, true, true],
  ])('%s: open %s, listed %s, transformed %s', (stage, open, listed, transformed) => {
    expect([isOpen(stage), isListed(stage), isTransformed(stage)]).toEqual([
      open,
      listed,
      transformed,
    ])
  })
})

describe('whatever is done, in whatever order', () => {
  const anyVerb = fc.constantFrom(...verbs)
  const walk = (path: readonly Verb[]) => {
    const seen: { verb: Verb; from: Stage; paused: boolean; to: Stage }[] = []
    let [stage, paused]: [Stage, boolean] = ['CANDIDATE', false]
    for (const verb of path) {
      if (!stageAllows(verb, { stage, paused })) continue
      const to = stageAfter(verb, stage)
      seen.push({ verb, from: stage, paused, to })
      if (verb === 'pause' || verb === 'resume') paused = verb === 'pause'
      stage = to
    }
    return seen
  }

  test('a paused case knows nothing but resume', () => {
    fc.assert(
      fc.property(fc.array(anyVerb, { maxLength: 60 }), (path) => {
        for (const step of walk(path)) {
          if (step.paused) expect(step.verb).toBe('resume')
        }
      }),
    )
  })

  test('a case closes only after county acceptance, and that only after a plan in force', () => {
    fc.assert(
      fc.property(fc.array(anyVerb, { maxLength: 120 }), (path) => {
        const steps = walk(path)
        for (const [index, { verb }] of steps.entries()) {
          const before = steps.slice(0, index).map((step) => step.verb)
          if (verb === 'close') expect(before).toContain('passCounty')
          if (verb === 'passCounty') expect(before).toContain('passTownship')
          if (verb === 'applyForAcceptance') expect(before).toContain('approvePlan')
        }
      }),
    )
  })

  test('what was not confirmed stays so', () => {
    fc.assert(
      fc.property(anyVerb, fc.boolean(), (verb, paused) => {
        expect(stageAllows(verb, { stage: 'NOT_CONFIRMED', paused })).toBe(false)
      }),
    )
  })
})
