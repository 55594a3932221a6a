import { systemViewer } from '@/lib/access/system'
import { fromDay } from '@/lib/dates'
import { type Tx, transaction } from '@/lib/db'
import { searchKeys } from '@/lib/directory/rules'
import { newId } from '@/lib/ids'
import { regulationCodes, regulationTitles } from '@/lib/regulations/codes'
import type { PostTitle } from '@/prisma/generated/enums'
import { inventedName } from './people'
import type { DemoVillage } from './villages'

type Standing = 'whole' | 'weak'

/**
 * Adds invented villages (演示) to the directory, codes in the unused 9xx range of each township.
 * `weak` ones still lack a deputy secretary and reserve cadres, so that their gates are closed.
 */
export function seedVillages(
  countyId: string,
  villages: readonly (DemoVillage & { standing: Standing })[],
) {
  return transaction(systemViewer('setup', countyId), async (tx) => {
    const ids = new Map<string, string>()
    const used = new Map<string, number>()
    for (const [index, village] of villages.entries()) {
      const number = 901 + (used.get(village.township) ?? 0)
      used.set(village.township, number - 900)
      ids.set(`${village.stem}演示村`, await addVillage(tx, countyId, village, number, index))
    }
    return ids
  })
}

const learning = [
  '返乡创办果园，跟班学习村务管理。',
  '村民小组组长，安排到乡镇党建办跟班学习。',
  '退役军人，培养为入党积极分子，负责网格工作。',
]

/** Reserves and earlier holders of an invented village; a weak one has at most one reserve. */
function teamHistory(index: number, weak: boolean) {
  const reserves = weak ? index % 2 : 2 + (index % 2)
  const name = (part: number) => inventedName(2_400 + index * 6 + part)
  const former = [
    { title: 'SECRETARY' as const, from: 2014, to: 2021, reason: '换届' },
    { title: 'VILLAGE_DIRECTOR' as const, from: 2017, to: 2021, reason: '换届' },
  ].slice(0, 1 + (index % 2))
  return {
    reserves: {
      create: Array.from({ length: reserves }, (_, part) => ({
        id: newId(),
        name: name(part),
        note: learning[(index + part) % learning.length] ?? '',
        fromOn: fromDay(`202${3 + (part % 2)}-0${1 + (index % 9)}-10`),
      })),
    },
    formerHolders: {
      create: former.map(({ title, from, to, reason }, part) => ({
        id: newId(),
        ...{ title, reason },
        holderName: name(3 + part),
        fromOn: fromDay(`${from}-08-20`),
        toOn: fromDay(`${to}-02-25`),
      })),
    },
  }
}

/** What an invented village has adopted: everything; of a weak one some are missing. */
function regulationsOf(index: number, weak: boolean) {
  return regulationCodes.slice(0, weak ? 2 + (index % 3) : undefined).map((code, part) => ({
    id: newId(),
    ...{ code, title: regulationTitles[code] },
    document: `村党员大会、村民代表会议通过${part === 2 ? '，上墙公示' : ''}`,
    // Before the first batch: its cases pass their gates in 2014.
    adoptedOn: fromDay(`201${1 + (part % 3)}-0${3 + (index % 6)}-15`),
  }))
}

const team: readonly PostTitle[] = [
  'SECRETARY',
  'DEPUTY_SECRETARY',
  'ORGANISATION_MEMBER',
  'DISCIPLINE_MEMBER',
  'VILLAGE_DIRECTOR',
  'VILLAGE_DEPUTY_DIRECTOR',
]

async function addVillage(
  tx: Tx,
  countyId: string,
  village: DemoVillage & { standing: Standing },
  number: number,
  index: number,
) {
  const id = newId()
  const name = `${village.stem}演示村`
  const weak = village.standing === 'weak'
  const income = weak && index % 3 === 0 ? 0 : 18_000 + ((index * 7_300) % 90_000)
  await tx.village.create({
    data: {
      id,
      code: `${village.township}${number}`,
      countyId,
      townshipId: village.township,
      kind: 'VILLAGE',
      name,
      officialName: `${name}村民委员会`,
      ...searchKeys(name),
      demo: true,
      organisationType: index % 4 === 0 ? 'GENERAL_BRANCH' : 'BRANCH',
      households: 310 + ((index * 53) % 480),
      population: 1_200 + ((index * 211) % 2_100),
      partyMembers: 28 + ((index * 5) % 34),
      partyGroups: 2 + (index % 4),
      collectiveIncome: income,
      withoutIncome: income === 0,
      ...teamHistory(index, weak),
      regulations: { create: regulationsOf(index, weak) },
      posts: {
        create: team.map((title, position) => ({
          id: newId(),
          title,
          position,
          holderName:
            weak && position === 1 ? null : inventedName(800 + index * team.length + position),
          fromOn: weak && position === 1 ? null : fromDay('2021-02-26'),
        })),
      },
    },
    select: { id: true },
  })
  return id
}
