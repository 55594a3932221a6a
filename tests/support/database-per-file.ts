import { randomUUID } from 'node:crypto'
import { inject } from 'vitest'
import { forgetCalendar } from '@/lib/calendar/queries'
import { closeDatabase } from '@/lib/db'
import { env, readEnv } from '@/lib/env'
import { withClient } from '@/lib/launch/roles'

/*
 * Runs before each test file: a fresh copy of the template database, named in the environment.
 * `lib/db.ts` then works on it as it does in the product. The files of one worker share a process
 * and the modules they have loaded, which is most of what a file costs; whatever a module remembers
 * of the database before is forgotten here. Stored files are named by their hash, so all files of a
 * worker keep them in one folder.
 */
const server = inject('server')
const database = `test_${randomUUID().replaceAll('-', '')}`

await closeDatabase()
await withClient(`${server.superUrl}postgres`, (client) =>
  client.query(`CREATE DATABASE ${database} TEMPLATE ${server.template} OWNER ovop_owner`),
)

Object.assign(process.env, {
  DATABASE_URL: `${server.appUrl}${database}`,
  DATABASE_OWNER_URL: `${server.ownerUrl}${database}`,
  DATA_DIR: `${server.home}/${database}`,
  FILES_DIR: `${server.home}/files-${process.pid}`,
  CHECKPOINT_KEY_FILE: `${server.home}/keys/checkpoint.pem`,
  CHECKPOINT_PUBLIC_KEY_FILE: `${server.home}/keys/checkpoint.pub.pem`,
  NEXTAUTH_SECRET: 'a secret for tests, long enough to pass',
  NEXTAUTH_URL: 'http://localhost:3000',
  LOG_LEVEL: 'silent',
})
Object.assign(env(), readEnv(process.env))
forgetCalendar()
