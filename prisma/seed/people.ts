import type { Role } from '@/lib/access/roles'
import { systemViewer } from '@/lib/access/system'
import { demoPassword } from '@/lib/accounts/demo-password'
import { hashPassword } from '@/lib/accounts/passwords'
import { fromDay } from '@/lib/dates'
import { type Tx, transaction } from '@/lib/db'
import { newId } from '@/lib/ids'
import type { OrganisationKind } from '@/prisma/generated/enums'

/** One invented person. Only those with `signsIn` get the demo password. */
type Person = {
  account: string
  name: string
  post: string
  role: Role
  organisation: string
  signsIn?: true
}

const since = '2014-01-01'
const surnames = '韦覃黄莫罗梁蓝陆潘廖卢谭农邓石吴龙欧苏白'
const first = '启向守思永静文晓立景志德明家国春建海新光'
const second = '明荣正齐安远谦禾诚行民华平林勤恒毅宁川达'

/** A made-up name; different numbers below 8,000 never share one. */
export function inventedName(number: number): string {
  const mixed = (number * 7_919) % 8_000
  const at = (text: string, index: number) => text[index % text.length] ?? ''
  return (
    at(surnames, mixed) + at(first, Math.floor(mixed / 20)) + at(second, Math.floor(mixed / 400))
  )
}

export const departments = [
  '农业农村局',
  '林业局',
  '水利局',
  '财政局',
  '教育局',
  '交通运输局',
  '民政局',
  '住房和城乡建设局',
  '卫生健康局',
] as const

/** Account stem of each township, by division code; the two of the demo carry their own names. */
export function townshipAccount(townshipId: string): string {
  const named: Record<string, string> = {
    '450223201': 'township-jiangkou',
    '450223103': 'township-zhaisha',
    '451322101': 'township-b',
  }
  return named[townshipId] ?? `township-${townshipId}`
}

type CountyPlan = {
  id: string
  name: string
  townships: readonly { id: string; name: string }[]
  signsIn: readonly string[]
}

/** Accounts that visitors sign in with (the list). */
const visitors = {
  '450223': [
    'county-office',
    'county-leader',
    'township-jiangkou',
    'township-zhaisha',
    'helper-agriculture',
    'team-1',
    'inspector',
    'admin',
    'county-office-2',
    'township-jiangkou-2',
    'township-zhaisha-2',
  ],
  '451322': ['county-office-b', 'township-b'],
} as const

function peopleOf(county: CountyPlan): Person[] {
  const suffix = county.id === '450223' ? '' : '-b'
  const teamOf = (township: { name: string }) => `${township.name}驻村工作队`
  const office = `中共${county.name}委组织部`
  const fixed: Omit<Person, 'name'>[] = [
    {
      account: `county-office${suffix}`,
      post: '组织科科长',
      role: 'COUNTY_OFFICE',
      organisation: office,
    },
    {
      account: `county-leader${suffix}`,
      post: '县委常委、组织部部长',
      role: 'COUNTY_LEADER',
      organisation: `中共${county.name}委员会`,
    },
    {
      account: `county-leader-2${suffix}`,
      post: '县委副书记',
      role: 'COUNTY_LEADER',
      organisation: `中共${county.name}委员会`,
    },
    {
      account: `county-leader-3${suffix}`,
      post: '副县长',
      role: 'COUNTY_LEADER',
      organisation: `中共${county.name}委员会`,
    },
    ...county.townships.flatMap((township) => [
      {
        account: townshipAccount(township.id),
        post: '组织委员',
        role: 'TOWNSHIP' as const,
        organisation: `${township.name}党委`,
      },
      {
        account: `${townshipAccount(township.id)}-2`,
        post: '党委副书记',
        role: 'TOWNSHIP' as const,
        organisation: `${township.name}党委`,
      },
    ]),
    ...departments.map((name, index) => ({
      account: index === 0 ? `helper-agriculture${suffix}` : `helper-${index}${suffix}`,
      post: '党组成员',
      role: 'HELPER_UNIT' as const,
      organisation: `${county.name}${name}`,
    })),
    ...county.townships.map((township) => ({
      account: township.id === '450223201' ? 'team-1' : `team-${township.id}`,
      post: '第一书记',
      role: 'WORK_TEAM' as const,
      organisation: teamOf(township),
    })),
    {
      account: `inspector${suffix}`,
      post: '第一督导组组长',
      role: 'INSPECTOR',
      organisation: '县委第一督导组',
    },
    {
      account: `inspector-2${suffix}`,
      post: '第二督导组组长',
      role: 'INSPECTOR',
      organisation: '县委第二督导组',
    },
    {
      account: `admin${suffix}`,
      post: '系统管理员',
      role: 'SYSTEM_ADMIN',
      organisation: '县委组织部信息管理中心',
    },
    {
      account: `county-office-2${suffix}`,
      post: '县基层办副主任',
      role: 'COUNTY_OFFICE',
      organisation: office,
    },
    ...(['一', '二'] as const).map((group, index) => ({
      account: `inspector-${index + 3}${suffix}`,
      post: `第${group}督导组成员`,
      role: 'INSPECTOR' as const,
      organisation: `县委第${group}督导组`,
    })),
  ]
  return fixed.map((person, index) => ({
    ...person,
    name: inventedName(index + (suffix ? 60 : 0)),
    ...(county.signsIn.includes(person.account) && { signsIn: true as const }),
  }))
}

const kinds: Record<Role, OrganisationKind> = {
  COUNTY_OFFICE: 'COUNTY_OFFICE',
  COUNTY_LEADER: 'COUNTY_COMMITTEE',
  TOWNSHIP: 'TOWNSHIP',
  HELPER_UNIT: 'DEPARTMENT',
  WORK_TEAM: 'WORK_TEAM',
  INSPECTOR: 'INSPECTION_GROUP',
  SYSTEM_ADMIN: 'ADMINISTRATION',
}

/** Organisations, accounts and appointments of a demo county. Returns organisation and user ids. */
export async function seedPeople(countyId: keyof typeof visitors, name: string) {
  const passwordHash = await hashPassword(demoPassword)
  return transaction(systemViewer('setup', countyId), async (tx) => {
    const townships = await tx.township.findMany({
      where: { countyId },
      orderBy: { id: 'asc' },
      select: { id: true, name: true },
    })
    const people = peopleOf({ id: countyId, name, townships, signsIn: visitors[countyId] })
    const organisations = new Map<string, string>()
    for (const one of await tx.organisation.findMany({
      where: { countyId },
      select: { id: true, name: true },
    })) {
      organisations.set(one.name, one.id)
    }
    const users = new Map<string, { id: string; name: string; post: string }>()
    for (const person of people) {
      if (!organisations.has(person.organisation))
        await addOrganisation(tx, countyId, person, organisations)
      const id = await addPerson(
        tx,
        countyId,
        person,
        organisations.get(person.organisation) ?? '',
        passwordHash,
      )
      users.set(person.account, { id, name: person.name, post: person.post })
    }
    return { organisations, users, townships }
  })
}

async function addOrganisation(
  tx: Tx,
  countyId: string,
  person: Person,
  organisations: Map<string, string>,
) {
  const id = newId()
  await tx.organisation.create({
    data: { id, countyId, kind: kinds[person.role], name: person.organisation },
    select: { id: true },
  })
  organisations.set(person.organisation, id)
}

async function addPerson(
  tx: Tx,
  countyId: string,
  person: Person,
  organisationId: string,
  passwordHash: string,
) {
  const id = newId()
  await tx.user.create({
    data: {
      id,
      countyId,
      account: person.account,
      name: person.name,
      post: person.post,
      mustChangePassword: false,
      demo: person.signsIn === true,
    },
    select: { id: true },
  })
  if (person.signsIn)
    await tx.credential.create({ data: { userId: id, passwordHash }, select: { userId: true } })
  await tx.appointment.create({
    data: {
      id: newId(),
      countyId,
      userId: id,
      organisationId,
      role: person.role,
      fromOn: fromDay(since),
      confirmedAt: new Date(),
    },
    select: { id: true },
  })
  return id
}
