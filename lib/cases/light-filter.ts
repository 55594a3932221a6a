import { type Day, fromDay } from '@/lib/dates'
import type { Colour } from '@/lib/lights/rules'
import type { Prisma } from '@/prisma/generated/client'

const resting: Prisma.CaseWhereInput = {
  OR: [{ paused: true }, { stage: { in: ['CLOSED', 'NOT_CONFIRMED', 'CONSOLIDATING'] } }],
}

/** Cases that show a colour on a day: the same rule as `caseLight`, asked of the stored dates. */
export function lightWhere(colour: Colour, today: Day): Prisma.CaseWhereInput {
  const day = fromDay(today)
  const dates: Record<Exclude<Colour, 'grey'>, Prisma.CaseWhereInput> = {
    red: { redOn: { lte: day } },
    yellow: { yellowOn: { lte: day }, OR: [{ redOn: null }, { redOn: { gt: day } }] },
    green: {
      AND: [
        { OR: [{ redOn: { not: null } }, { yellowOn: { not: null } }] },
        { OR: [{ redOn: null }, { redOn: { gt: day } }] },
        { OR: [{ yellowOn: null }, { yellowOn: { gt: day } }] },
      ],
    },
  }
  if (colour === 'grey') return { OR: [resting, { redOn: null, yellowOn: null }] }
  return { AND: [dates[colour], { NOT: resting }] }
}
