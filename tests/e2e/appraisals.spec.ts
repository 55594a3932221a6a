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

test('a year is verified and announced; an appeal is answered by another person', async ({
  browser,
}) => {
  const office = await pageOf(browser, 'county-office')
  await visit(office, '/appraisals')
  await office.getByRole('main').getByRole('link', { name: '年度考核' }).first().click()
  await office.getByRole('main').getByRole('link', { name: unit }).click()
  const sheet = new URL(office.url()).pathname
  const township = await pageOf(browser, 'township-zhaisha')
  await expectRefused(township, sheet, 404)
  await office.getByRole('link', { name: '核定', exact: true }).click()
  await office.getByLabel('姓名').fill('韦建川')
  await office.getByLabel('职务').fill('党委书记')
  await press(office, '核定', '已核定')
  await office
    .getByRole('link', { name: /年度考核$/ })
    .last()
    .click()
  await office.getByRole('link', { name: '公示', exact: true }).click()
  await press(office, '公示', '已公示')

  await visit(township, sheet)
  await township.getByRole('link', { name: '申诉', exact: true }).click()
  await township.getByLabel('针对').selectOption({ label: '措施按期完成' })
  await township.getByLabel('申诉理由').fill('因汛期停工，已报县里同意顺延。')
  await press(township, '提出申诉', '申诉已提交')

  await visit(office, `${sheet}/answer`)
  await expect(office.getByText(/须由其他人员答复/)).toBeVisible()
  const other = await pageOf(browser, 'county-office-2')
  await visit(other, `${sheet}/answer`)
  await other.getByLabel('结果').selectOption({ label: '不采纳' })
  await other.getByLabel('答复').fill('未办理延期手续，维持原结果。')
  await press(other, '答复', '已答复')
  await visit(township, sheet)
  await expect(township.getByText('未办理延期手续，维持原结果。')).toBeVisible()
})
