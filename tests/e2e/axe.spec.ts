import { readFileSync } from 'node:fs'
import path from 'node:path'
import { type Browser, expect, type Page, test } from '@playwright/test'
import type { AxeResults } from 'axe-core'
import { planner, reviser, routes, submitter, visits } from './pages'
import { demoPassword, ownPassword, pageOf, ready } from './support'

test.describe.configure({ mode: 'parallel' })
// Every page fresh from the server: what a phone keeps is tested in offline.spec.ts.
test.use({ serviceWorkers: 'block' })

const pages = new Map<string, Page>()
const complaints = new Map<Page, string[]>()
const opened: readonly string[] = [planner, submitter, reviser]

/** The page of an account in this worker; of nobody, for the sign-in page. */
async function pageFor(browser: Browser, account: string): Promise<Page> {
  const known = pages.get(account)
  if (known && !known.isClosed()) return known
  const page = account
    ? await pageOf(browser, account, opened.includes(account) ? ownPassword : demoPassword)
    : await (await browser.newContext()).newPage()
  listen(page)
  pages.set(account, page)
  return page
}

/** Whatever the browser complains of: errors of scripts, of the script policy, of loading. */
function listen(page: Page) {
  const said: string[] = []
  complaints.set(page, said)
  page.on('console', (message) => {
    if (message.type() === 'error') said.push(message.text())
  })
  page.on('pageerror', (error) => said.push(String(error)))
}

test('every page of the product has its visit here', () => {
  expect(Object.keys(visits).sort()).toEqual(routes())
})

for (const [route, { as, path: given }] of Object.entries(visits)) {
  test(`${route} is sound in both languages, at both widths and on paper`, async ({ browser }) => {
    // Two megabytes of tables.
    if (route === '/api-docs') test.slow()
    const page = await pageFor(browser, as)
    const address = typeof given === 'string' ? given : await given(page)
    const said = complaints.get(page) ?? []
    for (const locale of ['zh-CN', 'en']) {
      said.length = 0
      const url = process.env.E2E_URL ?? ''
      await page.context().addCookies([{ name: 'locale', value: locale, url }])
      await page.setViewportSize(
        locale === 'en' ? { width: 1366, height: 768 } : { width: 390, height: 844 },
      )
      const response = await page.goto(address)
      expect.soft(response?.status(), locale).toBe(200)
      await ready(page)
      await expect.soft(page.locator('html')).toHaveAttribute('lang', locale)
      await expect.soft(page).toHaveTitle(/\S · \S/)
      await expect.soft(page.getByRole('heading', { level: 1 })).toHaveCount(1)
      // The dearest rule by far, and colours are the same in both languages.
      const without = locale === 'en' ? ['color-contrast'] : []
      expect.soft(await violations(page, without), locale).toEqual([])
      expect.soft(await sideways(page), `${locale}: sideways scrolling`).toBe(0)
      await page.setViewportSize({ width: 390, height: 844 })
      expect.soft(await sideways(page), `${locale}: sideways scrolling at 390`).toBe(0)
      expect.soft(said, locale).toEqual([])
    }
    await page.emulateMedia({ media: 'print' })
    await expect.soft(page.locator('header'), 'no navigation on paper').toBeHidden()
    await expect.soft(page.getByRole('heading').first(), 'a title on paper').toBeVisible()
    await page.emulateMedia({ media: 'screen' })
  })
}

const sideways = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)

const axe = readFileSync(path.resolve('node_modules/axe-core/axe.min.js'), 'utf8')

/** What axe finds, by all its rules but these. Sent and run at once: to compile it is dear. */
async function violations(page: Page, without: string[]): Promise<string[]> {
  const rules = Object.fromEntries(without.map((rule) => [rule, { enabled: false }]))
  const options = { resultTypes: ['violations'], selectors: false, rules }
  const found = await page.evaluate<AxeResults>(
    `${axe};axe.run(document, ${JSON.stringify(options)})`,
  )
  return found.violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`,
  )
}
