import { type Browser, expect, type Page, test } from '@playwright/test'
import { caseOf, named } from './pages'
import { closeAll, expectRefused, pageOf, press, visit } from './support'

test.afterEach(({ browser }) => closeAll(browser))

const village = '榕荫演示村'
const matter = '屯级道路边坡治理'

const openHome = async (browser: Browser, account: string): Promise<Page> => {
  const page = await pageOf(browser, account)
  await visit(page, '/?all=1')
  return page
}
const row = (page: Page, text: string) =>
  page.getByRole('main').getByRole('listitem').filter({ hasText: text })

/** The day `days` from today as a date field takes it. */
function inDays(days: number): string {
  const at = new Date(Date.now() + days * 86_400_000)
  return new Intl.DateTimeFormat('sv', { timeZone: 'Asia/Shanghai' }).format(at)
}

test('a request goes from the township to a department and back', async ({ browser }) => {
  const township = await pageOf(browser, 'township-jiangkou')
  const caseId = await caseOf(township, named(village))
  await visit(township, `/cases/${caseId}/coordination`)
  await township.getByRole('main').getByRole('link', { name: '提请县级协调' }).last().click()
  await township.getByLabel('事项').fill(matter)
  await township.getByLabel('请求内容').fill('边坡年年塌方，乡镇无力治理，请县里协调。')
  await press(township, '提请县级协调', '待县委组织部交办')

  const office = await openHome(browser, 'county-office')
  await row(office, matter).getByRole('link', { name: '交办', exact: true }).click()
  await office.getByLabel('承办部门').selectOption({ label: '鹿寨县农业农村局' })
  await office.getByLabel('答复期限').fill(inDays(10))
  await office.getByLabel('交办要求').fill('请实地核查。')
  await press(office, '交部门办理', '已交部门办理')

  const department = await openHome(browser, 'helper-agriculture')
  await row(department, matter).getByRole('link', { name: '答复', exact: true }).click()
  await department.getByLabel('办理情况').fill('已列入年度治理计划。')
  await press(department, '答复', '待乡镇确认')
  const address = department.url()

  const other = await pageOf(browser, 'township-zhaisha')
  await expectRefused(other, new URL(address).pathname, 404)

  await visit(township, new URL(address).pathname)
  await township.getByRole('link', { name: '退回继续办理' }).click()
  await township.getByLabel('理由').fill('尚未明确开工时间。')
  await press(township, '退回继续办理', '已退回部门继续办理')
  await visit(department, new URL(address).pathname)
  await expect(department.getByText('尚未明确开工时间。')).toBeVisible()
  await department.getByRole('link', { name: '答复', exact: true }).click()
  await department.getByLabel('办理情况').fill('下月 5 日开工。')
  await press(department, '答复', '待乡镇确认')
  await visit(township, new URL(address).pathname)
  await township.getByRole('link', { name: '确认已解决' }).click()
  await press(township, '确认已解决', '已确认解决')

  await visit(office, '/coordination?status=SETTLED')
  await expect(office.getByRole('row').filter({ hasText: matter })).toContainText('已解决')
  await visit(office, `/cases/${caseId}/history`)
  await expect(office.getByText(`确认协调事项“${matter}”已解决`)).toBeVisible()
})

test('an instruction is recorded on a leader’s behalf, answered, returned, answered again', async ({
  browser,
}) => {
  const office = await pageOf(browser, 'county-office')
  const caseId = await caseOf(office, named(village))
  await visit(office, `/cases/${caseId}/instructions/new`)
  await office.getByLabel('领导姓名、职务').fill('县委书记')
  await office.getByLabel('批示内容').fill('请抓紧落实帮扶资金。')
  await office.getByLabel('承办单位').selectOption({ label: '鹿寨县农业农村局' })
  await press(office, '记录批示', '批示已记录')

  const department = await openHome(browser, 'helper-agriculture')
  await row(department, '请抓紧落实帮扶资金。')
    .getByRole('link', { name: '反馈', exact: true })
    .click()
  await department.getByLabel('办理情况').fill('资金已拨付到村。')
  await press(department, '反馈', '办理情况已反馈')
  await visit(office, `/cases/${caseId}/coordination`)
  await expect(office.getByText('资金已拨付到村。')).toBeVisible()

  await visit(office, '/instructions?state=answered')
  await office.getByRole('link', { name: '请抓紧落实帮扶资金。' }).click()
  await office.getByRole('link', { name: '退回继续办理' }).click()
  await office.getByLabel('理由').fill('没有写明拨付金额。')
  await press(office, '退回继续办理', '已退回，待重新反馈')
  await department.goto('/')
  await expect(row(department, '退回意见：没有写明拨付金额。')).toBeVisible()
  await row(department, '请抓紧落实帮扶资金。')
    .getByRole('link', { name: '反馈', exact: true })
    .click()
  await department.getByLabel('办理情况').fill('资金 5 万元已拨付到村。')
  await press(department, '反馈', '办理情况已反馈')
  await visit(office, '/instructions?state=answered')
  await expect(office.getByRole('row').filter({ hasText: '请抓紧落实帮扶资金。' })).toContainText(
    '已反馈',
  )
})

test('the meeting paper counts what its lists show, and is not for helpers', async ({
  browser,
}) => {
  const office = await pageOf(browser, 'county-office')
  await visit(office, '/meeting')
  await expect(office.getByRole('heading', { level: 1 })).toHaveText('鹿寨县整顿工作调度表')
  const figure = office.getByRole('main').getByRole('link', { name: /^\d+\s*逾期的村$/ })
  const count = Number(/\d+/.exec((await figure.textContent()) ?? '')?.[0])
  expect(count).toBeGreaterThan(0)
  await figure.click()
  await expect(office.getByText(`共 ${count} 个`).first()).toBeVisible()
  const helper = await pageOf(browser, 'helper-agriculture')
  await expectRefused(helper, '/meeting', 403)
})
