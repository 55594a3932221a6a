import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

const alias = {
  '@': fileURLToPath(new URL('.', import.meta.url)).replace(/\/$/, ''),
  // Outside Next the package throws on purpose; its own `react-server` entry is an empty module.
  'server-only': fileURLToPath(new URL('./node_modules/server-only/empty.js', import.meta.url)),
}

/** Tests that need the embedded PostgreSQL: a database of its own per file, a process per worker. */
const onPostgres = {
  pool: 'forks' as const,
  isolate: false,
  globalSetup: ['tests/support/postgres.ts'],
  setupFiles: ['tests/support/database-per-file.ts'],
  hookTimeout: 60_000,
}

export default defineConfig({
  test: {
    maxWorkers: 2,
    projects: [
      {
        resolve: { alias },
        test: { name: 'domain', include: ['tests/domain/**/*.test.ts'] },
      },
      {
        resolve: { alias },
        test: { name: 'architecture', include: ['tests/architecture.test.ts'] },
      },
      {
        resolve: { alias },
        test: {
          name: 'db',
          include: ['tests/db/**/*.test.ts'],
          testTimeout: 30_000,
          ...onPostgres,
        },
      },
      {
        resolve: { alias },
        test: {
          name: 'long',
          include: ['tests/long/**/*.test.ts'],
          testTimeout: 3_600_000,
          ...onPostgres,
        },
      },
    ],
  },
})
