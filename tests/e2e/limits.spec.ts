import path from 'node:path'
import { type Browser, expect, type Page, test } from '@playwright/test'
import pg from 'pg'
import { ofBuild } from '../bench/scripts'
import { sinceReset } from '../bench/statements'
import { planner, reviser, submitter, visits } from './pages'
import { demoPassword, ownPassword, pageOf } from './support'

/*
 * docs/benchmarks: no page asks the database more than twelve times or loads more than 180 kB of
 * script. Runs alone (playwright.config.ts): statements are counted for the whole database.
 */
const mostStatements = 12
const mostKilobytes = 180
/** The visit form of the phone, on a slow network. */
const mostOnPhone = 120
const opened: readonly string[] = [planner, submitter, reviser]
const pages = new Map<string, Page>()
const superuser = new pg.Client({ connectionString: process.env.E2E_SUPER_URL })
const kilobytes = ofBuild(path.resolve('.next/standalone'))

test.beforeAll(async () => {
  await superuser.connect()
  await superuser.query('CREATE EXTENSION IF NOT EXISTS pg_stat_statements')
})

test.afterAll(() => superuser.end())

/** The page of an account; of nobody, for the sign-in page. */
async function pageFor(browser: Browser, account: string): Promise<Page> {
  const known = pages.get(account)
  if (known) return known
  const page = account
    ? await pageOf(browser, account, opened.includes(account) ? ownPassword : demoPassword)
    : await (await browser.newContext()).newPage()
  pages.set(account, page)
  return page
}

test('every page keeps to its share of statements and script', async ({ browser }) => {
  test.setTimeout(240_000)
  const over: string[] = []
  let counted = 0
  for (const [route, { as, path: given }] of Object.entries(visits)) {
    const page = await pageFor(browser, as)
    const address = typeof given === 'string' ? given : await given(page)
    // Whatever the look-up's page still fetches ends with it.
    await page.goto('about:blank')
    await page.request.get(address)
    await superuser.query('SELECT pg_stat_statements_reset()')
    const answer = await page.request.get(address)
    expect.soft(answer.status(), route).toBe(200)
    const { statements } = await sinceReset(superuser, 'ovop_e2e')
    const size = kilobytes(await answer.text())
    counted += statements
    if (statements > mostStatements) over.push(`${route}: ${statements} statements`)
    if (size > (route === '/work' ? mostOnPhone : mostKilobytes))
      over.push(`${route}: ${size.toFixed(0)} kB`)
    // A page whose scripts were not found would keep to any limit.
    expect.soft(size, route).toBeGreaterThan(route === '/work' ? 10 : 50)
  }
  expect(counted).toBeGreaterThan(100)
  expect(over).toEqual([])
})
