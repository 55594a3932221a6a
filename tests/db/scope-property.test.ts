import { test } from 'vitest'
import { databaseOfThisFile } from '@/tests/support/database'
import { holdScope } from '@/tests/support/scope-property'

const { owner } = databaseOfThisFile()

test('nobody sees a row outside their scope: tables, Prisma, lists, figures, eight at a time', async () => {
  await holdScope(owner, 40)
}, 300_000)
