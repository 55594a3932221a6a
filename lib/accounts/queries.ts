import 'server-only'
import { authorize, type Permission } from '@/lib/access/policy'
import { systemViewer } from '@/lib/access/system'
import type { Viewer } from '@/lib/access/viewer-types'
import { asSystem, read } from '@/lib/db'
import { NotFound } from '@/lib/errors'
import { literal } from '@/lib/storable'
import type { Prisma } from '@/prisma/generated/client'
import type { Role, UserStatus } from '@/prisma/generated/enums'
import { isGuarded } from './guarded'
import { pageSize } from './page-size'
import { appointmentSelect, notOver, shownAppointment } from './select'
import { tokensOf } from './token-queries'

export type PeopleFilter = {
  q?: string
  organisation?: string
  role?: Role
  status?: UserStatus
  /** The last account of the page before. */
  after?: string
}

/** People of the county by account, a page at a time; whoever has held the role at the unit. */
export function listPeople(viewer: Viewer, filter: PeopleFilter) {
  return read(viewer, async (tx) => {
    authorize(viewer, 'accounts.read', { countyId: viewer.countyId })
    const { q, organisation, role, status, after } = filter
    const where: Prisma.UserWhereInput = {
      AND: [
        { countyId: viewer.countyId, ...(status ? { status } : {}) },
        q
          ? {
              OR: [
                { account: { contains: literal(q.toLowerCase()) } },
                { name: { contains: literal(q) } },
              ],
            }
          : {},
        organisation || role
          ? {
              appointments: {
                some: {
                  ...notOver(viewer),
                  ...(organisation ? { organisationId: organisation } : {}),
                  ...(role ? { role } : {}),
                },
              },
            }
          : {},
      ],
    }
    const total = await tx.user.count({ where })
    const rows = await tx.user.findMany({
      where: { AND: [where, after ? { account: { gt: after } } : {}] },
      orderBy: { account: 'asc' },
      take: pageSize + 1,
      select: {
        id: true,
        account: true,
        name: true,
        post: true,
        status: true,
        appointments: { where: notOver(viewer), select: appointmentSelect },
      },
    })
    const items = rows.slice(0, pageSize).map(({ appointments, ...person }) => ({
      ...person,
      appointments: appointments.map((row) => shownAppointment(row, viewer.today)),
    }))
    const next = rows.length > pageSize ? items.at(-1)?.account : undefined
    const organisations = await tx.organisation.findMany({
      where: { countyId: viewer.countyId },
      orderBy: [{ kind: 'asc' }, { name: 'asc' }],
      select: { id: true, name: true },
    })
    return { items, total, next, organisations }
  })
}

/** One person of the county: appointments of all times, second factor, open sessions, access tokens. */
export function readPerson(viewer: Viewer, userId: string) {
  return read(viewer, async (tx) => {
    const person = await tx.user.findFirst({
      where: { id: userId, countyId: viewer.countyId },
      select: {
        id: true,
        account: true,
        name: true,
        post: true,
        status: true,
        mustChangePassword: true,
        createdAt: true,
        version: true,
        appointments: {
          where: { countyId: viewer.countyId },
          orderBy: [{ fromOn: 'desc' }, { id: 'desc' }],
          select: appointmentSelect,
        },
      },
    })
    if (!person) throw new NotFound()
    authorize(viewer, 'accounts.read', { countyId: viewer.countyId })
    const secrets = await asSystem(tx, systemViewer('accounts'), async () => ({
      factor: await tx.credential.findUnique({
        where: { userId },
        select: { totpConfirmedAt: true },
      }),
      sessions: await tx.session.count({ where: { userId, endedAt: null } }),
      tokens: await tokensOf(tx, userId, viewer.today),
    }))
    return {
      ...person,
      appointments: person.appointments.map((row) => shownAppointment(row, viewer.today)),
      /** Resetting them needs the consent of the county office. */
      guarded: await isGuarded(tx, userId, viewer.today),
      hasSecondFactor: secrets.factor?.totpConfirmedAt != null,
      sessions: secrets.sessions,
      tokens: secrets.tokens,
    }
  })
}

/** What a form offers: organisations in use and townships. */
export function readChoices(viewer: Viewer, may: Permission) {
  return read(viewer, async (tx) => {
    authorize(viewer, may, { countyId: viewer.countyId })
    const { countyId } = viewer
    const organisations = await tx.organisation.findMany({
      where: { countyId, active: true },
      orderBy: [{ kind: 'asc' }, { name: 'asc' }],
      select: { id: true, kind: true, name: true },
    })
    const townships = await tx.township.findMany({
      where: { countyId },
      orderBy: { id: 'asc' },
      select: { id: true, name: true },
    })
    return { organisations, townships }
  })
}
