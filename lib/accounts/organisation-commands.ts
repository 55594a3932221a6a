import 'server-only'
import type { z } from 'zod'
import { authorize } from '@/lib/access/policy'
import type { Viewer } from '@/lib/access/viewer-types'
import { record } from '@/lib/audit/record'
import { type Tx, transaction } from '@/lib/db'
import { Conflict, InvalidInput, NotFound, RuleBroken } from '@/lib/errors'
import { newId } from '@/lib/ids'
import type {
  createOrganisationInput,
  nameContactsInput,
  onOrganisation,
  renameOrganisationInput,
} from './schema'
import { notOver } from './select'

const nameTaken = () => new InvalidInput([{ field: 'name', code: 'organisationNameTaken' }])

const unlessNameTaken = <T>(work: Promise<T>): Promise<T> =>
  work.catch((error: unknown) => {
    throw (error as { code?: unknown }).code === 'P2002' ? nameTaken() : error
  })

/** createOrganisation: a unit in which people hold appointments. Returns its id. */
export function createOrganisation(
  viewer: Viewer,
  input: z.infer<typeof createOrganisationInput>,
): Promise<string> {
  return unlessNameTaken(transaction(viewer, (tx) => addOrganisation(tx, viewer, input)))
}

/** Part of createOrganisation, also of a sheet of organisations. */
export async function addOrganisation(
  tx: Tx,
  viewer: Viewer,
  input: z.infer<typeof createOrganisationInput>,
): Promise<string> {
  const { countyId } = viewer
  const grant = authorize(viewer, 'organisation.manage', { countyId })
  const townshipId = input.kind === 'TOWNSHIP' ? (input.townshipId ?? null) : null
  if (townshipId && (await tx.township.count({ where: { id: townshipId, countyId } })) === 0) {
    throw new InvalidInput([{ field: 'townshipId', code: 'invalidChoice' }])
  }
  const { kind, name } = input
  const id = newId()
  await tx.organisation.create({
    data: { id, countyId, kind, name, townshipId },
    select: { id: true },
  })
  await record(
    tx,
    { viewer, grant },
    { accountsOf: countyId },
    { kind: 'organisationCreated', details: { name, kind } },
  )
  return id
}

/** renameOrganisation: the unit goes by another name from now on. */
export function renameOrganisation(
  viewer: Viewer,
  input: z.infer<typeof renameOrganisationInput>,
): Promise<void> {
  const work = transaction(viewer, async (tx) => {
    const { unit, grant } = await openUnit(tx, viewer, input.organisationId)
    await update(tx, input, { name: input.name })
    if (unit.name === input.name) return
    await record(
      tx,
      { viewer, grant },
      { accountsOf: viewer.countyId },
      {
        kind: 'organisationChanged',
        details: { name: input.name },
        changes: { name: [unit.name, input.name] },
      },
    )
  })
  return unlessNameTaken(work)
}

/** deactivateOrganisation: takes no new appointments; refused while somebody holds one there. */
export function deactivateOrganisation(viewer: Viewer, input: z.infer<typeof onOrganisation>) {
  return setActive(viewer, input, false)
}

/** restoreOrganisation: the unit is in use again. */
export function restoreOrganisation(viewer: Viewer, input: z.infer<typeof onOrganisation>) {
  return setActive(viewer, input, true)
}

function setActive(viewer: Viewer, input: z.infer<typeof onOrganisation>, active: boolean) {
  return transaction(viewer, async (tx) => {
    const { unit, grant } = await openUnit(tx, viewer, input.organisationId)
    if (unit.active === active) throw new Conflict()
    if (!active) await refuseHeld(tx, viewer, unit.id)
    await update(tx, input, { active })
    await record(
      tx,
      { viewer, grant },
      { accountsOf: viewer.countyId },
      {
        kind: 'organisationChanged',
        details: { name: unit.name },
        changes: { active: [unit.active, active] },
      },
    )
  })
}

/** nameContacts: who is told of what the unit owes; people who hold an appointment there. */
export function nameContacts(viewer: Viewer, input: z.infer<typeof nameContactsInput>) {
  return transaction(viewer, async (tx) => {
    const { unit, grant } = await openUnit(tx, viewer, input.organisationId)
    const [headId, contactId] = [input.headId ?? null, input.contactId ?? null]
    for (const [field, userId] of [
      ['headId', headId],
      ['contactId', contactId],
    ] as const) {
      if (!userId) continue
      const where = { organisationId: unit.id, userId, ...notOver(viewer) }
      if ((await tx.appointment.count({ where })) === 0) {
        throw new InvalidInput([{ field, code: 'invalidChoice' }])
      }
    }
    await update(tx, input, { headId, contactId })
    await record(
      tx,
      { viewer, grant },
      { accountsOf: viewer.countyId },
      {
        kind: 'organisationChanged',
        details: { name: unit.name },
        changes: { headId: [unit.headId, headId], contactId: [unit.contactId, contactId] },
      },
    )
  })
}

async function refuseHeld(tx: Tx, viewer: Viewer, organisationId: string) {
  const count = await tx.appointment.count({ where: { organisationId, ...notOver(viewer) } })
  if (count > 0) throw new RuleBroken('organisationHeld', { count })
}

async function openUnit(tx: Tx, viewer: Viewer, id: string) {
  const unit = await tx.organisation.findFirst({
    where: { id, countyId: viewer.countyId },
    select: { id: true, name: true, active: true, headId: true, contactId: true },
  })
  if (!unit) throw new NotFound()
  const grant = authorize(viewer, 'organisation.manage', { countyId: viewer.countyId })
  return { unit, grant }
}

async function update(
  tx: Tx,
  { organisationId, version }: z.infer<typeof onOrganisation>,
  data:
    | { name: string }
    | { active: boolean }
    | { headId: string | null; contactId: string | null },
) {
  const { count } = await tx.organisation.updateMany({
    where: { id: organisationId, version },
    data: { ...data, version: { increment: 1 } },
  })
  if (count === 0) throw new Conflict()
}
