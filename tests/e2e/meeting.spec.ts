import { expect, type Page, test } from '@playwright/test'
import { closeAll, expectRefused, pageOf, press, ready, visit } from './support'

test.afterEach(({ browser }) => closeAll(browser))

const title = /召开调度会，请报进展$/

/** How many measures in the viewer's scope were reported unchanged, as the meeting paper says. */
async function unchanged(page: Page): Promise<number> {
  await visit(page, '/meeting')
  const said = (await page.getByText(/^应报措施/).textContent()) ?? ''
  return Number(/无变化 (\d+) 项/.exec(said)?.[1])
}

test('before a meeting whoever is responsible is asked once, and one tap answers', async ({
  browser,
}) => {
  const office = await pageOf(browser, 'county-office')
  const before = await unchanged(office)
  const team = await pageOf(browser, 'team-1')
  await team.setViewportSize({ width: 390, height: 844 })
  await visit(team, '/')
  await expect(team.getByRole('heading', { name: title })).toBeVisible()
  const taps = team.getByRole('button', { name: /^“.+”无变化$/ })
  const asked = await taps.count()
  expect(asked).toBeGreaterThan(0)
  await taps.first().click()
  await expect(taps).toHaveCount(asked - 1)
  await team.reload()
  await ready(team)
  await expect(taps).toHaveCount(asked - 1)
  expect(await unchanged(office)).toBe(before + 1)
  await visit(office, '/')
  await expect(office.getByRole('heading', { name: title })).toHaveCount(0)
})

test('only the county office sets the date, one meeting at a time', async ({ browser }) => {
  const office = await pageOf(browser, 'county-office-b')
  await visit(office, '/meeting')
  await office.getByRole('link', { name: '确定日期' }).click()
  await ready(office)
  await office.getByLabel('调度会日期').fill('2020-01-01')
  await office.getByRole('button', { name: '确定日期' }).click()
  await expect(office.getByText('调度会日期不能早于今天。').first()).toBeVisible()
  await office
    .getByLabel('调度会日期')
    .fill(new Date(Date.now() + 5 * 864e5).toISOString().slice(0, 10))
  await press(office, '确定日期', '调度会日期已确定')
  await expect(office.getByRole('link', { name: '确定日期' })).toHaveCount(0)
  await press(office, '取消这次调度会', '调度会已取消')
  await expect(office.getByRole('link', { name: '确定日期' })).toBeVisible()
  await expectRefused(await pageOf(browser, 'township-b'), '/meeting/call', 403)
})

test('the township enters days in residence by month; too many are refused by their field', async ({
  browser,
}) => {
  const township = await pageOf(browser, 'township-jiangkou')
  await visit(township, '/visits/residence')
  const first = township.getByRole('textbox').first()
  await first.fill('32')
  await township.getByRole('button', { name: '保存' }).click()
  await expect(first).toHaveAttribute('aria-invalid', 'true')
  await expect(first).toHaveValue('32')
  await first.fill('18')
  await press(township, '保存', '驻村天数已保存')
  await expect(township.getByRole('textbox').first()).toHaveValue('18')
  await expectRefused(await pageOf(browser, 'team-1'), '/visits/residence', 403)
})
