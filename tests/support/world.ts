import { readFileSync } from 'node:fs'
import { loadSession } from '@/lib/access/load-viewer'
import type { Role } from '@/lib/access/roles'
import { systemViewer } from '@/lib/access/system'
import type { Viewer } from '@/lib/access/viewer-types'
import { calendarSeed } from '@/lib/calendar/seed'
import { type Day, fromDay } from '@/lib/dates'
import { type Tx, transaction } from '@/lib/db'
import { newId } from '@/lib/ids'
import { regulationTitles } from '@/lib/regulations/codes'
import { defaultRuleSet } from '@/lib/rule-sets/defaults'
import type { OrganisationKind } from '@/prisma/generated/enums'

/** The day on which the world stands, unless a test says otherwise. */
export const worldDay: Day = '2026-03-10'

const counties = {
  A: { id: '450223', name: '鹿寨县', townships: ['450223201', '450223103'] },
  B: { id: '451322', name: '象州县', townships: ['451322101', '451322102'] },
} as const
type CountyKey = keyof typeof counties

/** Accounts of each county: role and which organisation; `-2` is a second person of an office. */
const people: readonly [account: string, role: Role, organisation: string][] = [
  ['office', 'COUNTY_OFFICE', 'office'],
  ['office-2', 'COUNTY_OFFICE', 'office'],
  ['leader', 'COUNTY_LEADER', 'committee'],
  ['township', 'TOWNSHIP', 'township-0'],
  ['township-2', 'TOWNSHIP', 'township-0'],
  ['other-township', 'TOWNSHIP', 'township-1'],
  ['other-township-2', 'TOWNSHIP', 'township-1'],
  ['helper', 'HELPER_UNIT', 'helper'],
  ['team', 'WORK_TEAM', 'team'],
  ['inspector', 'INSPECTOR', 'inspectors'],
  ['admin', 'SYSTEM_ADMIN', 'administration'],
]

export type World = {
  /** Organisation ids by county and short key, e.g. `organisations['A.helper']`. */
  organisations: Record<string, string>
  /** Village ids by county, township index and number, e.g. `villages['A.0.2']` (0–5). */
  villages: Record<string, string>
  users: Record<string, string>
  ruleSets: Record<CountyKey, string>
  /** Problem kind ids, in the dictionary's order. */
  kinds: string[]
  /** Opens a session as `A.office`, `B.township` … and reads the viewer the way a request does. */
  viewer: (who: string, today?: Day) => Promise<Viewer>
}

/** Two small counties with every role, made once in this file's own database. */
export async function makeWorld(): Promise<World> {
  const world: World = {
    organisations: {},
    villages: {},
    users: {},
    ruleSets: { A: newId(), B: newId() },
    kinds: [],
    viewer: (who, today = worldDay) => viewerOf(world, who, today),
  }
  await transaction(systemViewer('setup'), async (tx) => {
    await tx.calendarDay.createMany({
      data: calendarSeed().map((row) => ({ ...row, day: fromDay(row.day) })),
    })
    await addKinds(tx, world)
    for (const key of ['A', 'B'] as const) await addCounty(tx, world, key)
  })
  return world
}

async function addKinds(tx: Tx, world: World) {
  const entries = JSON.parse(readFileSync('prisma/data/problem-kinds.json', 'utf8'))
  for (const entry of entries) {
    const id = newId()
    world.kinds.push(id)
    await tx.problemKind.create({
      data: {
        id,
        code: entry.code,
        category: entry.category,
        titleZh: entry.title.zh,
        titleEn: entry.title.en,
        validFrom: fromDay('2014-01-01'),
        organisationLife: entry.organisationLife ?? false,
      },
    })
  }
}

async function addCounty(tx: Tx, world: World, key: CountyKey) {
  const { id: countyId, name, townships } = counties[key]
  await tx.county.create({ data: { id: countyId, name } })
  await tx.ruleSet.create({
    data: {
      id: world.ruleSets[key],
      countyId,
      version: 1,
      title: defaultRuleSet.title,
      content: defaultRuleSet,
    },
  })
  for (const [index, id] of townships.entries()) {
    await tx.township.create({ data: { id, countyId, name: `${name}第${index + 1}镇` } })
    await addOrganisation(tx, world, key, `township-${index}`, 'TOWNSHIP', id)
    for (let number = 0; number < 6; number++) await addVillage(tx, world, key, index, number)
  }
  const kinds: [string, OrganisationKind][] = [
    ['office', 'COUNTY_OFFICE'],
    ['committee', 'COUNTY_COMMITTEE'],
    ['helper', 'DEPARTMENT'],
    ['helper-2', 'DEPARTMENT'],
    ['team', 'WORK_TEAM'],
    ['team-2', 'WORK_TEAM'],
    ['inspectors', 'INSPECTION_GROUP'],
    ['administration', 'ADMINISTRATION'],
  ]
  for (const [short, kind] of kinds) await addOrganisation(tx, world, key, short, kind, null)
  for (const [account, role, organisation] of people)
    await addPerson(tx, world, key, account, role, organisation)
}

async function addOrganisation(
  tx: Tx,
  world: World,
  key: CountyKey,
  short: string,
  kind: OrganisationKind,
  townshipId: string | null,
) {
  const id = newId()
  world.organisations[`${key}.${short}`] = id
  await tx.organisation.create({
    data: {
      id,
      countyId: counties[key].id,
      kind,
      name: `${counties[key].name}${short}`,
      townshipId,
    },
  })
}

async function addVillage(tx: Tx, world: World, key: CountyKey, township: number, number: number) {
  const { id: countyId, townships } = counties[key]
  const id = newId()
  world.villages[`${key}.${township}.${number}`] = id
  const townshipId = townships[township] ?? ''
  const name = `试${township + 1}${number + 1}村`
  await tx.village.create({
    data: {
      id,
      code: `${townshipId}${String(900 + number)}`,
      countyId,
      townshipId,
      kind: 'VILLAGE',
      name,
      officialName: `${name}村民委员会`,
      demo: true,
      partyMembers: 40,
      reserves: { create: ['甲', '乙'].map((name) => ({ id: newId(), name: `储${name}` })) },
      regulations: {
        create: Object.entries(regulationTitles).map(([code, title]) => ({
          id: newId(),
          ...{ code, title },
          adoptedOn: fromDay('2014-01-01'),
        })),
      },
      posts: {
        create: (['SECRETARY', 'DEPUTY_SECRETARY', 'VILLAGE_DIRECTOR'] as const).map(
          (title, position) => ({
            id: newId(),
            title,
            position,
            holderName: `某${position}`,
          }),
        ),
      },
    },
  })
}

async function addPerson(
  tx: Tx,
  world: World,
  key: CountyKey,
  account: string,
  role: Role,
  organisation: string,
) {
  const id = newId()
  const countyId = counties[key].id
  world.users[`${key}.${account}`] = id
  await tx.user.create({
    data: {
      id,
      countyId,
      account: `${key.toLowerCase()}-${account}`,
      name: `${key}${account}`,
      mustChangePassword: false,
      demo: true,
    },
  })
  await tx.appointment.create({
    data: {
      id: newId(),
      countyId,
      userId: id,
      organisationId: world.organisations[`${key}.${organisation}`] ?? '',
      role,
      fromOn: fromDay('2014-01-01'),
      confirmedAt: new Date(),
      confirmedById: id,
    },
  })
}

async function viewerOf(world: World, who: string, today: Day): Promise<Viewer> {
  const userId = world.users[who]
  if (!userId) throw new Error(`nobody called ${who}`)
  const id = newId()
  await transaction(systemViewer('signIn'), (tx) => tx.session.create({ data: { id, userId } }))
  const state = await loadSession(id, { today, idleHours: 12 })
  if (!state) throw new Error(`${who} has no session`)
  return state.viewer
}
