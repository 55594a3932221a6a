import { isOwnWork } from '@/lib/acceptance/rules'
import { can } from '@/lib/access/policy'
import { selvesOf, type Viewer } from '@/lib/access/viewer-types'
import type { CaseOrigin, Stage } from '@/prisma/generated/enums'
import { type GateItem, gateOpens } from './gate'
import { type GateName, stageAllows, transitionOf, type Verb, verbs } from './workflow'

/** Why a verb the stage and the rulebook allow cannot be done now. */
export type Block = { by: 'gate'; gate: GateName; items: readonly GateItem[] } | { by: 'ownWork' }

/** A verb in the action bar: in sight, or among the rarer ones. */
export type CaseAction = {
  verb: Verb
  place: 'main' | 'bar' | 'more'
  block?: Block
}

type Standing = {
  id: string
  countyId: string
  townshipId: string
  stage: Stage
  paused: boolean
  origin: CaseOrigin
  proposedByOrganisationId: string | null
  plans: readonly { status: string; submittedById: string | null }[]
  acceptances: readonly { level: string; status: string; appliedById: string | null }[]
}

type Gate = { name: GateName; items: readonly GateItem[] } | null

/** Where each verb stands in the bar; what is not here is among the rarer ones. */
const places: Partial<Record<Verb, 'main' | 'bar'>> = {
  confirm: 'main',
  decline: 'bar',
  withdrawProposal: 'bar',
  submitPlan: 'main',
  withdrawPlan: 'bar',
  approvePlan: 'main',
  returnPlan: 'bar',
  submitRevision: 'main',
  withdrawRevision: 'bar',
  approveRevision: 'main',
  returnRevision: 'bar',
  applyForAcceptance: 'main',
  passTownship: 'main',
  failTownship: 'bar',
  passCounty: 'main',
  failCounty: 'bar',
  close: 'main',
  resume: 'main',
}

/**
 * Exactly the verbs that stage and rulebook allow this viewer on this case now; one that a gate or
 * a personal rule stands against carries its block. Commands check everything again.
 */
export function caseActions(viewer: Viewer, kase: Standing, gate: Gate): CaseAction[] {
  const subject = { countyId: kase.countyId, townshipId: kase.townshipId, caseId: kase.id }
  return verbs
    .filter((verb) => stageAllows(verb, kase) && can(viewer, transitionOf(verb).may, subject))
    .filter((verb) => fits(viewer, kase, verb))
    .map((verb) => {
      const block = blockOf(viewer, kase, gate, verb)
      return { verb, place: places[verb] ?? 'more', ...(block && { block }) }
    })
}

/** Whether there is something for the verb to work on. */
function fits(viewer: Viewer, kase: Standing, verb: Verb): boolean {
  const working = kase.plans.find(({ status }) => status === 'DRAFT' || status === 'SUBMITTED')
  switch (verb) {
    case 'withdrawProposal':
      return viewer.grants.some((grant) => grant.organisationId === kase.proposedByOrganisationId)
    case 'submitPlan':
    case 'submitRevision':
    case 'abandonRevision':
      return working?.status === 'DRAFT'
    case 'withdrawRevision':
    case 'returnRevision':
    case 'approveRevision':
      return working?.status === 'SUBMITTED'
    case 'revisePlan':
      return working === undefined && kase.plans.some(({ status }) => status === 'APPROVED')
    default:
      return true
  }
}

function blockOf(viewer: Viewer, kase: Standing, gate: Gate, verb: Verb): Block | undefined {
  if (isOwnWork(selvesOf(viewer), doneBy(kase, verb))) return { by: 'ownWork' }
  if (gate && transitionOf(verb).gate === gate.name && !gateOpens(gate.items)) {
    return { by: 'gate', gate: gate.name, items: gate.items }
  }
  return undefined
}

/** Whose work a verb decides on: no one decides on their own. */
function doneBy(kase: Standing, verb: Verb): (string | null)[] {
  const applied = (level: string) =>
    kase.acceptances.findLast((one) => one.level === level)?.appliedById ?? null
  switch (verb) {
    case 'approvePlan':
    case 'approveRevision':
      return kase.plans
        .filter(({ status }) => status === 'SUBMITTED')
        .map(({ submittedById }) => submittedById)
    case 'passTownship':
    case 'failTownship':
      return [applied('TOWNSHIP')]
    case 'passCounty':
    case 'failCounty':
      return [applied('COUNTY'), applied('TOWNSHIP')]
    default:
      return []
  }
}
