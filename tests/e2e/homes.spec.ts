import { expect, type Page, test } from '@playwright/test'
import { closeAll, expectRefused, signedIn, visit } from './support'

test.afterEach(({ browser }) => closeAll(browser))

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
  ['helper-agriculture', waiting, '笋溪演示村', '报进展'],
  ['team-1', /^您负责的措施还有 \d+ 项未完成$/, '榕荫演示村', '报进展'],
  ['inspector', waiting, '星湾演示村', '查看'],
  ['county-office-b', waiting, '鹊桥演示村', '审核'],
  ['township-b', waiting, '雁回演示村', '报进展'],
] as const

for (const [account, heading, village, action] of homes) {
  test(`${account} signs in and sees what waits, and each thing opens`, async ({ browser }) => {
    const page = await signedIn(browser, account)
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
  const page = await signedIn(browser, 'county-leader')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('全县整顿情况')
  await expect(page.getByText('共 36 个村，已转化 24 个，正在整顿 12 个')).toBeVisible()
  await expect(page.getByRole('heading', { name: '您联系的村' })).toBeVisible()
  await expect(queue(page)).toHaveCount(0)
})

test('admin sees accounts and no case', async ({ browser }) => {
  const page = await signedIn(browser, 'admin')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('账号与任职')
  const navigation = page.getByRole('navigation', { name: '主要栏目' })
  await expect(navigation.getByRole('link', { name: '管理' })).toBeVisible()
  await expect(navigation.getByRole('link', { name: '整顿对象' })).toHaveCount(0)
  for (const path of ['/cases', '/candidates', '/batches']) await expectRefused(page, path, 403)
  expect((await page.request.get('/api/v1/cases')).status()).toBe(403)
})

test('the batches page shows 36 cases, 24 transformed, 12 being rectified', async ({ browser }) => {
  const page = await signedIn(browser, 'county-office')
  await visit(page, '/batches')
  await expect(page.getByText('3 个批次，36 个村，已转化 24 个，正在整顿 12 个')).toBeVisible()
  const batch = page
    .locator('section')
    .filter({ has: page.getByRole('heading', { name: '第三批' }) })
  await batch.getByRole('link', { name: /^12\s*正在整顿/ }).click()
  await expect(page.getByText('共 12 个').first()).toBeVisible()
  await expect(page.getByRole('row').filter({ hasText: '演示村' })).toHaveCount(12)
})
