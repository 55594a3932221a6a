import { randomUUID } from 'node:crypto'
import { inject } from 'vitest'
import { withClient } from '@/lib/launch/roles'

/*
 * Runs before each test file, in its own process: a fresh copy of the template database, named in
 * the environment before anything reads it. `lib/db.ts` then works on it as it does in the product.
 */
const server = inject('server')
const database = `test_${randomUUID().replaceAll('-', '')}`

await withClient(`${server.superUrl}postgres`, (client) =>
  client.query(`CREATE DATABASE ${database} TEMPLATE ${server.template} OWNER ovop_owner`),
)

Object.assign(process.env, {
  DATABASE_URL: `${server.appUrl}${database}`,
  DATABASE_OWNER_URL: `${server.ownerUrl}${database}`,
  DATA_DIR: `${server.home}/${database}`,
  CHECKPOINT_KEY_FILE: `${server.home}/keys/checkpoint.pem`,
  CHECKPOINT_PUBLIC_KEY_FILE: `${server.home}/keys/checkpoint.pub.pem`,
  NEXTAUTH_SECRET: 'a secret for tests, long enough to pass',
  NEXTAUTH_URL: 'http://localhost:3000',
  LOG_LEVEL: 'silent',
})
