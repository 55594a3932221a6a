import type { Calendar } from '@/lib/calendar/rules'
import type { CaseLight } from '@/lib/cases/light'
import { type Day, toDay } from '@/lib/dates'
import { reasonOf } from '@/lib/lights/rules'
import type { Prisma } from '@/prisma/generated/client'

/** What a queue or a list of deadlines shows of a measure. */
export const queueMeasure = {
  id: true,
  number: true,
  title: true,
  percent: true,
  dueOn: true,
  yellowOn: true,
  redOn: true,
  organisationName: true,
  personName: true,
  extensions: { where: { status: 'GRANTED' }, select: { id: true } },
} satisfies Prisma.MeasureSelect

type Row = Prisma.MeasureGetPayload<{ select: typeof queueMeasure }>

/** The light of an open measure of a case that is not paused. */
export function measureLight(row: Row, today: Day, calendar: Calendar): CaseLight {
  return reasonOf(
    {
      subject: 'measure',
      due: toDay(row.dueOn),
      yellowOn: toDay(row.yellowOn),
      redOn: toDay(row.redOn),
      done: false,
      paused: false,
      percent: row.percent,
      extensions: row.extensions.length,
    },
    today,
    calendar,
  )
}

/** Why a measure stands in a queue: its title, how far it is, who answers for it. */
export function measureWhy(row: Row) {
  return {
    title: row.title,
    percent: row.percent,
    who: [row.organisationName, row.personName].filter(Boolean).join(' '),
  }
}
