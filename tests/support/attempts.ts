import type { Viewer } from '@/lib/access/viewer-types'
import { type Tx, transaction } from '@/lib/db'
import { newId } from '@/lib/ids'
import type { Prisma } from '@/prisma/generated/client'
import { kase } from './two-cases'

const refused =
  /row-level security|permission denied|is not visible|lies elsewhere|not of this place|county office's|not this viewer's/

/** Whether the database lets a statement of a viewer through; constraints come after the wall. */
export async function passes(tx: Tx, statement: Prisma.Sql): Promise<boolean> {
  await tx.$executeRaw`SAVEPOINT attempt`
  try {
    return (await tx.$executeRaw(statement)) > 0
  } catch (error) {
    return !refused.test((error as Error).message)
  } finally {
    await tx.$executeRaw`ROLLBACK TO SAVEPOINT attempt`
  }
}

/** Runs work as a viewer and undoes it. */
export async function undone<T>(viewer: Viewer, work: (tx: Tx) => Promise<T>): Promise<T> {
  let result: T | undefined
  await transaction(viewer, async (tx) => {
    result = await work(tx)
    throw new Error('undo')
  }).catch((error) => {
    if (error.message !== 'undo') throw error
  })
  return result as T
}

/** What an attempt ends with: `done`, or the message of the refusal. Undone in either case. */
export function attempt(viewer: Viewer, work: (tx: Tx) => Promise<unknown>): Promise<string> {
  return undone(viewer, (tx) =>
    work(tx).then(
      () => 'done',
      (error) => error.message as string,
    ),
  )
}

/** The messages of the second wall, and of Prisma where it hides the row. */
export const wall =
  /row-level security|permission denied|not visible|elsewhere|not of this place|county office's|not this viewer's|candidates only|never its own|not found|No record/i

export const select = { id: true } as const
export const day = new Date('2026-03-01')
export const into = { where: { id: kase.id }, select }
export const measureOf = (one: typeof kase) => ({
  where: { id: one.ids.measures ?? '' },
  select,
})
export const closure = () => ({
  id: newId(),
  number: newId(),
  basis: '决定',
  closedOn: day,
  signers: [],
  criteria: {},
})
export const progress = (caseId: string) => ({
  id: newId(),
  caseId,
  happenedOn: day,
  percent: 1,
  text: '进展',
  byName: '某',
})
