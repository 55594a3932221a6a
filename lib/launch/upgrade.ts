import path from 'node:path'
import { jobNames } from '@/lib/jobs/schedule'
import { migrate, readMigrations } from './migrate'
import { installQueue } from './queue'

/** Brings a database to this version: tables, policies and the job queue. Returns what was applied. */
export async function upgradeDatabase(
  root: string,
  ownerUrl: string,
  log: (line: string) => void,
): Promise<string[]> {
  const applied = await migrate(ownerUrl, readMigrations(path.join(root, 'prisma/migrations')), log)
  await installQueue(ownerUrl, jobNames)
  return applied
}
