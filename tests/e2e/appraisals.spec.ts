import { expect, test } from '@playwright/test'
import { closeAll, expectRefused, pageOf, press, visit } from './support'

test.afterEach(({ browser }) => closeAll(browser))

const unit = '寨沙镇党委'

test('a proposal becomes a listing, is answered by the township alone, and is cleared', async ({
  browser,
}) => {
  const office = await pageOf(browser, 'county-office')
  await visit(office, '/watch-list?state=PROPOSED')
  await office.getByRole('main').getByRole('link', { name: unit }).click()
  await expect(office.getByText(/项逾期，占/)).toBeVisible()
  await office.getByRole('link', { name: '列入重点挂号' }).click()
  await office.getByLabel('理由').fill('措施逾期占比达到规则规定。')
  await office.getByLabel('措施', { exact: true }).fill('约谈主要负责人，限期一个月。')
  await press(office, '列入重点挂号', '已列入重点挂号')
  const address = new URL(office.url()).pathname

  const township = await pageOf(browser, 'township-zhaisha')
  await visit(township, address)
  await township.getByRole('link', { name: '作出说明' }).click()
  await township.getByLabel('说明内容').fill('已明确责任人，本月完成。')
  await press(township, '作出说明', '说明已提交')
  await expectRefused(await pageOf(browser, 'township-jiangkou'), address, 404)

  await visit(office, address)
  await expect(office.getByText('已明确责任人，本月完成。')).toBeVisible()
  await office.getByRole('link', { name: '摘牌' }).click()
  await office.getByLabel('摘牌理由').fill('逾期措施已全部完成。')
  await press(office, '摘牌', '已摘牌')
})
