import { defineConfig } from 'prisma/config'

/** Where the schema lies. Migrations are applied by `npm run db -- migrate`, not by Prisma's CLI. */
export default defineConfig({
  schema: 'prisma/schema',
  migrations: { path: 'prisma/migrations' },
})
