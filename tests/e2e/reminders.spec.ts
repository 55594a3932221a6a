import { expect, test } from '@playwright/test'
import { closeAll, expectRefused, pageOf, press, ready, visit } from './support'

test.afterEach(({ browser }) => closeAll(browser))

test('a complaint is written on the page it is about, answered, and read by its author', async ({
  browser,
}) => {
  const township = await pageOf(browser, 'township-jiangkou')
  await visit(township, '/visits/new')
  await township.getByRole('link', { name: '提减负意见' }).click()
  await ready(township)
  await expect(township.getByLabel('页面')).toHaveValue('/visits/new')
  await township.getByLabel('意见').fill('走访表字段太多，建议合并。')
  await press(township, '提交', /^意见已提交/)
  const address = new URL(township.url()).pathname
  await expectRefused(await pageOf(browser, 'township-zhaisha'), address, 404)

  const office = await pageOf(browser, 'county-office')
  await visit(office, '/')
  await office.getByRole('link', { name: '去答复' }).click()
  await ready(office)
  await office.getByRole('link', { name: '走访表字段太多，建议合并。' }).click()
  await ready(office)
  await office.getByLabel('答复', { exact: true }).fill('下月起合并为一项。')
  await press(office, '提交答复', /^已答复/)
  await visit(township, address)
  await expect(township.getByText('下月起合并为一项。')).toBeVisible()
})

test('a channel that cannot be reached says so, keeps its secret to itself, and is removed', async ({
  browser,
}) => {
  const admin = await pageOf(browser, 'admin')
  await visit(admin, '/admin/channels/new?kind=WEBHOOK')
  await admin.getByLabel('名称').fill('短信网关')
  await admin.getByLabel('地址').fill('http://127.0.0.1:9/sms')
  await admin.getByLabel('签名密钥').fill('only we two know')
  await press(admin, '保存', '渠道已保存。')
  await expect(admin.getByLabel('签名密钥')).toHaveValue('')
  await admin.getByRole('button', { name: '发送测试消息' }).click()
  await expect(admin.getByText('连接不上对方服务器。')).toBeVisible()
  await press(admin, '停用并删除', '渠道已删除。')
  await expectRefused(await pageOf(browser, 'township-jiangkou'), '/admin/channels', 403)
})
