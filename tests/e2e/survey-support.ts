import { readFileSync } from 'node:fs'
import { type APIRequestContext, expect, type Page } from '@playwright/test'
import type { AxeResults } from 'axe-core'
import jsQR from 'jsqr'
import sharp from 'sharp'

/** Presses "issue and print", and gives what stands on the slips of the new page: their addresses. */
export async function issueSlips(page: Page): Promise<{ slips: Page; addresses: string[] }> {
  const opened = page.context().waitForEvent('page')
  await page.getByRole('button', { name: '发放并打印' }).click()
  const slips = await opened
  await expect(slips.getByRole('heading', { level: 2 }).first()).toBeVisible()
  const codes = await slips.getByRole('code').allTextContents()
  return { slips, addresses: codes.map((code) => `/s/${code.split('/s/')[1]}`) }
}

/** What the codes of the printed page say, as a camera reads them. */
export async function scanSlips(slips: Page): Promise<string[]> {
  await slips.emulateMedia({ media: 'print' })
  const found: string[] = []
  for (const slip of await slips.getByRole('heading', { level: 2 }).locator('xpath=../..').all()) {
    const picture = sharp(await slip.screenshot())
      .ensureAlpha()
      .raw()
    const { data, info } = await picture.toBuffer({ resolveWithObject: true })
    const code = jsQR(new Uint8ClampedArray(data), info.width, info.height)
    found.push(code?.data ?? '')
  }
  return found
}

/** A villager without a phone of ours: answers one slip, every question alike. */
export async function answer(request: APIRequestContext, address: string, ticked = 1) {
  const form = await (await request.get(address)).text()
  const wording = /name="w" value="([^"]+)"/.exec(form)?.[1] ?? ''
  const answers = Object.fromEntries([0, 1, 2, 3, 4].map((index) => [`q${index}`, ticked]))
  return request.post(address, { form: { w: wording, wish: '', ...answers } })
}

/** What axe finds on a page that is in no list of the desk's pages. */
export async function violations(page: Page): Promise<string[]> {
  const axe = readFileSync('node_modules/axe-core/axe.min.js', 'utf8')
  const found = await page.evaluate<AxeResults>(`${axe};axe.run(document)`)
  return found.violations.map(({ id }) => id)
}
