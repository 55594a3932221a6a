import { z } from 'zod'
import type { Calendar } from '@/lib/calendar/rules'
import { type Day, toDay } from '@/lib/dates'
import { type Colour, type LightReason, lightOf, reasonOf } from '@/lib/lights/rules'
import type { Prisma, Stage } from '@/prisma/generated/client'

/** The columns a case's light is read from; `settleLight` keeps them. */
export const lightColumns = {
  stage: true,
  paused: true,
  pausedOn: true,
  yellowOn: true,
  redOn: true,
  yellowReason: true,
  redReason: true,
  nextReason: true,
  consolidationUntil: true,
  closedOn: true,
} satisfies Prisma.CaseSelect

export type LightRow = {
  stage: Stage
  paused: boolean
  pausedOn: Date | null
  yellowOn: Date | null
  redOn: Date | null
  yellowReason: unknown
  redReason: unknown
  nextReason: unknown
  consolidationUntil: Date | null
  closedOn: Date | null
}

/** A light with its reason; `code` is a key of the messages namespace `lights`. */
export type CaseLight = {
  colour: Colour
  code:
    | LightReason['code']
    | 'closed'
    | 'notConfirmed'
    | 'pausedSince'
    | 'consolidating'
    | 'consolidated'
    | 'measuresDone'
  params: Record<string, string | number>
}

const reasonSchema = z.object({
  subject: z.enum([
    'measure',
    'plan',
    'planReview',
    'acceptance',
    'extension',
    'candidate',
    'followUp',
  ]),
  due: z.string(),
  title: z.string().optional(),
  percent: z.number().optional(),
  extensions: z.number().optional(),
})

/**
 * The light of a case as lists, the API and the homes show it: the worst of what is open, with the
 * thing that makes it so. Closed, not confirmed, paused and consolidating cases are grey.
 */
export function caseLight(row: LightRow, today: Day, calendar: Calendar): CaseLight {
  const resting = restingLight(row, today)
  if (resting) return { colour: 'grey', ...resting }
  const dates = {
    yellowOn: row.yellowOn && toDay(row.yellowOn),
    redOn: row.redOn && toDay(row.redOn),
    done: false,
    paused: false,
  }
  const colour = lightOf(dates, today)
  const said = reasonSchema.safeParse(
    { red: row.redReason, yellow: row.yellowReason, green: row.nextReason, grey: null }[colour],
  )
  if (!said.success) {
    const done = colour === 'grey' && row.stage === 'RECTIFYING'
    return { colour, code: done ? 'measuresDone' : 'noDeadline', params: {} }
  }
  const { title, ...watched } = said.data
  const reason = reasonOf({ ...dates, ...watched }, today, calendar)
  return { ...reason, params: { ...reason.params, ...(title !== undefined && { title }) } }
}

function restingLight(row: LightRow, today: Day): Omit<CaseLight, 'colour'> | undefined {
  if (row.stage === 'NOT_CONFIRMED') return { code: 'notConfirmed', params: {} }
  if (row.stage === 'CLOSED') {
    return { code: 'closed', params: row.closedOn ? { on: toDay(row.closedOn) } : {} }
  }
  if (row.paused) {
    return row.pausedOn
      ? { code: 'pausedSince', params: { since: toDay(row.pausedOn) } }
      : { code: 'paused', params: {} }
  }
  if (row.stage === 'CONSOLIDATING' && row.consolidationUntil) {
    const until = toDay(row.consolidationUntil)
    return today < until
      ? { code: 'consolidating', params: { until } }
      : { code: 'consolidated', params: { until } }
  }
  return undefined
}
