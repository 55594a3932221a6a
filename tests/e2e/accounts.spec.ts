import { expect, type Page, test } from '@playwright/test'
import { closeAll, firstSignIn, pageOf, signedIn, signIn, visit } from './support'

test.afterEach(({ browser }) => closeAll(browser))

const waiting = /^有 \d+ 件事等您办$/

/** What the form answers to a try with a wrong password. */
async function tryWrong(page: Page, account: string): Promise<string> {
  await page.getByLabel('账号').fill(account)
  await page.getByLabel('密码').fill(`wrong ${Math.random()}`)
  await page.getByRole('button', { name: '登录', exact: true }).click()
  await expect(page.getByRole('button', { name: '登录', exact: true })).toBeEnabled()
  const answer = page.getByRole('main').getByText(/账号或密码不正确|登录失败次数过多/)
  await expect(answer).toBeVisible()
  return (await answer.textContent()) ?? ''
}

test('a wrong password says the same for a known and an unknown account, and locks both', async ({
  page,
}) => {
  const answers: string[][] = []
  for (const account of ['county-leader-2', 'nobody-of-that-name']) {
    const heard: string[] = []
    for (let attempt = 1; attempt <= 6; attempt++) {
      await visit(page, '/sign-in')
      heard.push(await tryWrong(page, account))
    }
    answers.push(heard)
  }
  expect(answers[0]).toEqual(answers[1])
  expect(answers[0]?.slice(0, 4)).toEqual(Array(4).fill('账号或密码不正确。'))
  expect(answers[0]?.[5]).toMatch(/登录失败次数过多，请 \d+ 分钟后再试。/)
})

test('signing out ends the session for good', async ({ browser }) => {
  const page = await signedIn(browser, 'township-b')
  const cookies = await page.context().cookies()
  await page.locator('header summary').filter({ visible: true }).click()
  await page.getByRole('button', { name: '退出登录' }).first().click()
  await expect(page).toHaveURL(/sign-in/)
  await page.context().addCookies(cookies)
  await page.goto('/cases')
  await expect(page).toHaveURL(/sign-in/)
})

test('a new account must change its password, works once confirmed, and ends when suspended', async ({
  browser,
}) => {
  const admin = await pageOf(browser, 'admin')
  await visit(admin, '/admin/people/new')
  await admin.getByLabel('账号').fill('e2e-clerk')
  await admin.getByLabel('姓名').fill('韦试办')
  await admin.getByLabel('单位').selectOption({ label: '寨沙镇党委' })
  await admin.getByLabel('角色').selectOption({ label: '乡镇党委' })
  await admin.getByRole('button', { name: '创建账号' }).click()
  const said = admin.getByText(/账号 e2e-clerk 已创建，初始密码：/).first()
  await expect(said).toBeVisible()
  const password = /初始密码：(\S+?)。/.exec((await said.textContent()) ?? '')?.[1] ?? ''

  const page = await (await browser.newContext()).newPage()
  await signIn(page, 'e2e-clerk', password)
  for (const path of ['/cases', '/']) {
    await page.goto(path)
    await expect(page, path).toHaveURL(/\/account\/password$/)
  }
  expect((await page.request.get('/api/v1/me')).status()).toBe(401)
  await page.context().clearCookies()
  await firstSignIn(page, 'e2e-clerk', password)
  await visit(page, '/')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('欢迎使用')

  const office = await pageOf(browser, 'county-office')
  await visit(office, '/admin/appointments')
  await office.getByLabel('选择韦试办的任职').check()
  await office.getByRole('button', { name: '确认所选' }).click()
  await expect(office.getByLabel('选择韦试办的任职')).toHaveCount(0)
  await visit(page, '/')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(waiting)

  await visit(admin, '/admin/people?q=e2e-clerk')
  await admin
    .getByRole('main')
    .getByRole('link', { name: /e2e-clerk|韦试办/ })
    .first()
    .click()
  const suspend = admin.getByRole('form', { name: '停用账号' })
  await suspend.getByLabel('原因').fill('调离')
  await suspend.getByRole('button', { name: '停用账号' }).click()
  await expect(admin.getByText('已停用').first()).toBeVisible()
  await page.goto('/')
  await expect(page).toHaveURL(/sign-in/)
  await page.getByLabel('账号').fill('e2e-clerk')
  await page.getByLabel('密码').fill(password)
  await page.getByRole('button', { name: '登录', exact: true }).click()
  await expect(page.getByText('账号或密码不正确。')).toBeVisible()
})

test('language and large text survive navigation and the next sign-in', async ({ browser }) => {
  const page = await signedIn(browser, 'county-leader')
  // Wide enough for large text in a line, where the switches are.
  await page.setViewportSize({ width: 1600, height: 900 })
  await page.getByRole('button', { name: 'English' }).first().click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('The county at a glance')
  const before = await page.evaluate(() => getComputedStyle(document.body).fontSize)
  await page.getByTitle('Switch to large text').first().click()
  await expect(page.getByTitle('Switch to normal text').first()).toBeVisible()
  await page.getByRole('link', { name: 'Batches', exact: true }).first().click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Batches')
  await expect(page.locator('html')).toHaveAttribute('lang', 'en')
  const size = () => page.evaluate(() => getComputedStyle(document.body).fontSize)
  expect(before).toBe('16px')
  expect(await size()).toBe('20px')
  await page.goto('/cases')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Cases')
  expect(await size()).toBe('20px')
})

test('the session list ends another device at once, and then every one', async ({ browser }) => {
  const here = await signedIn(browser, 'township-zhaisha-2')
  await expect(here.getByRole('heading', { level: 1 })).toHaveText(waiting)
  const phone = await browser.newContext({
    userAgent:
      'Mozilla/5.0 (Linux; Android 13; V2203A) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/116.0.0.0 Mobile Safari/537.36 MicroMessenger/8.0.47',
  })
  const there = await phone.newPage()
  await signIn(there, 'township-zhaisha-2')
  await visit(here, '/account')
  await expect(here.getByText('本机', { exact: true })).toHaveCount(1)
  await here
    .getByRole('row', { name: /(微信|WeChat)/ })
    .getByRole('button', { name: /^退出/ })
    .first()
    .click()
  await expect(here.getByText('已退出该设备。').first()).toBeVisible()
  await there.goto('/')
  await expect(there).toHaveURL(/sign-in/)
  await signIn(there, 'township-zhaisha-2')
  await here.getByRole('button', { name: '全部退出' }).click()
  await expect(here).toHaveURL(/sign-in/)
  await there.goto('/')
  await expect(there).toHaveURL(/sign-in/)
})
