import 'server-only'
import { PgBoss } from 'pg-boss'
import { computeAppraisals } from '@/lib/appraisals/compute'
import { writeCheckpoint } from '@/lib/audit/checkpoint'
import { settleLights } from '@/lib/cases/settle-lights'
import { timeZone, today } from '@/lib/clock'
import { refreshDisclosures } from '@/lib/commitments/disclose-commands'
import { env } from '@/lib/env'
import { endExpiredSessions, forgetIdempotencyKeys, forgetOldFailures } from '@/lib/jobs/clean-up'
import { type JobName, jobNames, queueSchema, schedule } from '@/lib/jobs/schedule'
import { log } from '@/lib/log'
import { deliver, remind } from '@/lib/notifications/run-commands'
import { proposeListings } from '@/lib/watch-list/propose'

/** The body of each job; all may be repeated. */
const bodies: { [Name in JobName]: () => Promise<unknown> } = {
  settleLights: () => settleLights(),
  refreshDisclosures: () => refreshDisclosures(),
  proposeListings: () => proposeListings(today()),
  refreshAppraisals: () => computeAppraisals(today(), true),
  computeAppraisals: () => computeAppraisals(today()),
  remind: () => remind(new Date()),
  deliver: () => deliver(new Date()),
  writeCheckpoint: () => writeCheckpoint(),
  endExpiredSessions: () => endExpiredSessions(new Date(), env().SESSION_IDLE_HOURS),
  forgetIdempotencyKeys: () => forgetIdempotencyKeys(new Date()),
  forgetOldFailures: () => forgetOldFailures(new Date()),
}

/**
 * Takes jobs from the queue and puts the scheduled ones on it, until stopped. Works as the app role:
 * the queue's tables were made by the owner when migrating. An unreachable database is waited for.
 */
export async function startWorker(): Promise<{ stop(): Promise<void> }> {
  const boss = new PgBoss({
    connectionString: env().DATABASE_URL,
    schema: queueSchema,
    application_name: 'ovop-worker',
    max: 3,
    migrate: false,
    createSchema: false,
    // Rebuilding indexes is the owner's business.
    reindex: false,
  })
  boss.on('error', (error) => log().error({ error: error.message }, 'job queue'))
  await boss.start()
  for (const name of jobNames) {
    await boss.work(name, { pollingIntervalSeconds: 10 }, () => runJob(name))
    await boss.schedule(name, schedule[name].cron, null, { tz: timeZone })
  }
  // What happened while nothing ran (a first seed, an upgrade) is vouched for at once.
  await boss.send('writeCheckpoint')
  return { stop: () => boss.stop({ graceful: true, timeout: 8_000 }) }
}

async function runJob(name: JobName): Promise<void> {
  const start = Date.now()
  try {
    const result = await bodies[name]()
    log().info({ job: name, result, ms: Date.now() - start }, 'job done')
  } catch (error) {
    log().error({ job: name, error: (error as Error).message }, 'job failed')
    throw error
  }
}
