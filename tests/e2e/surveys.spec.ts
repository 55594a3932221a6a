import { expect, test } from '@playwright/test'
import { caseOf, named } from './pages'
import { closeAll, expectRefused, pageOf, press, ready, visit } from './support'
import { answer, issueSlips, scanSlips, violations } from './survey-support'

test.afterEach(({ browser }) => closeAll(browser))

/** What no villager may read anywhere. */
const telling = /软弱涣散|整顿|销号|批次|第.批|一村一策/

test('a slip is scanned, answered on a phone without scripts, and counts once', async ({
  browser,
}) => {
  test.setTimeout(120_000)
  const office = await pageOf(browser, 'county-office')
  const caseId = await caseOf(office, named('柚香演示村'))
  await visit(office, `/surveys/new?case=${caseId}`)
  await office.getByLabel('第1题').fill('软弱涣散整顿情况')
  await office.getByLabel('应参加数').fill('13')
  await office.getByRole('button', { name: '开启测评' }).click()
  await expect(office.getByText('测评表上不得出现这样的字样。').first()).toBeVisible()
  await office.getByLabel('第1题').fill('村班子工作能力')
  await press(office, '开启测评', '测评已开启。')
  const { pathname } = new URL(office.url())
  await office.getByLabel('份数').fill('12')
  const { slips, addresses } = await issueSlips(office)
  expect(await slips.getByRole('main').count()).toBe(0)
  await expect(slips.locator('body')).not.toContainText(telling)
  const scanned = (await scanSlips(slips)).map((address) => new URL(address).pathname)
  expect(scanned).toEqual(addresses.map((address) => address.replaceAll('-', '')))
  await expectRefused(await pageOf(browser, 'township-zhaisha'), pathname, 404)

  const phone = await browser.newContext({
    viewport: { width: 390, height: 844 },
    javaScriptEnabled: false,
  })
  const page = await phone.newPage()
  const first = scanned[0] ?? ''
  const opened = await page.goto(first)
  const headers = (await opened?.allHeaders()) ?? {}
  expect(headers['cache-control']).toBe('no-store')
  expect(headers['referrer-policy']).toBe('no-referrer')
  expect(headers['set-cookie']).toBeUndefined()
  expect((await opened?.body())?.length).toBeLessThan(60_000)
  await expect(page.locator('body')).not.toContainText(telling)
  await page.getByRole('button', { name: '提交' }).click()
  await expect(page.getByRole('alert')).toHaveText('请至少选一项再提交。')
  for (const question of (await page.getByRole('group').all()).slice(0, 5)) {
    await question.getByRole('radio', { name: '基本满意' }).check()
  }
  await page.getByRole('textbox').fill('把进屯的路修好')
  await page.getByRole('button', { name: '提交' }).click()
  await expect(page.getByRole('heading')).toHaveText('已收到，谢谢您')
  await page.goto(first)
  await expect(page.getByRole('heading')).toHaveText('这个码已经用过了')
  await page.goto(`/s/${'0'.repeat(26)}`)
  await expect(page.getByRole('heading')).toHaveText('没有找到这个码')
  expect(await phone.cookies()).toEqual([])

  const looked = await (await browser.newContext()).newPage()
  await looked.goto(scanned[1] ?? '')
  expect(await violations(looked)).toEqual([])
  for (const address of scanned.slice(1, 11)) await answer(looked.request, address)

  // One of the thirteen answers on paper, typed by two people who read it differently.
  for (const [account, last, said] of [
    ['county-office', '不满意', '第 1 号票已录入。'],
    ['county-office-2', '不了解', '第 1 号票两次录入不一致，请裁定。'],
  ] as const) {
    const typist = await pageOf(browser, account)
    await visit(typist, `${pathname}/paper`)
    await typist
      .getByRole('group', { name: '5. 对村班子的总体评价' })
      .getByRole('radio', { name: last })
      .check()
    await press(typist, '保存，录下一张', said)
  }
  await visit(office, `${pathname}/close`)
  await office.getByLabel('实到').fill('13')
  await office.getByRole('button', { name: '结束测评' }).click()
  await expect(office.getByText('还有 1 张纸质票没有录满两次或待裁定。').first()).toBeVisible()
  await visit(office, `${pathname}/paper?number=1`)
  await office
    .getByRole('group', { name: '5. 对村班子的总体评价' })
    .getByRole('radio', { name: '不满意' })
    .check()
  await press(office, '裁定', '第 1 号票已裁定。')
  await visit(office, `${pathname}/close`)
  await office.getByLabel('实到').fill('13')
  await press(office, '结束测评', '测评已结束，票已清点。')
  await page.goto(scanned[11] ?? '')
  await expect(page.getByRole('heading')).toHaveText('这次测评已经结束')
  await expect(office.getByText('91.7%').first()).toBeVisible()
  await expect(office.getByText('把进屯的路修好')).toBeVisible()
  await visit(office, `${pathname}/tally`)
  await ready(office)
  await expect(office.getByRole('article').getByText('91.7%').first()).toBeVisible()
})
