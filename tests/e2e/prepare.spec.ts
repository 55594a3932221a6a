import { type Browser, expect, type Page, test } from '@playwright/test'
import { caseOf, named, planner, reviser, submitter } from './pages'
import {
  day,
  firstSignIn,
  get,
  pageOf,
  post,
  press,
  propose,
  resetPassword,
  visit,
} from './support'

/*
 * Brings the demo into states that it does not have by itself, so that axe.spec.ts finds every form
 * on its page.
 */

test.describe.configure({ mode: 'parallel' })

async function act(page: Page, village: string, verb: string, input: object): Promise<void> {
  const id = await caseOf(page, named(village))
  const { version } = await get<{ version: number }>(page, `/cases/${id}`)
  const response = await post(page.request, `/cases/${id}/${verb}`, { version, ...input })
  expect(response.status(), `${verb} ${await response.text()}`).toBe(200)
}

test('a candidate waits to be confirmed', async ({ browser }) => {
  await propose(await pageOf(browser, 'township-zhaisha'), '晓田演示村')
})

test('a case is paused', async ({ browser }) => {
  const office = await pageOf(browser, 'county-office')
  await act(office, '霞坪演示村', 'pause', { reason: '村级换届期间暂停' })
})

test('a plan is being revised', async ({ browser }) => {
  const township = await pageOf(browser, 'township-jiangkou')
  await act(township, '榕荫演示村', 'revisePlan', { reason: '按群众意见调整' })
})

test('a consolidating case may be closed by exception', async ({ browser }) => {
  const office = await pageOf(browser, 'county-office')
  await visit(office, `/cases/${await caseOf(office, named('月坞演示村'))}/exceptions`)
  await office.getByLabel('条件').selectOption({ label: '巩固期满' })
  await office.getByLabel('例外理由').fill('整村撤并在即，县委研究同意提前销号。')
  await office.getByLabel('日期').fill(day())
  await press(office, '记录', '例外事项已记录。')
})

test('an appointment waits for the county office', async ({ browser }) => {
  const admin = await pageOf(browser, 'admin')
  await visit(admin, '/admin/people?q=township-zhaisha-2')
  await admin
    .getByRole('main')
    .getByRole('link', { name: /township-zhaisha-2/ })
    .first()
    .click()
  await admin.getByRole('link', { name: '授予任职' }).click()
  await admin.getByLabel('单位').selectOption({ label: '江口乡党委' })
  await admin.getByLabel('角色').selectOption({ label: '乡镇党委' })
  await admin.getByRole('button', { name: '授予' }).click()
  await expect(admin.getByText('待确认').first()).toBeVisible()
})

test('a reset of somebody of the county office waits for a colleague', async ({ browser }) => {
  const admin = await pageOf(browser, 'admin')
  await visit(admin, '/admin/people?q=county-office-2')
  await admin
    .getByRole('main')
    .getByRole('link', { name: /county-office-2/ })
    .first()
    .click()
  await press(admin, '申请重置密码', '已申请，等待县委组织部另一名同事确认。')
})

test('townships without a demo account sign in with a reset password', async ({ browser }) => {
  const admin = await pageOf(browser, 'admin')
  for (const account of [planner, submitter, reviser]) await open(browser, admin, account)
})

async function open(browser: Browser, admin: Page, account: string): Promise<void> {
  const password = await resetPassword(admin, account)
  const context = await browser.newContext()
  await firstSignIn(await context.newPage(), account, password)
  await context.close()
}
