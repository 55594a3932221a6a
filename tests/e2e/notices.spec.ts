import { expect, type Page, test } from '@playwright/test'
import { caseOf, named } from './pages'
import { closeAll, expectRefused, pageOf, press, visit } from './support'

test.afterEach(({ browser }) => closeAll(browser))

const matter = '屯级道路管护不到位问题'

/** The day `days` from today as a date field takes it. */
function inDays(days: number): string {
  const at = new Date(Date.now() + days * 86_400_000)
  return new Intl.DateTimeFormat('sv', { timeZone: 'Asia/Shanghai' }).format(at)
}

/** Opens a step of the notice from its own page. */
async function step(page: Page, address: string, name: string): Promise<void> {
  await visit(page, address)
  await page.getByRole('main').getByRole('link', { name, exact: true }).click()
}

test('a notice is drafted, signed, signed for, answered, returned, answered, verified, closed', async ({
  browser,
}) => {
  const office = await pageOf(browser, 'county-office')
  const caseId = await caseOf(office, named('榕荫演示村'))
  await visit(office, `/notices/new?case=${caseId}`)
  await office.getByLabel('主送单位').selectOption({ label: '鹿寨县农业农村局' })
  await office.getByLabel('事由').fill(matter)
  await office.getByLabel('事实和来源').fill('通屯道路水沟堵塞，雨后积水。')
  await office.getByLabel('办理事项').fill('组织清淤，落实日常管护。')
  await office.getByLabel('办理和反馈期限').fill(inDays(9))
  await press(office, '保存草稿', '待签发')
  const address = new URL(office.url()).pathname
  // Who drafted it does not sign it; whom it is meant for does not know of it.
  await expect(office.getByRole('link', { name: '签发', exact: true })).toHaveCount(0)
  const helper = await pageOf(browser, 'helper-agriculture')
  await expectRefused(helper, address, 404)

  const second = await pageOf(browser, 'county-office-2')
  await step(second, address, '签发')
  await press(second, '签发', /已签发，文号鹿组督函〔\d{4}〕\d+号/)

  await step(helper, address, '签收')
  await press(helper, '签收', '已签收')
  await step(helper, address, '反馈办理情况')
  await helper.getByLabel('办理情况').fill('   ')
  await helper.getByRole('main').getByRole('button', { name: '反馈办理情况' }).click()
  await expect(helper.getByLabel('办理情况')).toBeFocused()
  await helper.getByLabel('办理情况').fill('已安排清淤。')
  await press(helper, '反馈办理情况', '反馈已提交，待核实')

  await step(office, address, '退回重报')
  await office.getByLabel('理由').fill('没有说明完成时间，也没有佐证。')
  await office.getByLabel('重新反馈期限').fill(inDays(12))
  await press(office, '退回重报', '已退回')
  await step(helper, address, '反馈办理情况')
  await helper.getByLabel('办理情况').fill('清淤已完成，管护员已到位。')
  await press(helper, '反馈办理情况', '反馈已提交，待核实')

  await step(office, address, '核实属实')
  await office.getByLabel('核实意见').fill('现场查看，水沟已疏通，属实。')
  await press(office, '核实属实', '已核实')
  await step(second, address, '办结')
  await press(second, '办结', '已办结')
  await visit(helper, address)
  await expect(helper.getByText('没有说明完成时间，也没有佐证。')).toBeVisible()
  await expect(helper.getByText('现场查看，水沟已疏通，属实。')).toBeVisible()
  await visit(helper, `${address}/paper`)
  await expect(helper.getByRole('heading', { name: `关于${matter}的督办函` })).toBeVisible()
})
