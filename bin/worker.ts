/** The process that does what happens by itself: scheduled jobs and what is queued. */
import { closeDatabase } from '@/lib/db'
import { startWorker } from '@/lib/jobs/run'
import { endWithLauncher } from '@/lib/launch/orphan'
import { log } from '@/lib/log'

endWithLauncher()
const worker = await startWorker()
log().info('worker started')

for (const signal of ['SIGTERM', 'SIGINT'] as const) {
  process.once(signal, async () => {
    await worker.stop()
    await closeDatabase()
    process.exit(0)
  })
}
