import { addWorkingDays, type Calendar, workingDaysBetween } from '@/lib/calendar/rules'
import { addDays, type Day, daysBetween } from '@/lib/dates'
import type { LightSubject, RuleSet } from '@/lib/rule-sets/schema'

/** 绿 in time · 黄 due soon · 红 past due · 灰 done, paused or without a deadline. */
export type Colour = 'green' | 'yellow' | 'red' | 'grey'

/** The first days on which something shows yellow and red; stored, so a light is never stale. */
export type LightDates = { yellowOn: Day; redOn: Day }

/** What a light is read from; dates are null while there is no deadline. */
export type LightState = {
  yellowOn: Day | null
  redOn: Day | null
  done: boolean
  paused: boolean
}

const byUrgency: readonly Colour[] = ['red', 'yellow', 'green', 'grey']

/**
 * The due day of something an office owes within a service time: the rule set's number of
 * working days after the day it was asked for (design, "Service times with lights").
 */
export function serviceDue(
  subject: keyof RuleSet['service'],
  since: Day,
  ruleSet: Pick<RuleSet, 'service'>,
  calendar: Calendar,
): Day {
  return addWorkingDays(since, ruleSet.service[subject], calendar)
}

/**
 * When a light turns: red on the day after the due day, yellow the rule set's threshold before
 * it (15 calendar days for measures and plans, 3 working days for reviews, letters and
 * follow-ups). With a threshold of 0 the due day itself is yellow.
 */
export function lightDates(input: {
  subject: LightSubject
  due: Day
  ruleSet: Pick<RuleSet, 'lights'>
  calendar: Calendar
}): LightDates {
  const { due, calendar } = input
  const { before, unit } = input.ruleSet.lights[input.subject]
  const yellowOn = unit === 'DAYS' ? addDays(due, -before) : addWorkingDays(due, -before, calendar)
  return { yellowOn, redOn: addDays(due, 1) }
}

/** The colour on a day. Done, paused and without a deadline are grey, whatever the dates. */
export function lightOf(state: LightState, today: Day): Colour {
  if (state.done || state.paused) return 'grey'
  if (state.redOn !== null && today >= state.redOn) return 'red'
  if (state.yellowOn !== null && today >= state.yellowOn) return 'yellow'
  return state.redOn === null && state.yellowOn === null ? 'grey' : 'green'
}

/** The worst of several colours, red before yellow before green before grey; none is grey. */
export function worstOf(colours: readonly Colour[]): Colour {
  return byUrgency.find((colour) => colours.includes(colour)) ?? 'grey'
}

/**
 * The earliest yellow and red day among open items: what a case stores of everything that runs
 * in it. The light of these dates is on every day the worst light of the items.
 */
export function earliestLightDates(
  items: readonly Pick<LightState, 'yellowOn' | 'redOn'>[],
): Pick<LightState, 'yellowOn' | 'redOn'> {
  const earliest = (days: readonly (Day | null)[]) =>
    days.reduce(
      (first, day) => (first === null || (day !== null && day < first) ? day : first),
      null,
    )
  return {
    yellowOn: earliest(items.map((item) => item.yellowOn)),
    redOn: earliest(items.map((item) => item.redOn)),
  }
}

/**
 * The due day after a pause: a pause stops the clock, so the day moves by the calendar days
 * paused (`pausedOn` up to, not including, `resumedOn`). What was already past due stays so.
 */
export function dueAfterPause(input: { due: Day; pausedOn: Day; resumedOn: Day }): Day {
  if (input.due < input.pausedOn) return input.due
  return addDays(input.due, Math.max(0, daysBetween(input.pausedOn, input.resumedOn)))
}

/**
 * What a light may watch: besides what the rule set has a threshold for, requests and instructions,
 * whose deadline a person sets; they turn like the other letters (`extension`).
 */
export type WatchedSubject = LightSubject | 'coordination' | 'instruction'

/** Why a light has its colour: a key of the messages namespace `lights` and its values. */
export type LightReason = {
  colour: Colour
  code: `${WatchedSubject}${'Overdue' | 'DueSoon' | 'OnTime'}` | 'done' | 'paused' | 'noDeadline'
  params: Record<string, string | number>
}

const endings = { red: 'Overdue', yellow: 'DueSoon', green: 'OnTime' } as const

/**
 * The reason of a light, to be put in words by the screen: "red because due 3 March, 60 %, no
 * extension". Params: `due`; `days` and `workingDays` late (red) or left (otherwise); and, where
 * given, `percent` reached and `extensions` granted.
 */
export function reasonOf(
  input: LightState & {
    subject: WatchedSubject
    due: Day | null
    percent?: number
    extensions?: number
  },
  today: Day,
  calendar: Calendar,
): LightReason {
  const colour = lightOf(input, today)
  if (input.done) return { colour, code: 'done', params: {} }
  if (input.paused) return { colour, code: 'paused', params: {} }
  if (input.due === null || colour === 'grey') {
    return { colour, code: 'noDeadline', params: {} }
  }
  const { due, percent, extensions } = input
  return {
    colour,
    code: `${input.subject}${endings[colour]}`,
    params: {
      due,
      days: Math.abs(daysBetween(today, due)),
      workingDays: Math.abs(workingDaysBetween(today, due, calendar)),
      ...(percent !== undefined && { percent }),
      ...(extensions !== undefined && { extensions }),
    },
  }
}
