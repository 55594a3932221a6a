import { expect, type Page, test } from '@playwright/test'
import { caseOf, named } from './pages'
import { closeAll, expectRefused, pageOf, press, ready, visit } from './support'

test.afterEach(({ browser }) => closeAll(browser))

const village = '茶坞演示村'
const unit = '四排镇驻村工作队'

/** The address of the handover of whoever holds the village's work team. */
async function opened(page: Page): Promise<string> {
  await visit(page, '/handover')
  await page.getByLabel('姓名或单位').fill(unit)
  await page.getByRole('button', { name: '筛选' }).click()
  const row = page.getByRole('row').filter({ hasText: unit })
  await expect(page.getByRole('row')).toHaveCount(2)
  await row.getByRole('link', { name: /^办理交接/ }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/.工作交接$/)
  await ready(page)
  return new URL(page.url()).pathname
}

test('the administrator sees counts only, the county office hands over, and the village shows it', async ({
  browser,
}) => {
  const office = await pageOf(browser, 'county-office')
  const address = await opened(office)
  const held = office.getByRole('region', { name: /^包联责任/ })
  await expect(held.getByRole('link', { name: village })).toBeVisible()

  const admin = await pageOf(browser, 'admin')
  await visit(admin, address)
  await expect(admin.getByText('系统管理员只看数量，不看内容。')).toBeVisible()
  await expect(admin.getByRole('main').getByRole('link', { name: village })).toHaveCount(0)
  for (const account of ['team-1', 'county-leader', 'helper-agriculture']) {
    await expectRefused(await pageOf(browser, account), '/handover', 403)
  }

  // Without a successor and a tick nothing is done; what was typed stays.
  await office.getByLabel('交接说明').fill('台账、项目资料已移交。')
  await office.getByRole('button', { name: '确认交接' }).click()
  await expect(office.getByLabel('已与双方核对，确认移交')).toHaveAttribute('aria-invalid', 'true')
  await expect(office.getByLabel('交接说明')).toHaveValue('台账、项目资料已移交。')
  await office.getByLabel('已与双方核对，确认移交').check()
  await office.getByLabel('姓名').first().fill('蒙启明')
  await office.getByLabel('职务').first().fill('第一书记')
  await press(office, '确认交接', /^已移交 \d+ 项工作，原任职已结束。$/)

  const id = await caseOf(office, named(village))
  await visit(office, `/cases/${id}/responsibility`)
  const team = office.getByRole('list', { name: '责任单位和责任人' })
  await expect(team.getByText('蒙启明')).toBeVisible()
  await expect(office.getByText('台账、项目资料已移交。').first()).toBeVisible()
})

test('duties in words stand with the slot', async ({ browser }) => {
  const page = await pageOf(browser, 'county-office')
  await visit(page, `/cases/${await caseOf(page, named(village))}/responsibility`)
  await page.getByRole('link', { name: /结对帮扶单位$/ }).click()
  await ready(page)
  await page.getByLabel(/^职责/).fill('每月 10 日前到村，落实水渠项目。')
  await press(page, '保存职责', '职责已保存。')
  await expect(page.getByText('每月 10 日前到村，落实水渠项目。')).toBeVisible()
})
