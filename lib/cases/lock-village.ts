import 'server-only'
import type { Tx } from '@/lib/db'

/**
 * Queues everything that lists a village, so that two people cannot list it at the same moment; the
 * second one then sees what the first one did. For those who may write the village.
 */
export async function lockVillage(tx: Tx, villageId: string): Promise<void> {
  await tx.$queryRaw`SELECT id FROM villages WHERE id = ${villageId}::uuid FOR UPDATE`
}

/** The same for many, in one order, so that two who list many never wait for each other. */
export async function lockVillages(tx: Tx, villageIds: readonly string[]): Promise<void> {
  await tx.$queryRaw`
    SELECT id FROM villages WHERE id = ANY (${[...villageIds]}::uuid[]) ORDER BY id FOR UPDATE`
}
