import type { Prisma } from '@/prisma/generated/client'

/** A line of the directory. */
export const listedVillage = {
  id: true,
  code: true,
  name: true,
  kind: true,
  demo: true,
  organisationType: true,
  partyMembers: true,
  population: true,
  factsOn: true,
  endedOn: true,
  township: { select: { id: true, name: true } },
  changes: {
    where: { kind: { in: ['RENAMED', 'MERGED'] } },
    orderBy: { effectiveOn: 'desc' },
    select: { kind: true, nameBefore: true, successor: { select: { id: true, name: true } } },
  },
  posts: {
    where: { title: 'SECRETARY' },
    orderBy: { position: 'asc' },
    select: { holderName: true },
  },
} satisfies Prisma.VillageSelect

/** A village with its facts and leading team. */
export const wholeVillage = {
  id: true,
  code: true,
  countyId: true,
  townshipId: true,
  name: true,
  officialName: true,
  kind: true,
  demo: true,
  organisationType: true,
  households: true,
  population: true,
  partyMembers: true,
  partyGroups: true,
  collectiveIncome: true,
  withoutIncome: true,
  factsOn: true,
  endedOn: true,
  version: true,
  township: { select: { id: true, name: true } },
  posts: {
    orderBy: [{ position: 'asc' }, { id: 'asc' }],
    select: { id: true, title: true, holderName: true, fromOn: true },
  },
  reserves: {
    where: { toOn: null },
    orderBy: [{ fromOn: 'asc' }, { id: 'asc' }],
    select: { id: true, name: true, note: true, fromOn: true },
  },
} satisfies Prisma.VillageSelect

export type WholeVillage = Prisma.VillageGetPayload<{ select: typeof wholeVillage }>

/** What became of a village, and what came to it from others. */
export const changeOfVillage = {
  id: true,
  kind: true,
  effectiveOn: true,
  documentNo: true,
  nameBefore: true,
  nameAfter: true,
  codeBefore: true,
  codeAfter: true,
  village: { select: { id: true, name: true } },
  successor: { select: { id: true, name: true } },
} satisfies Prisma.VillageChangeSelect
