import 'server-only'
import { cache } from 'react'
import { authorize, can } from '@/lib/access/policy'
import { visibleDraws } from '@/lib/access/scope-inspections'
import type { Viewer } from '@/lib/access/viewer-types'
import { toDay } from '@/lib/dates'
import { read, type Tx } from '@/lib/db'
import { NotFound } from '@/lib/errors'
import type { Prisma } from '@/prisma/generated/client'
import type { DrawExport } from './export'
import { readList } from './list'
import { standing, totalOf } from './rules'
import { storedReplacements, storedResult } from './stored'

const published = {
  id: true,
  number: true,
  list: true,
  listSha256: true,
  frozenOn: true,
  random: true,
  publicSource: true,
  publicOn: true,
  publicNumber: true,
  seed: true,
  result: true,
  replacements: true,
  round: { select: { title: true } },
} satisfies Prisma.DrawSelect

const whole = {
  ...published,
  version: true,
  countyId: true,
  roundId: true,
  reason: true,
  state: true,
  eligible: true,
  frozenByName: true,
  frozenAt: true,
  seededByName: true,
  seededAt: true,
  drawnByName: true,
  drawnOn: true,
  drawnAt: true,
  abandonReason: true,
  abandonedByName: true,
  abandonedOn: true,
  assignedOn: true,
  round: {
    select: { title: true, year: true, number: true, method: true, state: true, toOn: true },
  },
} satisfies Prisma.DrawSelect

/** A draw as it is published for anybody to recompute. */
export function exportOf(row: Prisma.DrawGetPayload<{ select: typeof published }>): DrawExport {
  const { result, replacements, frozenOn, publicOn, round, ...rest } = row
  return {
    format: 'ovop-draw/1',
    id: rest.id,
    round: round.title,
    number: rest.number,
    list: rest.list,
    listSha256: rest.listSha256,
    frozenOn: toDay(frozenOn),
    random: rest.random,
    publicSource: rest.publicSource,
    publicOn: publicOn && toDay(publicOn),
    publicNumber: rest.publicNumber,
    seed: rest.seed,
    result: storedResult.parse(result),
    replacements: storedReplacements.parse(replacements),
  }
}

/** What is published of a draw, for whoever reads it. */
export const exportDraw = (viewer: Viewer, id: string): Promise<DrawExport> =>
  read(viewer, async (tx) => {
    authorize(viewer, 'inspection.read')
    const row = await tx.draw.findFirst({
      where: { AND: [visibleDraws(viewer), { id }] },
      select: published,
    })
    if (!row) throw new NotFound()
    return exportOf(row)
  })

/** The same for `npm run verify`, read as the system viewer. */
export const publishedDraw = (tx: Tx, id: string) =>
  tx.draw.findUnique({ where: { id }, select: published })

/** One draw with what its pages show: the list by stratum, what stands, who checks. */
export const readDraw = cache((viewer: Viewer, id: string) =>
  read(viewer, async (tx) => {
    authorize(viewer, 'inspection.read')
    const row = await tx.draw.findFirst({
      where: { AND: [visibleDraws(viewer), { id }] },
      select: whole,
    })
    if (!row) throw new NotFound()
    const townships = await tx.township.findMany({
      where: { countyId: viewer.countyId },
      select: { id: true, name: true },
    })
    const townshipOf = new Map(townships.map(({ id, name }) => [id, name]))
    const list = readList(row.list)
    const villageOf = new Map(list.villages.map((village) => [village.code, village]))
    const nameOf = new Map(list.inspectors.map(({ key, name }) => [key, name]))
    const place = (code: string, inspectors: readonly string[]) => ({
      code,
      village: villageOf.get(code)?.name ?? code,
      township: townshipOf.get(villageOf.get(code)?.townshipId ?? '') ?? '',
      inspectors: inspectors.map((key) => nameOf.get(key) ?? key),
    })
    const { result, replacements } = exportOf(row)
    const stands = standing(result, replacements)
    return {
      draw: row,
      list,
      strata: [...Map.groupBy(list.villages, ({ townshipId }) => townshipId)].map(
        ([townshipId, inside]) => ({
          township: townshipOf.get(townshipId) ?? townshipId,
          villages: inside,
        }),
      ),
      total: totalOf(list),
      drawn: result.map(({ code, inspectors }, index) => ({
        ...place(code, inspectors),
        now: stands[index]?.code === code ? undefined : stands[index],
      })),
      stands: stands.map(({ code, inspectors }) => place(code, inspectors)),
      replacements: replacements.map((one) => ({
        ...one,
        left: place(one.out, []),
        came: place(one.in, one.inspectors),
      })),
      mayPlan:
        can(viewer, 'inspection.plan', { countyId: row.countyId }) &&
        (row.round.state === 'PLANNED' || row.round.state === 'UNDERWAY'),
    }
  }),
)
