import { expect, type Page, test } from '@playwright/test'
import { expectRefused, firstSignIn, pageOf, signIn, visit } from './support'

test.afterEach(async ({ browser }) => {
  for (const context of browser.contexts()) await context.close()
})

const waiting = /^有 \d+ 件事等您办$/
const queue = (page: Page) =>
  page.locator('section').filter({ has: page.getByRole('heading', { name: '待办事项' }) })

/** Account, heading of its home, and a village with what it has to do there. */
const homes = [
  ['county-office', waiting, '霁岭演示村', '审核'],
  ['county-office-2', waiting, '茶坞演示村', '审批'],
  ['township-jiangkou', waiting, '榕荫演示村', '报进展'],
  ['township-jiangkou-2', waiting, '橙乡演示村', '初验'],
  ['township-zhaisha', waiting, '笋溪演示村', '报进展'],
  ['township-zhaisha-2', waiting, '笋溪演示村', '报进展'],
  ['helper-agriculture', /^您负责的措施还有 \d+ 项未完成$/, '笋溪演示村', '报进展'],
  ['team-1', /^您负责的措施还有 \d+ 项未完成$/, '榕荫演示村', '报进展'],
  ['inspector', waiting, '星湾演示村', '查看'],
  ['county-office-b', waiting, '鹊桥演示村', '审核'],
  ['township-b', waiting, '雁回演示村', '报进展'],
] as const

for (const [account, heading, village, action] of homes) {
  test(`${account} signs in and sees what waits, and each thing opens`, async ({ browser }) => {
    const page = await pageOf(browser, account)
    const title = page.getByRole('heading', { level: 1 })
    await expect(title).toHaveText(heading)
    const count = Number(/\d+/.exec((await title.textContent()) ?? '')?.[0])
    await visit(page, '/?all=1')
    const rows = queue(page).getByRole('listitem')
    await expect(rows).toHaveCount(count)
    const row = rows.filter({ hasText: village }).filter({ hasText: action }).first()
    await row.getByRole('link', { name: action, exact: true }).click()
    await expect(title).toContainText(village)
  })
}

test('county-leader sees the county at a glance and the villages linked to them', async ({
  browser,
}) => {
  const page = await pageOf(browser, 'county-leader')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('全县整顿情况')
  await expect(page.getByText('共 36 个村，已转化 24 个，正在整顿 12 个')).toBeVisible()
  await expect(page.getByRole('heading', { name: '您联系的村' })).toBeVisible()
  await expect(queue(page)).toHaveCount(0)
})

test('admin sees accounts and no case', async ({ browser }) => {
  const page = await pageOf(browser, 'admin')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('账号与任职')
  const navigation = page.getByRole('navigation', { name: '主要栏目' })
  await expect(navigation.getByRole('link', { name: '管理' })).toBeVisible()
  await expect(navigation.getByRole('link', { name: '整顿对象' })).toHaveCount(0)
  for (const path of ['/cases', '/candidates', '/batches']) await expectRefused(page, path, 403)
  expect((await page.request.get('/api/v1/cases')).status()).toBe(403)
})

test('the batches page shows 36 cases, 24 transformed, 12 being rectified', async ({ browser }) => {
  const page = await pageOf(browser, 'county-office')
  await visit(page, '/batches')
  await expect(page.getByText('3 个批次，36 个村，已转化 24 个，正在整顿 12 个')).toBeVisible()
  const batch = page
    .locator('section')
    .filter({ has: page.getByRole('heading', { name: '第三批' }) })
  await batch.getByRole('link', { name: /^12\s*正在整顿/ }).click()
  await expect(page.getByText('共 12 个').first()).toBeVisible()
  await expect(page.getByRole('row').filter({ hasText: '演示村' })).toHaveCount(12)
})

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
  const page = await pageOf(browser, 'township-b')
  const cookies = await page.context().cookies()
  await page.locator('header summary').filter({ hasText: '党委' }).click()
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
  const page = await pageOf(browser, 'county-leader')
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
  const here = await pageOf(browser, 'county-leader')
  const phone = await browser.newContext({
    userAgent:
      'Mozilla/5.0 (Linux; Android 13; V2203A) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/116.0.0.0 Mobile Safari/537.36 MicroMessenger/8.0.47',
  })
  const there = await phone.newPage()
  await signIn(there, 'county-leader')
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
  await signIn(there, 'county-leader')
  await here.getByRole('button', { name: '全部退出' }).click()
  await expect(here).toHaveURL(/sign-in/)
  await there.goto('/')
  await expect(there).toHaveURL(/sign-in/)
})
