import 'server-only'
import { systemViewer } from '@/lib/access/system'
import { asSystem, type Tx, transaction } from '@/lib/db'
import { Prisma } from '@/prisma/generated/client'

/**
 * Casting shares this lock, closing a round and changing its questions hold it alone: no ballot
 * arrives while a box is counted out. The number is arbitrary, of one meaning in the whole product.
 */
const boxLock = 5_130_001

export const shareBox = Prisma.sql`SELECT pg_advisory_xact_lock_shared(${boxLock}::bigint)`

export const lockBox = (tx: Tx) => tx.$executeRaw`SELECT pg_advisory_xact_lock(${boxLock}::bigint)`

/** Fewer waiting ballots than this are not moved: a batch of one would tell whose it is. */
const leastBatch = 10

/**
 * Moves what waits into the box, in a new order under new ids, when there are enough; for `tally`.
 * Skipped while somebody else is at it.
 */
export async function flushHeld(countyId: string, surveyId: string): Promise<void> {
  await transaction(systemViewer('tally', countyId), async (tx) => {
    const [free] = await tx.$queryRaw<[{ free: boolean }]>`
      SELECT pg_try_advisory_xact_lock_shared(${boxLock}::bigint)
        AND pg_try_advisory_xact_lock(hashtext(${`box:${surveyId}`})) AS free`
    if (free.free) await moveHeld(tx, surveyId, leastBatch)
  })
}

const moveHeld = (tx: Tx, surveyId: string, least: number) => tx.$executeRaw`
  WITH waiting AS (SELECT id FROM held_ballots WHERE survey_id = ${surveyId}::uuid),
  gone AS (DELETE FROM held_ballots WHERE id IN (SELECT id FROM waiting)
    AND (SELECT count(*) FROM waiting) >= ${least} RETURNING county_id, survey_id, answers, wish)
  INSERT INTO boxed_ballots (id, county_id, survey_id, answers, wish)
  SELECT gen_random_uuid(), county_id, survey_id, answers, wish FROM gone ORDER BY gen_random_uuid()`

type Settled = { answers: readonly number[]; wish: string }

/**
 * Counts out the box of a round just closed, under the lock: adds the settled paper ballots, gives
 * every ballot's answers to `count`, and writes ballots and tokens anew, shown or not as it says.
 */
export async function emptyBox(
  tx: Tx,
  { countyId, surveyId }: { countyId: string; surveyId: string },
  papers: readonly Settled[],
  count: (ballots: number[][]) => { shown: boolean },
): Promise<void> {
  await asSystem(tx, systemViewer('tally', countyId), async () => {
    for (const { answers, wish } of papers) {
      await tx.$executeRaw`
        INSERT INTO boxed_ballots (id, county_id, survey_id, answers, wish)
        VALUES (gen_random_uuid(), ${countyId}, ${surveyId}::uuid, ${[...answers]}::smallint[], ${wish})`
    }
    await moveHeld(tx, surveyId, 0)
    const rows = await tx.$queryRaw<{ answers: number[] }[]>`
      SELECT answers FROM boxed_ballots WHERE survey_id = ${surveyId}::uuid`
    const { shown } = count(rows.map(({ answers }) => answers))
    const [box] = await tx.$queryRaw<[{ moved: number }]>`
      SELECT app.close_box(${surveyId}::uuid, ${shown}) AS moved`
    if (box.moved !== rows.length) throw new Error('the box did not hold what was counted')
  })
}

/** How many have answered, in full tens only: a live count could be differenced. */
export function turnoutOf(tx: Tx, countyId: string, surveyId: string): Promise<number> {
  return asSystem(tx, systemViewer('tally', countyId), async () => {
    const [row] = await tx.$queryRaw<[{ tens: number }]>`
      SELECT ((SELECT count(*) FROM held_ballots WHERE survey_id = ${surveyId}::uuid)
        + (SELECT count(*) FROM boxed_ballots WHERE survey_id = ${surveyId}::uuid))::int / 10 AS tens`
    return row.tens * 10
  })
}

/** Whether anybody has answered or a paper ballot was typed: from then on the questions are frozen. */
export async function isBegun(tx: Tx, surveyId: string): Promise<boolean> {
  const [row] = await tx.$queryRaw<[{ begun: boolean }]>`
    SELECT app.survey_begun(${surveyId}::uuid) AS begun`
  return row.begun
}
