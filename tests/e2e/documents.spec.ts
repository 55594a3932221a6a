import { expect, test } from '@playwright/test'
import { arrived, closeAll, expectRefused, get, pageOf, press, ready, visit } from './support'

test.afterEach(({ browser }) => closeAll(browser))

const title = '关于规范村级财务公开的通知'

test('the county office publishes a document, the township reads it once, everyone of the county finds it by its text', async ({
  browser,
}) => {
  const office = await pageOf(browser, 'county-office')
  await visit(office, '/documents/new')
  await office.getByLabel('标题').fill(title)
  await office.getByLabel('发文单位').fill('县委组织部')
  await office.getByRole('button', { name: '发布', exact: true }).click()
  // Neither a text nor a file: said, and nothing typed is lost.
  await expect(office.getByRole('alert').first()).toBeVisible()
  await expect(office.getByLabel('标题')).toHaveValue(title)
  await office.getByLabel('正文').fill('村级收支每月十日前张榜，附原始票据。')
  await office.getByRole('checkbox', { name: '乡镇党委' }).check()
  await press(office, '发布', '文件已发布。')
  const address = await arrived(office, '/documents')
  await expect(office.getByText('还没有单位阅读。')).toBeVisible()

  const township = await pageOf(browser, 'township-jiangkou')
  await visit(township, '/')
  await township.getByRole('link', { name: title }).click()
  await ready(township)
  await press(township, '已阅', '已记录。')
  await expect(township.getByRole('button', { name: '已阅' })).toHaveCount(0)
  await visit(township, '/')
  await expect(township.getByRole('link', { name: title })).toHaveCount(0)

  await visit(office, address)
  await expect(office.getByText('还没有单位阅读。')).toHaveCount(0)
  const team = await pageOf(browser, 'team-1')
  await visit(team, `/search?q=${encodeURIComponent('附原始票据')}`)
  await expect(team.getByRole('link', { name: title })).toBeVisible()
  await expectRefused(await pageOf(browser, 'township-b'), address, 404)
  await expectRefused(await pageOf(browser, 'admin'), address, 404)
})

test('a township enters what one meeting adopted at once, and repeals one with a reason', async ({
  browser,
}) => {
  const township = await pageOf(browser, 'township-jiangkou')
  type Villages = { items: { id: string; name: string }[] }
  const { items } = await get<Villages>(township, '/villages?township=450223201&limit=60')
  const village = items.find(({ name }) => name === '新安村')
  const here = `/villages/${village?.id}/regulations`
  await visit(township, here)
  await township.getByRole('link', { name: '登记新通过的制度' }).click()
  await ready(township)
  for (const name of ['党员管理制度', '村务公开管理制度', '村级财务管理制度']) {
    await township.getByRole('checkbox', { name: new RegExp(`^${name}`) }).check()
  }
  await township.getByLabel('本村文件').fill('村民代表会议通过，村务公开栏张贴')
  await press(township, '登记', '制度已登记。')
  await expect(township.getByText('✓ 施行中')).toHaveCount(3)
  await township.getByRole('link', { name: /^废止“村务公开管理制度”/ }).click()
  await ready(township)
  await township.getByLabel('废止原因').fill('另行制定')
  await press(township, '废止', '制度已废止。')
  await expect(township.getByText('✓ 施行中')).toHaveCount(2)
  await expect(township.getByText(/已废止：另行制定/)).toBeVisible()
  await expectRefused(await pageOf(browser, 'township-zhaisha'), `${here}/new`, 403)
})

test('money is shown by year with what was allotted, to a helper for its own villages only', async ({
  browser,
}) => {
  const office = await pageOf(browser, 'county-office')
  await visit(office, '/money')
  await expect(office.getByRole('heading', { level: 1 })).toBeVisible()
  const all = await office.getByRole('table').first().getByRole('row').count()
  const helper = await pageOf(browser, 'helper-agriculture')
  await visit(helper, '/money')
  const own = await helper.getByRole('table').first().getByRole('row').count()
  expect(own).toBeLessThan(all)
  await expectRefused(await pageOf(browser, 'admin'), '/money', 403)
})
