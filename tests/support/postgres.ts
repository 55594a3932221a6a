import type { TestProject } from 'vitest/node'
import { startScratch } from '@/lib/launch/scratch'
import { ensureCheckpointKey } from '@/lib/launch/secrets'

declare module 'vitest' {
  interface ProvidedContext {
    server: { superUrl: string; ownerUrl: string; appUrl: string; template: string; home: string }
  }
}

/** Once per run: a PostgreSQL of our own with a migrated, empty template database. */
export async function setup(project: TestProject) {
  const template = 'ovop_template'
  const server = await startScratch(process.cwd(), template)
  ensureCheckpointKey(server.home)
  project.provide('server', {
    superUrl: server.superUrl(''),
    ownerUrl: server.ownerUrl(''),
    appUrl: server.appUrl(''),
    template,
    home: server.home,
  })
  return () => server.remove()
}
