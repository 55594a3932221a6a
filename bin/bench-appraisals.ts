/**
 * node --import tsx --conditions=react-server bin/bench-appraisals.ts: fills a throw-away database with
 * the 111 counties of Guangxi, opens an appraisal in each and says how long the worker takes to compute
 * them all, and once more when nothing has changed.
 */
import path from 'node:path'
import { todayIn } from '@/lib/dates'
import { productEnvironment } from '@/lib/launch/environment'
import { withClient } from '@/lib/launch/roles'
import { startScratch } from '@/lib/launch/scratch'
import { loadSecrets } from '@/lib/launch/secrets'
import { fillScene } from '@/tests/bench/scene'

const root = path.resolve(import.meta.dirname, '..')
const name = 'bench_appraisals'

async function measure(): Promise<void> {
  const today = todayIn('Asia/Shanghai', new Date())
  const scratch = await startScratch(root, name)
  try {
    await withClient(scratch.ownerUrl(name), async (client) => {
      await fillScene(root, client, 'guangxi')
      await client.query(
        `INSERT INTO appraisals (id, county_id, year, from_on, to_on, rule_set_id, rule_version, opened_on)
         SELECT gen_random_uuid(), county_id, $1, make_date($1, 1, 1), make_date($1, 12, 31), id, version, $2
         FROM (SELECT DISTINCT ON (county_id) * FROM rule_sets ORDER BY county_id, version DESC) r`,
        [Number(today.slice(0, 4)), today],
      )
    })
    await withClient(scratch.superUrl(name), (client) => client.query('VACUUM ANALYZE'))
    const product = productEnvironment({
      ...{ dataDir: scratch.home, secrets: loadSecrets(scratch.home), given: {} },
      database: { appUrl: scratch.appUrl(name) },
    })
    Object.assign(process.env, product)
    const { computeAppraisals } = await import('@/lib/appraisals/compute')
    const { proposeListings } = await import('@/lib/watch-list/propose')
    const { closeDatabase } = await import('@/lib/db')
    const timed = async (what: string, work: () => Promise<number>) => {
      const start = performance.now()
      const count = await work()
      console.log(`${what}: ${count} in ${((performance.now() - start) / 1000).toFixed(1)} s`)
    }
    await timed('computed', () => computeAppraisals(today))
    await timed('computed again', () => computeAppraisals(today, true))
    await timed('proposed', () => proposeListings(today))
    await closeDatabase()
    await withClient(scratch.ownerUrl(name), async (client) => {
      const { rows } = await client.query(
        `SELECT count(DISTINCT s.county_id)::int AS counties, count(DISTINCT s.id)::int AS sheets, count(*)::int AS values,
           sum(jsonb_array_length(v.items))::int AS items FROM appraisal_sheets s JOIN appraisal_values v ON v.sheet_id = s.id`,
      )
      console.log(rows[0])
    })
  } finally {
    await scratch.remove()
  }
}

measure().then(
  () => process.exit(0),
  (error: Error) => {
    console.error(error)
    process.exit(1)
  },
)
