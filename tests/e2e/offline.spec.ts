import { writeFileSync } from 'node:fs'
import { expect, test } from '@playwright/test'
import {
  addPhotos,
  coldStart,
  enterPin,
  entry,
  expectOnce,
  online,
  outbox,
  pictures,
  setUp,
  writeVisit,
} from './offline-support'
import { closeAll, day, demoPassword, get, pageOf, signedIn, signIn, visit } from './support'

test.afterEach(({ browser }) => closeAll(browser))

type Records = { items: { text: string; day: string; enteredOn: string; late: boolean }[] }
type Measures = { items: { id: string; title: string; percent: number }[] }

test('written in flight mode from a cold start, everything arrives once', async ({ browser }) => {
  test.setTimeout(180_000)
  const first = await pageOf(browser, 'team-1')
  const context = first.context()
  await first.setViewportSize({ width: 390, height: 844 })
  await setUp(first)

  await context.setOffline(true)
  // Any address leads to what works.
  const page = await coldStart(context, first, '/visits')
  await expect(page).toHaveURL(/\/work$/)
  await enterPin(page, '314159')
  await expect(page.getByText('密码不对。')).toBeVisible()
  await expect(page.getByRole('heading', { name: '待办事项' })).toBeHidden()
  await enterPin(page)
  await expect(page.getByText('现在没有网络')).toBeVisible()
  const words = [1, 2, 3].map((n) => `离线走访${n}：路灯${Date.now()}`)
  for (const found of words) await writeVisit(page, found, pictures.slice(0, 1))
  for (const found of words) await expect(entry(page, found)).toContainText('在本机')
  await page.getByRole('button', { name: '填进展' }).first().click()
  await page.getByLabel('完成百分比').fill('66')
  await page.getByLabel('做了什么').fill('离线填报的进展')
  await addPhotos(page, pictures)
  await page.getByRole('button', { name: '保存并发送' }).click()
  await expect(outbox(page).getByRole('listitem')).toHaveCount(4)

  // Closed and opened again without a network: all still there, and nothing readable on the disk.
  const again = await coldStart(context, page)
  const readable = await again.evaluate(async () => {
    const db = await new Promise<IDBDatabase>((resolve) => {
      const request = indexedDB.open('ovop-phone')
      request.onsuccess = () => resolve(request.result)
    })
    const read = (store: string) =>
      new Promise<{ sealed: { data: Uint8Array } }[]>((resolve) => {
        const request = db.transaction(store).objectStore(store).getAll()
        request.onsuccess = () => resolve(request.result)
      })
    const rows = [...(await read('items')), ...(await read('photos'))]
    db.close()
    return rows.map((row) => JSON.stringify(row) + new TextDecoder().decode(row.sealed.data))
  })
  // Four entries, five photos and their bytes.
  expect(readable).toHaveLength(14)
  expect(readable.join('')).not.toContain('路灯')
  expect(readable.join('')).not.toContain('JFIF')
  await enterPin(again)
  await expect(outbox(again).getByRole('listitem')).toHaveCount(4)

  await context.setOffline(false)
  await online(again)
  await expect(outbox(again).getByText('已送达', { exact: true })).toHaveCount(4, {
    timeout: 30_000,
  })
  await expect(outbox(again).getByText('照片1张，已送达1张')).toHaveCount(3, { timeout: 30_000 })
  await expect(outbox(again).getByText('照片2张，已送达2张')).toBeVisible({ timeout: 30_000 })
  await expectOnce(again, words, 1)
  const measures = await get<Measures>(again, '/measures?status=OPEN&limit=100')
  expect(measures.items.filter(({ percent }) => percent === 66)).toHaveLength(1)
})

test('what the server refuses stays, says why, and is sent once it is corrected', async ({
  browser,
}) => {
  const page = await pageOf(browser, 'team-1')
  await setUp(page)
  await page.getByRole('button', { name: '记一次走访' }).click()
  await page.getByLabel('村（社区）').selectOption({ index: 1 })
  await page.getByLabel('日期').fill('2001-01-01')
  const found = `日期写错${Date.now()}`
  await page.getByLabel('走访情况').fill(found)
  await page.getByRole('button', { name: '保存并发送' }).click()
  await expect(entry(page, found)).toContainText('需要您处理')
  await entry(page, found).getByRole('button', { name: '继续填写' }).click()
  await expect(page.getByLabel('走访情况')).toHaveValue(found)
  await page.getByLabel('日期').fill(day())
  await page.getByRole('button', { name: '保存并发送' }).click()
  await expect(entry(page, found)).toContainText('已送达')
})

test('a photo that is none is told, the rest of the form stays', async ({ browser }) => {
  const page = await pageOf(browser, 'team-1')
  await setUp(page)
  await page.getByRole('button', { name: '记一次走访' }).click()
  await page.getByLabel('走访情况').fill('路灯坏了')
  const large = test.info().outputPath('大.jpg')
  writeFileSync(large, Buffer.alloc(41 * 1024 * 1024))
  await page.getByLabel('添加照片').setInputFiles('package.json')
  await expect(page.getByText('“package.json”不是这部手机能打开的照片')).toBeVisible()
  await page.getByLabel('添加照片').setInputFiles(large)
  await expect(page.getByText('“大.jpg”太大，没有添加')).toBeVisible()
  await expect(page.getByLabel('走访情况')).toHaveValue('路灯坏了')
  await addPhotos(page, pictures)
  await page.getByRole('button', { name: '删除照片1' }).click()
  await expect(page.getByRole('img')).toHaveCount(1)
})

test('a phone whose clock is years wrong is told the day and dates its record by the server', async ({
  browser,
}) => {
  const page = await pageOf(browser, 'team-1')
  await page.clock.setFixedTime(new Date('2019-05-01T08:00:00Z'))
  await setUp(page)
  await expect(page.getByText(/手机日期不对：今天是20(?!19)/)).toBeVisible()
  await page.getByRole('button', { name: '记工作纪实' }).click()
  const village = page.getByLabel('村（社区）')
  await village.selectOption({ index: 1 })
  await page.getByLabel('类别').selectOption({ label: '解民忧' })
  const text = `水管修好了${Date.now()}`
  await page.getByLabel('工作情况').fill(text)
  await page.getByRole('button', { name: '保存并发送' }).click()
  await expect(entry(page, '水管修好了')).toContainText('已送达')
  const { items } = await get<Records>(page, '/records?limit=100')
  const stored = items.filter((record) => record.text === text)
  expect(stored).toHaveLength(1)
  const today = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' }).format(new Date())
  expect(stored[0]).toMatchObject({ day: today, enteredOn: today, late: false })
})

test('whoever signs in from the phone comes back to it', async ({ browser }) => {
  const context = await browser.newContext()
  const page = await context.newPage()
  await page.goto('/work')
  await page.getByRole('link', { name: '登录' }).click()
  await page.getByLabel('账号').fill('team-1')
  await page.getByLabel('密码').fill(demoPassword)
  await page.getByRole('button', { name: '登录', exact: true }).click()
  await expect(page).toHaveURL(/\/work$/)
  await expect(page.getByText('设置 6 位离线密码')).toBeVisible()
})

test('another person on the same phone sees nothing of the first one', async ({ browser }) => {
  const page = await pageOf(browser, 'team-1')
  await setUp(page)
  await page.context().setOffline(true)
  const found = `只有我看得到${Date.now()}`
  await writeVisit(page, found)
  await page.context().setOffline(false)
  await page.context().clearCookies()
  await signIn(page, 'helper-agriculture')
  await page.goto('/work')
  await expect(page.getByText('设置 6 位离线密码')).toBeVisible()
  await setUp(page)
  await expect(page.getByText(found)).toBeHidden()
  await expect(outbox(page)).toContainText('没有草稿')
  // And nobody sends what somebody else wrote.
  const refused = await page.evaluate(async () => {
    const headers = { 'content-type': 'application/json', 'x-written-by': crypto.randomUUID() }
    return (await fetch('/api/v1/visits', { method: 'POST', headers, body: '{}' })).status
  })
  expect(refused).toBe(401)
  // Whoever wrote it finds it again.
  await page.context().clearCookies()
  await signIn(page, 'team-1')
  await page.goto('/work')
  await expect(page.getByText('已联网')).toBeVisible()
  await enterPin(page)
  await expect(entry(page, found)).toContainText('已送达')
})

test('signing out asks before it erases what was not sent, and leaves nothing', async ({
  browser,
}) => {
  const page = await signedIn(browser, 'team-1')
  await setUp(page)
  await page.context().setOffline(true)
  await writeVisit(page, `没有送达${Date.now()}`)
  const asked: string[] = []
  let answer = false
  page.on('dialog', (dialog) => {
    asked.push(dialog.message())
    return answer ? dialog.accept() : dialog.dismiss()
  })
  await page.getByRole('button', { name: '退出并清除本机内容' }).click()
  await expect(outbox(page).getByRole('listitem')).toHaveCount(1)
  expect(asked[0]).toContain('本机还有1项没有送达')
  answer = true
  await page.getByRole('button', { name: '退出并清除本机内容' }).click()
  await expect(page.getByText('手机里还没有内容')).toBeVisible()
  const left = await page.evaluate(async () => [
    ...(await indexedDB.databases()).map(({ name }) => name),
    ...(await caches.keys()),
    ...(await navigator.serviceWorker.getRegistrations()).map(({ scope }) => scope),
  ])
  expect(left).toEqual([])
})

test('signing out at the desk asks and erases as well', async ({ browser }) => {
  const phone = await signedIn(browser, 'team-1')
  const context = phone.context()
  await setUp(phone)
  await context.setOffline(true)
  await writeVisit(phone, `没有送达${Date.now()}`)
  // Another page: it sends nothing, and knows how much was not sent without the PIN.
  await phone.close()
  await context.setOffline(false)
  const page = await context.newPage()
  await visit(page, '/account')
  const asked: string[] = []
  page.on('dialog', (dialog) => {
    asked.push(dialog.message())
    return dialog.accept()
  })
  await page.locator('header summary').filter({ visible: true }).click()
  await page.getByRole('button', { name: '退出登录' }).first().click()
  await expect(page).toHaveURL(/sign-in/)
  expect(asked[0]).toContain('本机还有1项没有送达')
  expect(await page.evaluate(async () => (await indexedDB.databases()).length)).toBe(0)
})
