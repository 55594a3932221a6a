import 'server-only'
import type { Viewer } from '@/lib/access/viewer-types'
import { type Day, toDay } from '@/lib/dates'
import type { Tx } from '@/lib/db'
import { InvalidInput } from '@/lib/errors'
import { lightOf } from '@/lib/lights/rules'
import { inspectorsOf, villagesToCheck } from '@/lib/spot-checks/conflict-facts'
import { conflictsOf } from '@/lib/spot-checks/conflict-rules'
import type { Prisma } from '@/prisma/generated/client'
import type { RoundScope, Stage } from '@/prisma/generated/enums'
import type { ListedInspector, Lots } from './list'

const openStages: Stage[] = [
  'PLANNING',
  'PLAN_REVIEW',
  'RECTIFYING',
  'TOWNSHIP_ACCEPTANCE',
  'COUNTY_ACCEPTANCE',
  'CONSOLIDATING',
]
const open: Prisma.CaseWhereInput = { stage: { in: openStages }, paused: false }

/** Villages of each scope; `EVERY_VILLAGE` has no condition. */
const scopes: Record<RoundScope, Prisma.VillageWhereInput> = {
  EVERY_VILLAGE: {},
  OPEN_CASES: { cases: { some: open } },
  WITHOUT_CASE: { cases: { none: { stage: { in: [...openStages, 'CLOSED'] } } } },
  CLOSED_CASES: {
    cases: { some: { stage: 'CLOSED' }, none: { stage: { in: openStages } } },
  },
}

export type EligibleVillage = { id: string; code: string; townshipId: string; name: string }

/** The villages a round draws from today, ended ones never among them. */
export function eligibleVillages(
  tx: Tx,
  { countyId }: Viewer,
  round: { scope: RoundScope; townshipIds: readonly string[] },
): Promise<EligibleVillage[]> {
  const { scope, townshipIds } = round
  const within = townshipIds.length > 0 ? { townshipId: { in: [...townshipIds] } } : {}
  return tx.village.findMany({
    where: { countyId, endedOn: null, ...within, ...scopes[scope] },
    orderBy: { code: 'asc' },
    select: { id: true, code: true, townshipId: true, name: true },
  })
}

/** Village id → lots by the light its case shows; a village without one holds those of `none`. */
export async function lotsByVillage(tx: Tx, { countyId, today }: Viewer, lots: Lots) {
  const cases = await tx.case.findMany({
    where: { countyId, ...open },
    select: { villageId: true, stage: true, yellowOn: true, redOn: true, paused: true },
  })
  const day = (date: Date | null): Day | null => date && toDay(date)
  return new Map(
    cases.map(({ villageId, stage, yellowOn, redOn, paused }) => {
      const done = stage === 'CONSOLIDATING'
      const light = { yellowOn: day(yellowOn), redOn: day(redOn), done, paused }
      const colour = lightOf(light, today)
      return [villageId, colour === 'grey' ? lots.none : lots[colour]] as const
    }),
  )
}

/**
 * The inspectors of a list with what each must not check: the township they declare or serve in, and
 * villages they or their unit are responsible for or checked last. `discreet`, for a list that others
 * will read: a responsibility excludes the whole township, so that it does not tell which village is
 * listed.
 */
export async function listedInspectors(
  tx: Tx,
  viewer: Viewer,
  given: readonly { userId: string; townshipId?: string }[],
  villages: readonly EligibleVillage[],
  discreet: boolean,
): Promise<(ListedInspector & { userId: string })[]> {
  const ids = given.map(({ userId }) => userId)
  const people = await inspectorsOf(tx, viewer, ids)
  const unknown = given.flatMap(({ userId }, n) =>
    people.some(({ id }) => id === userId) && ids.indexOf(userId) === n
      ? []
      : { field: `inspectors.${n}.userId`, code: 'invalidChoice' },
  )
  if (unknown.length > 0) throw new InvalidInput(unknown)
  const townshipIds = new Set(villages.map(({ townshipId }) => townshipId))
  const facts = await villagesToCheck(
    tx,
    viewer,
    villages.map(({ id }) => id),
  )
  const width = String(given.length).length
  return given.map(({ userId, townshipId }, n) => {
    const person = people.find(({ id }) => id === userId)
    if (!person) throw new Error(`inspector ${userId} is unknown`)
    const conflicts = new Set(
      [townshipId, ...person.townshipIds].filter((id) => id && townshipIds.has(id)) as string[],
    )
    for (const village of facts) {
      const codes = conflictsOf(person, village)
      if (codes.length === 0 || conflicts.has(village.townshipId)) continue
      const wide = discreet && codes.some((code) => code !== 'checkedLast')
      conflicts.add(wide ? village.townshipId : village.code)
    }
    const key = `I${String(n + 1).padStart(Math.max(2, width), '0')}`
    return { userId, key, name: person.name, conflicts: [...conflicts] }
  })
}
