import 'server-only'
import type { z } from 'zod'
import { authorize } from '@/lib/access/policy'
import { visibleRegulations } from '@/lib/access/scope'
import type { Viewer } from '@/lib/access/viewer-types'
import { lockVillage } from '@/lib/cases/lock-village'
import { fromDay, toDay } from '@/lib/dates'
import { transaction } from '@/lib/db'
import { InvalidInput, NotFound, RuleBroken } from '@/lib/errors'
import { tellVillage } from '@/lib/villages/tell'
import { adoptRegulation } from './adopt'
import type { adoptRegulationsInput, repealRegulationInput } from './schema'

/** What a village adopted at one meeting: each in force from that day, each told by its own event. */
export function adoptRegulations(viewer: Viewer, input: z.infer<typeof adoptRegulationsInput>) {
  return transaction(viewer, async (tx) => {
    const { codes, ...common } = input
    for (const code of new Set(codes)) await adoptRegulation(tx, { viewer }, { ...common, code })
  })
}

/** Takes a regulation out of force without another in its place. Returns the village. */
export function repealRegulation(viewer: Viewer, input: z.infer<typeof repealRegulationInput>) {
  const { regulationId: id, on, reason } = input
  return transaction(viewer, async (tx) => {
    const where = { AND: [visibleRegulations(viewer), { id }] }
    const select = {
      ...{ code: true, title: true, adoptedOn: true, endedOn: true },
      village: { select: { id: true, name: true, countyId: true, townshipId: true } },
    } as const
    const seen = await tx.regulation.findFirst({ where, select })
    if (!seen) throw new NotFound()
    const { village } = seen
    const grant = authorize(viewer, 'village.edit', village)
    await lockVillage(tx, village.id)
    const { code, title, ...now } = await tx.regulation.findUniqueOrThrow({ where: { id }, select })
    if (now.endedOn) throw new RuleBroken('regulationEnded')
    const min = toDay(now.adoptedOn)
    if (on > viewer.today) throw new InvalidInput([{ field: 'on', code: 'dateInFuture' }])
    if (on < min) throw new InvalidInput([{ field: 'on', code: 'tooEarly', params: { min } }])
    const data = { endedOn: fromDay(on), endReason: reason }
    await tx.regulation.update({ where: { id }, data, select: { id: true } })
    await tellVillage(tx, { viewer, grant }, village, {
      kind: 'regulationRepealed',
      occurredOn: on,
      details: { village: village.name, code, title, on, reason },
    })
    return village.id
  })
}
