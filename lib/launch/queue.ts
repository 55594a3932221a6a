import type pg from 'pg'
import { PgBoss } from 'pg-boss'
import { queueSchema } from '@/lib/jobs/schedule'
import { appRole, withClient } from './roles'

/**
 * Installs or upgrades the job queue and its queues as the owner, and lets the app role use (not
 * change) them, so that web and worker need no right to create anything.
 */
export async function installQueue(ownerUrl: string, queues: readonly string[]): Promise<void> {
  const boss = new PgBoss({
    connectionString: ownerUrl,
    schema: queueSchema,
    supervise: false,
    schedule: false,
    max: 1,
  })
  boss.on('error', () => undefined)
  await boss.start()
  try {
    for (const name of queues) {
      // `exclusive`: a job that still waits or runs is not queued a second time.
      if (!(await boss.getQueue(name))) await boss.createQueue(name, { policy: 'exclusive' })
    }
  } finally {
    await boss.stop({ graceful: false })
  }
  await withClient(ownerUrl, grantUse)
}

async function grantUse(client: pg.Client): Promise<void> {
  await client.query(`
    GRANT USAGE ON SCHEMA ${queueSchema} TO ${appRole};
    GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA ${queueSchema} TO ${appRole};
    GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA ${queueSchema} TO ${appRole};
    GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA ${queueSchema} TO ${appRole};`)
}
