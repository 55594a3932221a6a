import type { Viewer } from '@/lib/access/viewer-types'
import { type Tx, transaction } from '@/lib/db'
import type { Prisma } from '@/prisma/generated/client'

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
