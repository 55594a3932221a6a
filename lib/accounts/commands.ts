import 'server-only'
import { z } from 'zod'
import { systemViewer } from '@/lib/access/system'
import type { Grant } from '@/lib/access/viewer-types'
import { record } from '@/lib/audit/record'
import { today } from '@/lib/clock'
import { fromDay } from '@/lib/dates'
import { type Tx, transaction } from '@/lib/db'
import { seedBaseData, seedCounty } from '@/lib/directory/base-data'
import { newId } from '@/lib/ids'
import type { OrganisationKind } from '@/prisma/generated/enums'
import { actingViewer } from './acting-viewer'
import { passwordIssues } from './password-rules'
import { hashPassword } from './passwords'
import { accountName } from './schema'

/** Said on the terminal, where no language was chosen yet: in English. */
const firstAdministrator = z
  .object({
    countyCode: z.string().regex(/^\d{6}$/, 'the code of the county has six digits'),
    countyName: z.string().trim().min(2, 'the name of the county is missing').max(50),
    account: accountName(
      'the account has 3 to 32 lower-case letters, digits, dots, dashes or underscores',
    ),
    name: z.string().trim().min(1, 'the name of the administrator is missing').max(50),
    password: z.string().max(200, 'the password has at most 200 characters'),
  })
  .refine(
    (given) => passwordIssues(given).length === 0,
    'the password needs 12 characters, some variety, and not the account in it',
  )

/**
 * Makes what a new installation starts from: the county with its default rule set, the dictionary,
 * the calendar, the administration and the county office, and the first administrator, whose
 * appointment needs no confirmation. Refuses a county that has an administrator already.
 */
export async function createFirstAdministrator(
  input: z.input<typeof firstAdministrator>,
): Promise<void> {
  const parsed = firstAdministrator.safeParse(input)
  if (!parsed.success) {
    const lines = parsed.error.issues.map((issue) => `  ${issue.message}`)
    throw new Error(`The first administrator cannot be created:\n${lines.join('\n')}`)
  }
  const { countyCode: countyId, countyName, account, name, password } = parsed.data
  const passwordHash = await hashPassword(password)
  await transaction(systemViewer('setup', countyId), async (tx) => {
    await seedBaseData(tx)
    await seedCounty(tx, { id: countyId, name: countyName })
    const there = await tx.appointment.count({ where: { countyId, role: 'SYSTEM_ADMIN' } })
    if (there > 0) throw new Error(`${countyName} has an administrator already.`)
    const administration = await organisation(tx, countyId, 'ADMINISTRATION', '系统管理')
    const office = await organisation(tx, countyId, 'COUNTY_OFFICE', `中共${countyName}委组织部`)
    const person = { id: newId(), countyId, account, name, demo: false }
    await tx.user.create({ data: { ...person, mustChangePassword: false }, select: { id: true } })
    await tx.credential.create({
      data: { userId: person.id, passwordHash },
      select: { userId: true },
    })
    const day = today()
    await tx.appointment.create({
      data: {
        id: newId(),
        countyId,
        userId: person.id,
        organisationId: administration.id,
        role: 'SYSTEM_ADMIN',
        fromOn: fromDay(day),
        confirmedAt: new Date(),
      },
      select: { id: true },
    })
    const grant: Grant = {
      role: 'SYSTEM_ADMIN',
      organisationId: administration.id,
      organisationName: administration.name,
      townshipId: null,
    }
    const actor = { viewer: actingViewer(person, { grants: [grant], day }), grant }
    const chain = { accountsOf: countyId }
    for (const { name, kind } of [administration, office]) {
      await record(tx, actor, chain, { kind: 'organisationCreated', details: { name, kind } })
    }
    await record(tx, actor, chain, { kind: 'accountCreated', details: { account, name } })
    await record(tx, actor, chain, {
      kind: 'appointmentGranted',
      details: {
        account,
        name,
        role: 'SYSTEM_ADMIN',
        organisation: administration.name,
        fromOn: day,
        toOn: null,
      },
    })
  })
}

async function organisation(tx: Tx, countyId: string, kind: OrganisationKind, name: string) {
  const data = { id: newId(), countyId, kind, name }
  await tx.organisation.create({ data, select: { id: true } })
  return data
}
