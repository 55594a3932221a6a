import 'server-only'
import type { z } from 'zod'
import { grantFor } from '@/lib/access/policy'
import { visibleVillages } from '@/lib/access/scope'
import { signature, type Viewer } from '@/lib/access/viewer-types'
import type { Changes, NewEvent } from '@/lib/audit/events'
import { record } from '@/lib/audit/record'
import { lockVillage } from '@/lib/cases/lock-village'
import { type Day, fromDay } from '@/lib/dates'
import { type Tx, transaction } from '@/lib/db'
import { InvalidInput, RuleBroken } from '@/lib/errors'
import { newId } from '@/lib/ids'
import { keepChange } from './keep-change'
import { namesOf } from './names'
import { moveVillage, openCaseOf, openVillage } from './open-village'
import type { changeCodeInput, mergeInput, renameInput, splitInput } from './schema'
import type { WholeVillage } from './select'
import { caseChain, tellVillage } from './tell'

/** 更名: the former name stays on record and is still found. */
export function rename(viewer: Viewer, input: z.infer<typeof renameInput>): Promise<void> {
  return transaction(viewer, async (tx) => {
    const { village, actor } = await open(tx, viewer, input)
    const after = namesOf(input.officialName, input.kind)
    if (village.officialName === after.officialName && village.kind === after.kind) {
      throw new InvalidInput([{ field: 'officialName', code: 'sameAsBefore' }])
    }
    await moveVillage(tx, village, after)
    await keep(tx, viewer, village, { kind: 'RENAMED', after: { ...village, ...after }, input })
    await tellVillage(tx, actor, village, {
      kind: 'villageRenamed',
      details: { village: village.name, name: after.name, ...orderOf(input) },
      changes: changesOf(village, after),
    })
  })
}

/** 代码变更: within the township; a new directory file is then read under the new code. */
export function changeCode(viewer: Viewer, input: z.infer<typeof changeCodeInput>): Promise<void> {
  return transaction(viewer, async (tx) => {
    const { village, actor } = await open(tx, viewer, input)
    await refuseCode(tx, village, input.code)
    await moveVillage(tx, village, { code: input.code })
    const after = { ...village, code: input.code }
    await keep(tx, viewer, village, { kind: 'CODE_CHANGED', after, input })
    await tellVillage(tx, actor, village, {
      kind: 'villageCodeChanged',
      details: { village: village.name, code: input.code, ...orderOf(input) },
      changes: { code: [village.code, input.code] },
    })
  })
}

/**
 * 撤并: the village ends. Its closed cases stay with it and are shown with the successor; an open one
 * stands against it until it is closed, or is carried to a successor of the same township that has
 * none itself.
 */
export function merge(viewer: Viewer, input: z.infer<typeof mergeInput>): Promise<void> {
  return transaction(viewer, async (tx) => {
    const { village, actor } = await open(tx, viewer, input)
    const successor = await tx.village.findFirst({
      where: { AND: [visibleVillages(viewer), { id: input.successorId, endedOn: null }] },
      select: { id: true, name: true, code: true, countyId: true, townshipId: true },
    })
    if (!successor || successor.id === village.id) {
      throw new InvalidInput([{ field: 'successorId', code: 'invalidChoice' }])
    }
    // In one order for every merger, so that two of them never wait for each other.
    for (const id of [village.id, successor.id].sort()) await lockVillage(tx, id)
    const kase = await openCaseOf(tx, village.id)
    if (kase) await refuseToCarry(tx, kase, successor, input.carryCase)
    await moveVillage(tx, village, { endedOn: fromDay(input.effectiveOn) })
    await keep(tx, viewer, village, {
      kind: 'MERGED',
      after: successor,
      successorId: successor.id,
      input,
    })
    if (kase) {
      await tx.case.update({
        where: { id: kase.id },
        select: { id: true },
        data: { villageId: successor.id, version: { increment: 1 } },
      })
      await record(tx, actor, caseChain(kase), {
        kind: 'caseMovedToSuccessor',
        details: {
          village: village.name,
          successor: successor.name,
          documentNo: input.documentNo,
        },
        changes: { village: [village.code, successor.code] },
      })
    }
    const event: NewEvent = {
      kind: 'villageMerged',
      details: { village: village.name, successor: successor.name, ...orderOf(input) },
      changes: { endedOn: [null, input.effectiveOn] },
    }
    for (const { id: villageId, countyId, townshipId } of [village, successor]) {
      await record(tx, actor, { villageId, countyId, townshipId }, event)
    }
  })
}

/** 分设: a new village in the same township; this one stays. */
export function split(viewer: Viewer, input: z.infer<typeof splitInput>): Promise<string> {
  return transaction(viewer, async (tx) => {
    const { village, actor } = await open(tx, viewer, input)
    await refuseCode(tx, village, input.code)
    const id = newId()
    const { countyId, townshipId, demo } = village
    const names = namesOf(input.officialName, input.kind)
    await tx.village.create({
      data: { id, code: input.code, countyId, townshipId, demo, ...names },
      select: { id: true },
    })
    await moveVillage(tx, village, {})
    await keep(tx, viewer, village, {
      kind: 'SPLIT',
      after: { name: names.name, code: input.code },
      successorId: id,
      input,
    })
    const event: NewEvent = {
      kind: 'villageSplit',
      details: { village: village.name, name: names.name, code: input.code, ...orderOf(input) },
    }
    await tellVillage(tx, actor, village, event)
    await record(tx, actor, { villageId: id, countyId, townshipId }, event)
    return id
  })
}

type Ordered = { villageId: string; version: number; effectiveOn: Day; documentNo: string }

async function open(tx: Tx, viewer: Viewer, input: Ordered) {
  const opened = await openVillage(tx, viewer, { ...input, may: 'village.change' })
  if (input.effectiveOn > viewer.today) {
    throw new InvalidInput([{ field: 'effectiveOn', code: 'dateInFuture' }])
  }
  return opened
}

const orderOf = ({ effectiveOn, documentNo }: Ordered) => ({ effectiveOn, documentNo })

function keep(
  tx: Tx,
  viewer: Viewer,
  village: WholeVillage,
  {
    input,
    ...change
  }: Pick<Parameters<typeof keepChange>[1], 'kind' | 'after' | 'successorId'> & {
    input: Ordered
  },
) {
  return keepChange(tx, {
    ...change,
    village,
    ...orderOf(input),
    by: signature({ viewer, grant: grantFor(viewer, 'village.change') }),
  })
}

async function refuseToCarry(
  tx: Tx,
  kase: { townshipId: string },
  successor: { id: string; townshipId: string },
  carry: boolean,
) {
  const refuse = (code: string) => new RuleBroken(code, { field: 'carryCase' })
  if (successor.townshipId !== kase.townshipId) throw refuse('caseStaysInTownship')
  if (await openCaseOf(tx, successor.id)) throw refuse('successorHasOpenCase')
  if (!carry) throw refuse('openCaseToCarry')
}

/** A code begins with the township's and is, or was, nobody else's. */
async function refuseCode(tx: Tx, village: WholeVillage, code: string) {
  const refuse = (reason: string) => new InvalidInput([{ field: 'code', code: reason }])
  if (!code.startsWith(village.townshipId)) throw refuse('codeOfOtherTownship')
  const taken = await tx.village.findFirst({ where: { code }, select: { id: true } })
  const before = await tx.villageChange.findFirst({
    where: { countyId: village.countyId, codeBefore: code, villageId: { not: village.id } },
    select: { id: true },
  })
  if (taken || before) throw refuse('codeTaken')
}

function changesOf(before: WholeVillage, after: ReturnType<typeof namesOf>): Changes {
  const fields = ['name', 'officialName', 'kind'] as const
  return Object.fromEntries(
    fields
      .filter((name) => before[name] !== after[name])
      .map((name) => [name, [before[name], after[name]] as const]),
  )
}
