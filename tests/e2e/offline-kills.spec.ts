import { expect, type Locator, test } from '@playwright/test'
import { makeWebServer } from '@/tests/support/web-server'
import {
  coldStart,
  enterPin,
  expectOnce,
  online,
  outbox,
  pictures,
  setUp,
  writeVisit,
} from './offline-support'
import { closeAll, pageOf, signIn } from './support'

test.afterEach(({ browser }) => closeAll(browser))

test('the page killed in the middle of sending loses and doubles nothing', async ({ browser }) => {
  test.setTimeout(180_000)
  const page = await pageOf(browser, 'team-1')
  const context = page.context()
  await setUp(page)
  await context.setOffline(true)
  const words = [1, 2, 3].map((n) => `中途关闭${n}：${Date.now()}`)
  for (const found of words) await writeVisit(page, found, pictures.slice(0, 1))

  // The second visit reaches the server; its answer finds nobody.
  let sent = 0
  const closed = new Promise<void>((resolve) => {
    void context.route('**/api/v1/visits', async (route) => {
      sent += 1
      if (sent !== 2) return route.continue()
      await route.fetch()
      await page.close()
      resolve()
    })
  })
  await context.setOffline(false)
  await online(page).catch(() => undefined)
  await closed
  await context.unroute('**/api/v1/visits')

  const again = await context.newPage()
  await again.goto('/work')
  await enterPin(again)
  await expect(outbox(again).getByText('已送达', { exact: true })).toHaveCount(3, {
    timeout: 30_000,
  })
  await expect(outbox(again).getByText('照片1张，已送达1张')).toHaveCount(3, { timeout: 30_000 })
  await expectOnce(again, words, 1)
})

test('the server killed in the middle of sending loses and doubles nothing', async ({
  browser,
}) => {
  test.setTimeout(240_000)
  const server = await makeWebServer(process.env.E2E_APP_URL ?? '')
  await server.start()
  try {
    const context = await browser.newContext({ baseURL: server.url })
    const page = await context.newPage()
    await signIn(page, 'team-1')
    await setUp(page)
    await context.setOffline(true)
    const words = [1, 2, 3].map((n) => `断电${n}：${Date.now()}`)
    for (const found of words) await writeVisit(page, found, pictures)

    let sent = 0
    const killed = new Promise<void>((resolve) => {
      void context.route('**/api/v1/**', async (route) => {
        if (route.request().method() !== 'POST') return route.continue()
        sent += 1
        // Two visits and one photo arrive; the next photo is on its way when the power goes.
        if (sent !== 5) return route.continue()
        void route.continue()
        await server.kill()
        resolve()
      })
    })
    await context.setOffline(false)
    await online(page)
    await killed
    await context.unroute('**/api/v1/**')
    await expect(page.getByText('现在没有网络')).toBeVisible({ timeout: 30_000 })
    await server.start()
    const again = await coldStart(context, page)
    await enterPin(again)
    await expect(outbox(again).getByText('照片2张，已送达2张')).toHaveCount(3, {
      timeout: 60_000,
    })
    await expectOnce(again, words, 2)
  } finally {
    await server.stop()
  }
})

test('a visit of two sentences takes four taps and two screens', async ({ browser }) => {
  const signed = await pageOf(browser, 'team-1')
  const state = await signed.context().storageState()
  const screen = { width: 390, height: 844 }
  const context = await browser.newContext({
    storageState: state,
    viewport: screen,
    hasTouch: true,
    isMobile: true,
  })
  const page = await context.newPage()
  await setUp(page)
  await page.getByRole('button', { name: '记一次走访' }).tap()
  const village = page.getByLabel('村（社区）')
  await expect(village).toBeVisible()

  // From here on, with the form open: to open the list of villages and choose one are two taps.
  let taps = 0
  const tap = async (where: Locator) => {
    taps += 1
    await where.tap()
  }
  if ((await village.inputValue()) === '') {
    taps += 2
    await village.selectOption({ index: 1 })
  }
  await tap(page.getByLabel('走访情况'))
  const found = `走访两户，路灯坏了。已报镇里修理：${Date.now()}`
  await page.keyboard.insertText(found)
  const save = page.getByRole('button', { name: '保存并发送' })
  const bottom = await save.evaluate((button) => button.getBoundingClientRect().bottom + scrollY)
  expect(bottom).toBeLessThanOrEqual(2 * screen.height)
  await tap(save)
  expect(taps).toBeLessThanOrEqual(4)
  await expect(outbox(page).getByText('已送达', { exact: true })).toHaveCount(1)
  await expectOnce(page, [found], 0)
})
