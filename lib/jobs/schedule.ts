/**
 * What happens by itself and when (cron in Asia/Shanghai). The bodies are commands with a system
 * viewer (lib/jobs/run.ts); each may run twice without harm.
 */
export const schedule = {
  settleLights: { cron: '10 0 * * *' },
  refreshDisclosures: { cron: '20 0 * * *' },
  proposeListings: { cron: '40 0 * * *' },
  refreshAppraisals: { cron: '50 0 * * *' },
  computeAppraisals: { cron: '* * * * *' },
  remind: { cron: '*/5 * * * *' },
  deliver: { cron: '* * * * *' },
  writeCheckpoint: { cron: '30 1 * * *' },
  endExpiredSessions: { cron: '*/15 * * * *' },
  forgetIdempotencyKeys: { cron: '10 * * * *' },
  forgetOldFailures: { cron: '20 3 * * *' },
} as const satisfies Record<string, { cron: string }>

export type JobName = keyof typeof schedule

export const jobNames = Object.keys(schedule) as JobName[]

/** The schema in which pg-boss keeps its tables; made by the owner when migrating. */
export const queueSchema = 'pgboss'
