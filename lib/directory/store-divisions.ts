import 'server-only'
import { record, type Signer } from '@/lib/audit/record'
import type { Tx } from '@/lib/db'
import { newId } from '@/lib/ids'
import { keepChange } from '@/lib/villages/keep-change'
import { namesOf } from '@/lib/villages/names'
import type { Division } from './divisions'

/** What an import changed; `unchanged` villages were already there as the file has them. */
export type ImportResult = {
  townships: number
  added: number
  renamed: number
  unchanged: number
}

/**
 * Brings townships and villages of one county to what a division file says; run twice it changes
 * nothing. Facts of a village stay as they are, and what the file leaves out stays too: villages
 * end by merger, never by being absent from a file. Each township gets its party committee.
 */
export async function storeDivisions(
  tx: Tx,
  signer: Signer,
  { countyId, rows, file }: { countyId: string; rows: readonly Division[]; file: string },
): Promise<ImportResult> {
  const townships = await storeTownships(tx, countyId, rows)
  const before = await tx.village.findMany({
    where: { countyId },
    select: { id: true, code: true, townshipId: true, officialName: true, name: true, kind: true },
  })
  const known = new Map(before.map((village) => [village.code, village]))
  // Under its former code a file that is older than the change would list a village twice.
  const former = await tx.villageChange.findMany({
    where: { countyId, kind: 'CODE_CHANGED' },
    select: { codeBefore: true },
  })
  const replaced = new Set(former.map((change) => change.codeBefore))
  const fresh = rows.filter((row) => !known.has(row.villageCode) && !replaced.has(row.villageCode))
  await tx.village.createMany({
    data: fresh.map((row) => ({
      id: newId(),
      code: row.villageCode,
      countyId,
      townshipId: row.townshipCode,
      ...namesIn(row),
    })),
  })
  let renamed = 0
  for (const row of rows) {
    const village = known.get(row.villageCode)
    const names = namesIn(row)
    if (!village) continue
    if (village.officialName === names.officialName && village.kind === names.kind) continue
    renamed += 1
    await tx.village.update({
      where: { id: village.id },
      select: { id: true },
      data: { ...names, version: { increment: 1 } },
    })
    if (village.name !== names.name) {
      await keepChange(tx, {
        kind: 'RENAMED',
        village,
        after: { ...names, code: village.code },
        effectiveOn: signer.viewer.today,
        documentNo: file,
        by: signer.viewer.name,
      })
    }
    await record(
      tx,
      signer,
      { villageId: village.id, countyId, townshipId: village.townshipId },
      {
        kind: 'villageChanged',
        details: { village: names.name, code: village.code },
        changes: {
          name: [village.name, names.name],
          officialName: [village.officialName, names.officialName],
          kind: [village.kind, names.kind],
        },
      },
    )
  }
  const result = {
    townships,
    added: fresh.length,
    renamed,
    unchanged: rows.length - fresh.length - renamed,
  }
  if (townships + result.added + renamed > 0) {
    await record(
      tx,
      signer,
      { accountsOf: countyId },
      {
        kind: 'directoryImported',
        details: { townships, villages: result.added + renamed, file },
      },
    )
  }
  return result
}

const namesIn = ({ villageName, kind }: Division) =>
  namesOf(villageName, kind === 'village' ? 'VILLAGE' : 'COMMUNITY')

/** Adds and renames townships; returns how many. A township without its committee gets it. */
async function storeTownships(tx: Tx, countyId: string, rows: readonly Division[]) {
  const given = new Map(rows.map((row) => [row.townshipCode, row.townshipName]))
  const before = await tx.township.findMany({
    where: { id: { in: [...given.keys()] } },
    select: { id: true, name: true },
  })
  const known = new Map(before.map((township) => [township.id, township.name]))
  let changed = 0
  for (const [id, name] of given) {
    if (known.get(id) === name) continue
    changed += 1
    if (known.has(id)) {
      await tx.township.update({ where: { id }, data: { name }, select: { id: true } })
    } else {
      await tx.township.create({ data: { id, countyId, name }, select: { id: true } })
    }
  }
  const committees = await tx.organisation.findMany({
    where: { countyId, kind: 'TOWNSHIP' },
    select: { townshipId: true },
  })
  const led = new Set(committees.map((one) => one.townshipId))
  await tx.organisation.createMany({
    data: [...given]
      .filter(([id]) => !led.has(id))
      .map(([townshipId, name]) => ({
        id: newId(),
        countyId,
        kind: 'TOWNSHIP' as const,
        name: committeeName(name),
        townshipId,
      })),
    skipDuplicates: true,
  })
  return changed
}

/** 江口乡党委; a sub-district has a working committee: 民生街道党工委. */
function committeeName(township: string): string {
  return `${township}${township.endsWith('街道') ? '党工委' : '党委'}`
}
