import { test } from '@playwright/test'
import { accepting } from './journey/accepting'
import { gather } from './journey/cast'
import { closing } from './journey/closing'
import { committing } from './journey/committing'
import { listing } from './journey/listing'
import { planning } from './journey/planning'
import { rectifying } from './journey/rectifying'
import { surveying } from './journey/surveying'

/**
 * The life of one village from proposal to relapse, each step by its own role in its own browser,
 * refused for the others. Its batch asks for no months of consolidation.
 */
test.describe.configure({ mode: 'serial' })

test.beforeAll(async ({ browser }) => {
  test.setTimeout(120_000)
  await gather(browser)
})

listing()
planning()
rectifying()
committing()
surveying()
accepting()
closing()
