import { test } from 'vitest'
import { databaseOfThisFile } from '@/tests/support/database'
import { holdScope } from '@/tests/support/scope-property'

const { owner } = databaseOfThisFile()

test('nobody sees a row outside their scope, in many more scenes', async () => {
  await holdScope(owner, 800)
})
