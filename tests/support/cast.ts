import { loadSession } from '@/lib/access/load-viewer'
import { systemViewer } from '@/lib/access/system'
import type { Viewer } from '@/lib/access/viewer-types'
import { fromDay } from '@/lib/dates'
import { transaction } from '@/lib/db'
import { newId } from '@/lib/ids'
import type { Role } from '@/prisma/generated/enums'
import { type World, worldDay } from './world'

/**
 * Everyone who can stand in some relation to a case of `A.0`: the world's own people and those it
 * lacks (an unlinked leader, a helper unit and an inspector elsewhere, someone without any grant).
 */
export const cast = [
  'township',
  'other-township',
  'office',
  'office-2',
  'leader',
  'unlinked-leader',
  'helper',
  'other-helper',
  'team',
  'inspector',
  'other-inspector',
  'admin',
  'nobody',
  'B.office',
  'B.township',
] as const
export type Part = (typeof cast)[number]

const extras: [Part, Role, string][] = [
  ['unlinked-leader', 'COUNTY_LEADER', 'committee'],
  ['other-helper', 'HELPER_UNIT', 'helper-2'],
  ['other-inspector', 'INSPECTOR', 'inspectors'],
]

/** Adds the people the world lacks. */
export async function addCast(world: World): Promise<void> {
  await transaction(systemViewer('setup'), async (tx) => {
    const add = async (part: Part) => {
      const id = newId()
      world.users[`A.${part}`] = id
      const data = {
        id,
        countyId: '450223',
        account: `a-${part}`,
        name: `A${part}`,
        mustChangePassword: false,
        demo: true,
      }
      await tx.user.create({ data, select: { id: true } })
      return id
    }
    await add('nobody')
    for (const [part, role, organisation] of extras) {
      const userId = await add(part)
      await tx.appointment.create({
        data: {
          id: newId(),
          countyId: '450223',
          userId,
          organisationId: world.organisations[`A.${organisation}`] ?? '',
          role,
          fromOn: fromDay('2014-01-01'),
          confirmedAt: new Date(),
        },
        select: { id: true },
      })
    }
  })
}

const sessions = new Map<string, string>()

/** A part as a request sees it now: the session is opened once, rights and bonds are read anew. */
export async function play(
  world: World,
  part: Part | 'township-2',
  today = worldDay,
): Promise<Viewer> {
  const userId = world.users[part.includes('.') ? part : `A.${part}`] ?? ''
  let id = sessions.get(userId)
  if (!id) {
    id = newId()
    const data = { id, userId }
    await transaction(systemViewer('signIn'), (tx) =>
      tx.session.create({ data, select: { id: true } }),
    )
    sessions.set(userId, id)
  }
  const state = await loadSession(id, { today, idleHours: 12 })
  if (!state) throw new Error(`${part} has no session`)
  return state.viewer
}
