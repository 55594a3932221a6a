import { standardSlots } from '@/lib/assignments/rules'
import { addDays, addMonths, type Day } from '@/lib/dates'
import type { Formula } from '@/lib/rule-sets/appraisal-rules'
import type { Appraised, CaseFact, Facts, Item, Period } from './facts'

type Given = {
  facts: Facts
  who: Appraised
  period: Period
  /** Every how many months a helper unit is expected in its village. */
  contactMonths: number
}

const within = (day: Day | null, { from, asOf }: Period) =>
  day !== null && day >= from && day <= asOf

/** Cases that count for an organisation: of the township, or paired with the unit at any time in the period. */
export function casesOf({
  facts,
  who,
  period,
}: Pick<Given, 'facts' | 'who' | 'period'>): CaseFact[] {
  if (who.kind === 'TOWNSHIP') {
    return facts.cases.filter(
      (kase) =>
        kase.townshipId === who.townshipId && overlaps(kase.confirmedOn, kase.closedOn, period),
    )
  }
  const paired = new Set(
    facts.assignments
      .filter((one) => one.slot === 'HELPER_UNIT' && one.organisationId === who.id)
      .filter((one) => overlaps(one.fromOn, one.toOn, period))
      .map((one) => one.caseId),
  )
  return facts.cases.filter((kase) => paired.has(kase.id))
}

const overlaps = (from: Day, to: Day | null, period: Period) =>
  from <= period.to && (to === null || to >= period.from)

type Dated = {
  id: string
  caseId: string | null
  village: string
  dueOn: Day
  doneOn: Day | null
}

/** Due in the period; counts where it was done by its day. */
function byItsDay<Row extends Dated>(
  kind: string,
  rows: readonly Row[],
  label: (row: Row) => string,
  period: Period,
) {
  return rows
    .filter((row) => within(row.dueOn, period))
    .map((row): Item => {
      const { id, caseId, village, dueOn, doneOn } = row
      const counts = doneOn !== null && doneOn <= dueOn ? 1 : 0
      return { kind, id, caseId, village, label: label(row), counts, of: 1, dueOn, doneOn }
    })
}

/** Each formula: the list behind its numerator and denominator. */
const lists: Record<Formula, (given: Given) => Item[]> = {
  measuresOnTime: ({ facts, who, period }) =>
    byItsDay(
      'measure',
      facts.measures.filter((row) => !row.paused && belongs(row, who)),
      (row) => `${row.number}. ${row.title}`,
      period,
    ),
  casesOnTime: (given) =>
    byItsDay(
      'case',
      given.facts.cases
        .filter((kase) => kase.townshipId === given.who.townshipId)
        .map((kase) => ({
          ...kase,
          caseId: kase.id,
          dueOn: kase.targetEndOn,
          doneOn: kase.closedOn,
        })),
      (kase) => kase.batch,
      given.period,
    ),
  problemsVerified: ({ facts, who, period }) => {
    const ended = new Set(
      facts.cases
        .filter((kase) => kase.townshipId === who.townshipId)
        .filter((kase) => within(kase.targetEndOn, period) || within(kase.closedOn, period))
        .map((kase) => kase.id),
    )
    return facts.problems
      .filter((row) => row.caseId !== null && ended.has(row.caseId))
      .map((row) => ({
        ...placeOf('problem', row),
        label: `${row.number}. ${row.title}`,
        counts: row.verified ? 1 : 0,
        of: 1,
        result: row.verified ? 'VERIFIED' : null,
      }))
  },
  slotsFilled: ({ facts, who, period }) =>
    facts.cases
      .filter((kase) => kase.townshipId === who.townshipId && kase.confirmedOn <= period.asOf)
      .filter((kase) => kase.closedOn === null || kase.closedOn > period.asOf)
      .map((kase) => {
        const filled = standardSlots.filter((slot) =>
          facts.assignments.some(
            (one) =>
              one.caseId === kase.id &&
              one.slot === slot &&
              one.fromOn <= period.asOf &&
              (one.toOn === null || one.toOn > period.asOf),
          ),
        )
        return {
          ...placeOf('slots', { ...kase, caseId: kase.id }),
          label: '',
          counts: filled.length,
          of: standardSlots.length,
          filled,
        }
      }),
  commitmentsKept: ({ facts, who, period }) =>
    facts.commitments
      .filter((row) => row.townshipId === who.townshipId && within(row.dueOn, period))
      .map((row) => ({
        ...placeOf('commitment', row),
        label: row.position,
        counts: row.result === 'KEPT' ? 1 : 0,
        of: 1,
        dueOn: row.dueOn,
        result: row.result,
      })),
  followUpsOnTime: ({ facts, who, period }) =>
    byItsDay(
      'followUp',
      facts.followUps.filter((row) => row.townshipId === who.townshipId),
      (row) => String(row.month),
      period,
    ),
  instructionsOnTime: ({ facts, who, period }) =>
    byItsDay(
      'instruction',
      facts.instructions.filter((row) => row.organisationId === who.id),
      titled,
      period,
    ),
  requestsOnTime: ({ facts, who, period }) =>
    byItsDay(
      'request',
      facts.requests.filter((row) => row.organisationId === who.id),
      titled,
      period,
    ),
  noticesOnTime: ({ facts, who, period }) =>
    byItsDay(
      'notice',
      facts.notices.filter((row) => row.organisationId === who.id),
      titled,
      period,
    ),
  contactsKept: (given) => casesOf(given).flatMap((kase) => contactItem(given, kase) ?? []),
  satisfaction: (given) => {
    const ids = new Set(casesOf(given).map((kase) => kase.id))
    return given.facts.surveys
      .filter(
        (row) => row.caseId !== null && ids.has(row.caseId) && within(row.closedOn, given.period),
      )
      .map((row) => ({
        ...placeOf('survey', row),
        label: row.title,
        counts: row.satisfied,
        of: row.valid,
        doneOn: row.closedOn,
      }))
  },
}

/** The list behind a formula for one organisation, in the order of villages and days. */
export function itemsOf(formula: Formula, given: Given): Item[] {
  return lists[formula](given).sort(
    (a, b) =>
      compare(a.village, b.village) || compare(a.dueOn ?? '', b.dueOn ?? '') || compare(a.id, b.id),
  )
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)
const titled = (row: { title: string }) => row.title

const placeOf = (kind: string, row: { id: string; caseId: string | null; village: string }) => ({
  kind,
  id: row.id,
  caseId: row.caseId,
  village: row.village,
})

/** A township answers for its cases' measures except those given to a department, which answers itself. */
export function belongs(
  row: { townshipId: string; organisationId: string | null; ofDepartment: boolean },
  who: Pick<Appraised, 'id' | 'townshipId'>,
): boolean {
  return (
    row.organisationId === who.id ||
    (who.townshipId !== null && row.townshipId === who.townshipId && !row.ofDepartment)
  )
}

/**
 * Whole spans of the rhythm, counted from January, in which the unit was paired with an open case that
 * was not paused; met where it had at least one contact.
 */
function contactItem({ facts, who, period, contactMonths }: Given, kase: CaseFact): Item | null {
  const bound = facts.assignments.filter(
    (one) => one.caseId === kase.id && one.slot === 'HELPER_UNIT' && one.organisationId === who.id,
  )
  const expected: string[] = []
  const met: string[] = []
  const year = Number(period.from.slice(0, 4))
  for (let month = 0; month < 24; month += contactMonths) {
    const from = addMonths(`${year}-01-01`, month)
    const to = addDays(addMonths(from, contactMonths), -1)
    if (from < period.from || to > period.asOf) continue
    if (from < kase.confirmedOn || (kase.closedOn !== null && kase.closedOn < to)) continue
    if (!bound.some((one) => one.fromOn <= from && (one.toOn === null || one.toOn >= to))) continue
    if (kase.pauses.some((pause) => pause.from <= to && (pause.to === null || pause.to >= from)))
      continue
    const span = from.slice(0, 7)
    expected.push(span)
    const had = facts.contacts.some(
      (one) =>
        one.caseId === kase.id && one.organisationId === who.id && one.day >= from && one.day <= to,
    )
    if (had) met.push(span)
  }
  if (expected.length === 0) return null
  return {
    ...placeOf('contacts', { ...kase, caseId: kase.id }),
    label: '',
    counts: met.length,
    of: expected.length,
    expected,
    met,
  }
}
