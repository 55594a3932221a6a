import { chromium, type Page } from '@playwright/test'
import { ensureBrowser } from '@/tests/support/browser'
import type { People } from './people'
import type { Place } from './stage'

/** The slow phone of the design: CPU 6 times slowed, 400 kbit/s, 400 ms. */
const slow = { latency: 400, downloadThroughput: 400_000 / 8, uploadThroughput: 400_000 / 8 }
const slowdown = 6
const pin = '271828'

/** Seconds from the beginning until the person can do the next thing. */
export type PhoneTimes = { name: string; seconds: number }[]

/**
 * The page that works without a network on a slow phone, from the first time on: until the PIN can
 * be chosen, until it can be entered where the page is kept, and from the PIN to the visit form.
 */
export async function measurePhone(
  place: Place,
  people: People,
  log: (line: string) => void,
): Promise<PhoneTimes> {
  const browser = await chromium.launch({
    executablePath: ensureBrowser(log),
    args: ['--no-sandbox', '--disable-quic', '--no-first-run'],
  })
  try {
    const origin = `http://localhost:${place.port}`
    const context = await browser.newContext({
      viewport: { width: 390, height: 844 },
      isMobile: true,
      hasTouch: true,
      locale: 'zh-CN',
    })
    const [name = '', value = ''] = (await place.cookie(people, 'team')).split(/=(.*)/s)
    await context.addCookies([{ name, value, url: origin }])
    const page = await context.newPage()
    const devtools = await context.newCDPSession(page)
    await devtools.send('Emulation.setCPUThrottlingRate', { rate: slowdown })
    await devtools.send('Network.emulateNetworkConditions', { ...slow, offline: false })
    const field = page.getByLabel('6 位数字')

    await page.goto(`${origin}/work`, { waitUntil: 'commit' })
    const first = await sinceNavigation(page, field)
    await field.fill(pin)
    await page.getByLabel('再输一遍').fill(pin)
    await page.getByRole('button', { name: '设置' }).click()
    await page.getByText('没有信号也能打开本页。').waitFor()

    await page.goto(`${origin}/work`, { waitUntil: 'commit' })
    const kept = await sinceNavigation(page, field)
    await devtools.send('Network.emulateNetworkConditions', { ...slow, offline: true })
    await page.goto(`${origin}/work`, { waitUntil: 'commit' })
    const flight = await sinceNavigation(page, field)
    await field.fill(pin)
    const before = performance.now()
    await page.getByRole('button', { name: '打开' }).click()
    await page.getByRole('button', { name: '记一次走访' }).click()
    await page.getByLabel('走访情况').waitFor()
    const opened = (performance.now() - before) / 1_000
    return [
      { name: 'the very first time, until the PIN can be chosen', seconds: first },
      { name: 'kept on the phone, until the PIN can be entered', seconds: kept },
      { name: 'in flight mode, until the PIN can be entered', seconds: flight },
      { name: 'from the PIN to the visit form', seconds: opened },
    ]
  } finally {
    await browser.close()
  }
}

/** By the page's own clock, which starts with the navigation. */
async function sinceNavigation(page: Page, field: ReturnType<Page['getByLabel']>) {
  await field.waitFor({ timeout: 60_000 })
  return (await page.evaluate(() => performance.now())) / 1_000
}
