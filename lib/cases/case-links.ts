import { can } from '@/lib/access/policy'
import type { Viewer } from '@/lib/access/viewer-types'
import { fromDay } from '@/lib/dates'
import { recordPermissions } from '@/lib/records/kinds'
import type { Stage } from '@/prisma/generated/enums'
import { isListed, isOpen } from './workflow'

/** Work on a case that is no step of the state machine; `name` is a key of `cases.links`. */
export type CaseLink = {
  name:
    | 'editPlan'
    | 'decideExtension'
    | 'recordFollowUp'
    | 'reportProblem'
    | 'logVisit'
    | 'logRecord'
    | 'raiseRequest'
    | 'recordInstruction'
    | 'exceptions'
    | 'handOver'
    | 'proposeAgain'
    | 'access'
  href: string
  place: 'main' | 'bar' | 'more'
}

type Standing = {
  id: string
  countyId: string
  townshipId: string
  stage: Stage
  paused: boolean
  village: { id: string }
  plans: readonly { status: string }[]
  extensions: readonly { measureId: string }[]
  followUps: readonly { yellowOn: Date }[]
}

/** The links of the action bar besides its verbs, under the same rulebook. */
export function caseLinks(viewer: Viewer, kase: Standing): CaseLink[] {
  const { id, stage, paused } = kase
  const subject = { countyId: kase.countyId, townshipId: kase.townshipId, caseId: id }
  const within = (...stages: Stage[]) => !paused && stages.includes(stage)
  const drafting = kase.plans.some(({ status }) => status === 'DRAFT')
  const due = kase.followUps.some(({ yellowOn }) => yellowOn <= fromDay(viewer.today))
  const asked = kase.extensions[0]
  const links: (CaseLink & { open: boolean })[] = [
    {
      name: 'decideExtension',
      href: kase.extensions.length === 1 ? `/measures/${asked?.measureId}#extensions` : '/plan',
      place: 'main',
      open: within('RECTIFYING') && asked !== undefined && can(viewer, 'extension.decide', subject),
    },
    {
      name: 'editPlan',
      href: '/plan/edit',
      place: drafting ? 'bar' : 'main',
      open:
        (within('PLANNING') || (within('RECTIFYING') && drafting)) &&
        can(viewer, 'plan.draft', subject),
    },
    {
      name: 'recordFollowUp',
      href: '/follow-ups',
      place: due ? 'main' : 'more',
      open:
        stage === 'CLOSED' && kase.followUps.length > 0 && can(viewer, 'followUp.record', subject),
    },
    {
      name: 'reportProblem',
      href: '/problems/new',
      place: 'more',
      open: within('CANDIDATE', 'PLANNING', 'RECTIFYING') && can(viewer, 'problem.edit', subject),
    },
    {
      name: 'logVisit',
      href: `/visits/new?case=${id}`,
      place: 'bar',
      open: !paused && isOpen(stage) && can(viewer, 'visit.write', subject),
    },
    {
      name: 'logRecord',
      href: `/records/new?case=${id}`,
      place: 'bar',
      open:
        !paused &&
        isOpen(stage) &&
        recordPermissions.some((permission) => can(viewer, permission, subject)),
    },
    {
      name: 'raiseRequest',
      href: '/coordination/new',
      place: 'more',
      open:
        !paused && isListed(stage) && isOpen(stage) && can(viewer, 'coordination.raise', subject),
    },
    {
      name: 'recordInstruction',
      href: '/instructions/new',
      place: 'more',
      open:
        !paused && isListed(stage) && isOpen(stage) && can(viewer, 'instruction.record', subject),
    },
    {
      name: 'exceptions',
      href: '/exceptions',
      place: 'more',
      open:
        within('RECTIFYING', 'TOWNSHIP_ACCEPTANCE', 'COUNTY_ACCEPTANCE', 'CONSOLIDATING') &&
        can(viewer, 'exception.record', subject),
    },
    { name: 'handOver', href: '/hand-over', place: 'more', open: isListed(stage) },
    {
      name: 'access',
      href: '/access',
      place: 'more',
      open: can(viewer, 'case.explainAccess', subject),
    },
  ]
  const again: CaseLink = {
    name: 'proposeAgain',
    href: `/candidates/new?village=${kase.village.id}`,
    place: 'more',
  }
  return [
    ...links
      .filter(({ open }) => open)
      .map(
        ({ name, href, place }): CaseLink => ({
          name,
          href:
            href.startsWith('/visits') || href.startsWith('/records')
              ? href
              : `/cases/${id}${href}`,
          place,
        }),
      ),
    ...(stage === 'CLOSED' && can(viewer, 'case.propose', subject) ? [again] : []),
  ]
}
