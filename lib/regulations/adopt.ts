import 'server-only'
import { authorize } from '@/lib/access/policy'
import { visibleVillages } from '@/lib/access/scope'
import { signature } from '@/lib/access/viewer-types'
import type { Actor } from '@/lib/audit/record'
import { lockVillage } from '@/lib/cases/lock-village'
import { type Day, fromDay, toDay } from '@/lib/dates'
import type { Tx } from '@/lib/db'
import { InvalidInput, NotFound, RuleBroken } from '@/lib/errors'
import { newId } from '@/lib/ids'
import { tellVillage } from '@/lib/villages/tell'
import { type RegulationCode, regulationCodes, regulationTitles } from './codes'

export type Adoption = {
  villageId: string
  code: string
  /** Title of the village's own paper; the dictionary's where none is given. */
  title?: string
  /** Its number, or where it is kept, in words. */
  document?: string
  /** The document of the library that prescribes it. */
  documentId?: string
  adoptedOn: Day
}

/**
 * Puts a regulation of a village in force in the caller's transaction and tells it on the village's
 * chain and on its open case, whose gate looks at it. One of the same code in force until then is
 * replaced from that day. For those who may edit the village (county office, its township); errors
 * stand by the names of `Adoption`'s fields. Returns the id.
 */
export async function adoptRegulation(tx: Tx, actor: Actor, given: Adoption): Promise<string> {
  const { viewer } = actor
  const village = await tx.village.findFirst({
    where: { AND: [visibleVillages(viewer), { id: given.villageId }] },
    select: { id: true, name: true, countyId: true, townshipId: true, endedOn: true },
  })
  if (!village) throw new NotFound()
  const grant = authorize(viewer, 'village.edit', village)
  if (village.endedOn) throw new RuleBroken('villageEnded')
  const code = codeOf(given.code)
  const { adoptedOn, document = '', documentId = null } = given
  if (adoptedOn > viewer.today) refuse('adoptedOn', 'dateInFuture')
  if (documentId && !(await tx.document.count({ where: { id: documentId } }))) {
    refuse('documentId', 'invalidChoice')
  }
  await lockVillage(tx, village.id)
  await replacePresent(tx, village.id, code, adoptedOn)
  const id = newId()
  const title = given.title || regulationTitles[code]
  await tx.regulation.create({
    data: {
      ...{ id, villageId: village.id, code, title, document, documentId },
      adoptedOn: fromDay(adoptedOn),
      recordedByName: signature({ viewer, grant }),
    },
    select: { id: true },
  })
  await tellVillage(tx, actor, village, {
    kind: 'regulationAdopted',
    occurredOn: adoptedOn,
    details: { village: village.name, code, title, document, adoptedOn },
  })
  return id
}

/** Ends what was in force, on the day the new one is adopted; history is never overtaken. */
async function replacePresent(tx: Tx, villageId: string, code: string, adoptedOn: Day) {
  const present = await tx.regulation.findFirst({
    where: { villageId, code, endedOn: null },
    select: { id: true, adoptedOn: true },
  })
  if (!present) return
  const since = toDay(present.adoptedOn)
  if (adoptedOn <= since) {
    throw new InvalidInput([{ field: 'adoptedOn', code: 'regulationNotLater', params: { since } }])
  }
  await tx.regulation.update({
    where: { id: present.id },
    data: { endedOn: fromDay(adoptedOn), replaced: true },
    select: { id: true },
  })
}

function codeOf(given: string): RegulationCode {
  return regulationCodes.find((code) => code === given) ?? refuse('code', 'invalidChoice')
}

function refuse(field: string, code: string): never {
  throw new InvalidInput([{ field, code }])
}
