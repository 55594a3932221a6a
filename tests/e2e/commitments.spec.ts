import { expect, type Page, test } from '@playwright/test'
import { caseOf, named } from './pages'
import { arrived, closeAll, day, expectRefused, get, pageOf, post, press, visit } from './support'

test.afterEach(({ browser }) => closeAll(browser))

const village = '榕荫演示村'
const promise = '每周三在村委会坐班，当面听取群众意见。'
/** What nothing posted in a village may say. */
const telling = /软弱涣散|整顿|销号|批次|第.批|一村一策/

test('a commitment goes from draft to evaluation, and the gate says what is missing', async ({
  browser,
}) => {
  const township = await pageOf(browser, 'township-jiangkou')
  const caseId = await caseOf(township, named(village))
  await visit(township, `/cases/${caseId}/commitments/new?level=SECRETARY`)
  await township.getByLabel('姓名').fill('覃大山')
  await township.getByLabel('承诺内容').fill('按时完成整顿任务。')
  await township.getByLabel('衡量标准').fill('坐班表张贴在公开栏。')
  await township.getByLabel('兑现期限').fill(day(60))
  await township.getByRole('button', { name: '提交审核' }).click()
  await expect(township.getByText(/请不要写整顿、销号等内部工作用语/).first()).toBeVisible()
  await township.getByLabel('承诺内容').fill(promise)
  await press(township, '提交审核', '已提交，待上一级审核。')
  const pathname = await arrived(township, '/commitments/manage')

  await expectRefused(await pageOf(browser, 'township-zhaisha'), pathname, 404)
  await expectRefused(await pageOf(browser, 'helper-agriculture'), `${pathname}/accept`, 403)
  const office = await pageOf(browser, 'county-office')
  await visit(office, '/?all=1')
  await office
    .getByRole('main')
    .getByRole('listitem')
    .filter({ hasText: promise })
    .getByRole('link', { name: '审核', exact: true })
    .click()
  await office.getByRole('link', { name: '审核通过' }).click()
  await press(office, '审核通过', '已审核通过，可以公开。')
  await visit(township, pathname)
  await township.getByRole('link', { name: '公开', exact: true }).click()
  await press(township, '公开', '已公开，可打印张贴。')
  await expect(township.getByRole('link', { name: '修改' })).toHaveCount(0)

  await visit(township, `${pathname}/report`)
  await township.getByLabel('兑现情况').fill('坐班 4 次，答复 6 件。')
  await press(township, '报告兑现', '已报告，待上一级评议。')
  await expect(township.getByText('本人填写、报告的承诺，由他人审核、评议。')).toBeVisible()
  await visit(office, `${pathname}/evaluate`)
  await office.getByLabel('部分兑现').check()
  await office.getByLabel('评议理由').fill('有一周未坐班。')
  await press(office, '评议', '已评议。')
  await visit(township, `/cases/${caseId}/history`)
  await expect(township.getByText('评议村党组织书记承诺：部分兑现').first()).toBeVisible()
})

test('the sheet for the notice board has positions and results, and no word of a listing', async ({
  browser,
}) => {
  const township = await pageOf(browser, 'township-jiangkou')
  const { items } = await get<{ items: { id: string }[] }>(township, `/villages?${named(village)}`)
  await visit(township, `/villages/${items[0]?.id}/commitments/notice`)
  const paper = township.getByRole('article')
  await expect(paper.getByText('村党组织书记').first()).toBeVisible()
  await expect(paper.getByText(/党员 \d+ 人/).first()).toBeVisible()
  await expect(paper).not.toContainText(telling)
  await expect(paper).not.toContainText('覃大山')
  expect(await township.title()).not.toMatch(telling)
  await township.emulateMedia({ media: 'print' })
  await expect(township.getByRole('banner')).toBeHidden()
  await expect(township.getByRole('heading').first()).toHaveText(`${village}公开承诺`)
})

/** As a township: a village without a case publishes a commitment of its secretary. */
async function cover(pages: { township: Page; office: Page }, villageId: string, text: string) {
  const id = await newId()
  const ok = async (page: Page, path: string, data: object) => {
    const response = await post(page.request, `/commitments${path}`, data)
    expect(response.ok(), await response.text()).toBe(true)
  }
  await ok(pages.township, '', {
    ...{ id, villageId, level: 'SECRETARY', position: 'VILLAGE_SECRETARY' },
    ...{ text, yardstick: '张贴上墙', dueOn: day(90) },
  })
  await ok(pages.office, `/${id}/accept`, { version: 1 })
  await ok(pages.township, `/${id}/publish`, { version: 2 })
}

/** A UUID v7 as a program outside would make it. */
async function newId(): Promise<string> {
  const time = Date.now().toString(16).padStart(12, '0')
  const rest = crypto.randomUUID().slice(15)
  return `${time.slice(0, 8)}-${time.slice(8)}-7${rest}`
}

test('the public page is off until listed villages cannot be told apart, then on, then off', async ({
  browser,
}) => {
  const address = '/commitments?township=451322101'
  const villager = await (await browser.newContext({ javaScriptEnabled: false })).newPage()
  const status = async () => (await villager.goto(address))?.status()
  expect(await status()).toBe(404)
  const office = await pageOf(browser, 'county-office-b')
  const township = await pageOf(browser, 'township-b')
  type Villages = { items: { id: string; name: string; township: { code: string } }[] }
  const { items } = await get<Villages>(township, '/villages?township=451322101&limit=60')
  const unlisted = items.filter(({ name }) => !name.includes('演示')).slice(0, 3)
  for (const [index, one] of unlisted.entries()) {
    await cover({ township, office }, one.id, `每月公开账目（${index + 1}）。`)
    if (index === 1) {
      await visit(office, '/admin/public-commitments')
      await expect(office.getByText(/现在不能开启/)).toBeVisible()
      await expect(office.getByRole('button', { name: '开启公开页' })).toHaveCount(0)
    }
  }
  await visit(office, '/admin/public-commitments')
  await press(office, '开启公开页', '公开页已开启。')
  expect(await status()).toBe(200)
  for (const { name } of unlisted) {
    await expect(villager.getByRole('heading', { name })).toBeVisible()
  }
  for (const part of ['banner', 'main'] as const) {
    await expect(villager.getByRole(part)).not.toContainText(telling)
  }
  expect(await villager.title()).not.toMatch(telling)
  // Nor in what the page carries along unseen.
  expect(await villager.content()).not.toMatch(/软弱涣散|整顿|销号/)
  expect(await villager.context().cookies()).toEqual([])
  await visit(office, '/admin/public-commitments')
  await press(office, '关闭公开页', '公开页已关闭。')
  expect(await status()).toBe(404)
})
