import { newId } from '@/lib/ids'
import type { Tables } from './rows'

/** The roles whose homes are measured, by the last part of their account. */
export const benchRoles = {
  office: 'COUNTY_OFFICE',
  leader: 'COUNTY_LEADER',
  township: 'TOWNSHIP',
  helper: 'HELPER_UNIT',
  team: 'WORK_TEAM',
  inspector: 'INSPECTOR',
  admin: 'SYSTEM_ADMIN',
} as const
export type BenchRole = keyof typeof benchRoles

export type People = {
  users: Record<BenchRole, string>
  helpers: string[]
  teams: string[]
  sessions: Record<BenchRole, string>
}

const organisations = [
  ['COUNTY_OFFICE', '组织部', 'office'],
  ['COUNTY_COMMITTEE', '县委', 'leader'],
  ['INSPECTION_GROUP', '检查组', 'inspector'],
  ['ADMINISTRATION', '信息中心', 'admin'],
  ['DEPARTMENT', '农业农村局', 'helper'],
  ['DEPARTMENT', '财政局', null],
  ['DEPARTMENT', '民政局', null],
  ['WORK_TEAM', '一队', 'team'],
  ['WORK_TEAM', '二队', null],
  ['WORK_TEAM', '三队', null],
] as const

/** One invented person for each role of a county, signed in, and the organisations around them. */
export function addPeople(
  tables: Tables,
  county: { id: string; townships: readonly { id: string; name: string }[] },
): People {
  const users = {} as People['users']
  const sessions = {} as People['sessions']
  const appoint = (role: BenchRole, organisationId: string) => {
    const userId = newId()
    users[role] = userId
    sessions[role] = newId()
    tables.add('users', {
      id: userId,
      county_id: county.id,
      account: `${county.id}-${role}`,
      name: `演示${role}`,
      post: '演示',
      status: 'ACTIVE',
      must_change_password: false,
      demo: true,
      created_at: new Date(),
      version: 1,
    })
    tables.add('appointments', {
      id: newId(),
      county_id: county.id,
      user_id: userId,
      organisation_id: organisationId,
      role: benchRoles[role],
      from_on: '2025-01-01',
      confirmed_at: new Date(),
      created_at: new Date(),
      version: 1,
    })
    tables.add('sessions', {
      id: sessions[role],
      user_id: userId,
      created_at: new Date(),
      last_seen_at: new Date(),
      user_agent: 'bench',
    })
  }
  const add = (kind: string, name: string, townshipId: string | null) => {
    const id = newId()
    tables.add('organisations', {
      id,
      county_id: county.id,
      kind,
      name,
      township_id: townshipId,
      active: true,
      created_at: new Date(),
      version: 1,
    })
    return id
  }
  const helpers: string[] = []
  const teams: string[] = []
  for (const [kind, name, role] of organisations) {
    const id = add(kind, `演示${name}`, null)
    if (kind === 'DEPARTMENT') helpers.push(id)
    if (kind === 'WORK_TEAM') teams.push(id)
    if (role) appoint(role, id)
  }
  for (const [index, township] of county.townships.entries()) {
    const id = add('TOWNSHIP', `${township.name}党委（${index + 1}）`, township.id)
    if (index === 0) appoint('township', id)
  }
  return { users, helpers, teams, sessions }
}
