import 'server-only'
import { authorize, can } from '@/lib/access/policy'
import { openCases } from '@/lib/access/scope'
import type { Viewer } from '@/lib/access/viewer-types'
import { subjectOf } from '@/lib/cases/open-case'
import { isListed, isOpen } from '@/lib/cases/workflow'
import { fromDay, toDay } from '@/lib/dates'
import { read, type Tx } from '@/lib/db'
import { periodStart } from '@/lib/entries/rules'
import { enteredCase } from '@/lib/entries/select'
import { NotFound } from '@/lib/errors'
import { residenceOf } from '@/lib/residence/queries'
import { newestRuleSet, ruleSetOf } from '@/lib/rule-sets/queries'
import type { RuleSet } from '@/lib/rule-sets/schema'
import { pageOfVisits } from './list-queries'

/** As many visits as the page of a case shows; the list has them all. */
const latest = 20

/** Visits to one case, and how often those linked to it and paired with it were there. */
export const readCaseVisits = (viewer: Viewer, caseId: string) =>
  read(viewer, async (tx) => {
    const kase = await tx.case.findFirst({
      where: { AND: [openCases(viewer), { id: caseId }] },
      select: { ...enteredCase, batch: { select: { ruleSet: true } } },
    })
    if (!kase) throw new NotFound()
    const subject = subjectOf(kase)
    authorize(viewer, 'visit.read', subject)
    const ruleSet = kase.batch
      ? ruleSetOf(kase.batch.ruleSet)
      : await newestRuleSet(tx, kase.countyId)
    return {
      ...(await pageOfVisits(tx, viewer, { case: caseId }, latest)),
      residence: await residenceOf(tx, viewer, caseId),
      mayEnterResidence: isListed(kase.stage) && can(viewer, 'residence.enter', subject),
      rhythm: isOpen(kase.stage) ? await rhythmOf(tx, viewer, caseId, ruleSet) : [],
      mayLog: !kase.paused && kase.stage !== 'NOT_CONFIRMED' && can(viewer, 'visit.write', subject),
    }
  })

/**
 * The contact rhythm of the rule set beside what was logged, a plain fact: shown to the township and to
 * those whose own rhythm it is, and to nobody else.
 */
async function rhythmOf(tx: Tx, viewer: Viewer, caseId: string, { contactRhythm }: RuleSet) {
  const slots = [
    ['COUNTY_LEADER', contactRhythm.countyLeader],
    ['HELPER_UNIT', contactRhythm.helperUnit],
  ] as const
  const roles = viewer.grants.map((grant) => grant.role)
  const sees = (slot: (typeof slots)[number][0]) =>
    roles.some((role) => role === slot || role === 'TOWNSHIP')
  const shown = slots.filter(([slot]) => sees(slot))
  const facts = []
  for (const [slot, months] of shown) {
    const from = periodStart(viewer.today, months)
    const where = { caseId, role: slot, withdrawnOn: null }
    const count = await tx.visit.count({ where: { ...where, day: { gte: fromDay(from) } } })
    const last = await tx.visit.findFirst({
      where,
      orderBy: [{ day: 'desc' }, { id: 'desc' }],
      select: { day: true },
    })
    facts.push({ slot, months, from, count, last: last && toDay(last.day) })
  }
  return facts
}
