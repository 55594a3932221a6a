import pg from 'pg'
import { afterAll } from 'vitest'
import { env } from '@/lib/env'

/**
 * Connections to the database of this test file (made by database-per-file.ts): as the owner, whom
 * no policy binds, and as the app role without any setting. The product's own way in is lib/db.ts.
 */
export function databaseOfThisFile(): { owner: pg.Pool; app: pg.Pool } {
  const { DATABASE_URL, DATABASE_OWNER_URL } = env()
  const owner = new pg.Pool({ connectionString: DATABASE_OWNER_URL, max: 2 })
  const app = new pg.Pool({ connectionString: DATABASE_URL, max: 4 })
  afterAll(async () => {
    await Promise.all([owner.end(), app.end()])
  })
  return { owner, app }
}
