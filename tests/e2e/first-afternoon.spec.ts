import { type Browser, expect, type Page, test } from '@playwright/test'
import { Secret, TOTP } from 'otpauth'
import { startEmptyProduct } from '@/tests/support/empty-product'
import {
  county,
  department,
  directory,
  ledger,
  organisations,
  people,
} from './first-afternoon/sheets'
import { day, firstSignIn, ownPassword, press, ready, signIn, visit } from './support'

/*
 * A county's first afternoon, from `npm start -- --empty` to the printed paper of its meeting: the
 * directory, the organisations, the accounts and thirty-six villages come from sheets.
 */

test.describe.configure({ mode: 'serial' })

let product: Awaited<ReturnType<typeof startEmptyProduct>>
let browser: Browser
let admin: Page
let clerk: Page
/** First passwords by account, as handed over on paper. */
const passwords = new Map<string, string>()

test.beforeAll(async ({ browser: shared }) => {
  test.setTimeout(240_000)
  browser = shared
  product = await startEmptyProduct({
    COUNTY_CODE: county.code,
    COUNTY_NAME: county.name,
    ADMIN_ACCOUNT: 'first-admin',
    ADMIN_NAME: '陆一鸣',
    ADMIN_PASSWORD: ownPassword,
  })
  admin = await newPage()
})

test.afterAll(async () => {
  await Promise.all(browser.contexts().map((context) => context.close()))
  await product.stop()
})

async function newPage(): Promise<Page> {
  const context = await browser.newContext({ baseURL: product.url })
  return context.newPage()
}

/** Sets up the second factor that the product demands of whoever decides. */
async function secondFactor(page: Page): Promise<void> {
  await expect(page.getByText('您的岗位必须启用动态验证码，设置好后才能办理业务。')).toBeVisible()
  await ready(page)
  await page.getByRole('button', { name: '开始设置' }).click()
  const key = page.locator('span.font-mono')
  const secret = Secret.fromBase32(((await key.textContent()) ?? '').replaceAll(' ', ''))
  await page.getByLabel('6 位数字').fill(new TOTP({ secret }).generate())
  await press(page, '启用', /动态验证码已启用/)
}

test('the first administrator takes in the directory', async () => {
  await signIn(admin, 'first-admin', ownPassword)
  await secondFactor(admin)
  await visit(admin, '/admin/directory')
  await admin.getByLabel('区划文件').setInputFiles({
    name: '演示县区划.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(directory()),
  })
  await press(admin, '导入', '导入完成：新增 48 个，更名 0 个，不变 0 个。')
  await expect(admin.getByText('共 4 个乡镇，48 个村（社区）')).toBeVisible()
})

test('then organisations and accounts from sheets', async () => {
  await visit(admin, '/admin/organisations/import')
  await admin.getByLabel('或者粘贴表格内容').fill(organisations())
  await admin.getByRole('button', { name: '核对' }).click()
  await press(admin, '创建单位', '已创建 6 个单位')
  await visit(admin, '/admin/people/import')
  await admin.getByLabel('或者粘贴表格内容').fill(people())
  await admin.getByRole('button', { name: '核对' }).click()
  await press(admin, '创建账号', '已创建 6 个账号')
  for (const row of await admin.getByRole('row').all()) {
    const cells = await row.getByRole('cell').allTextContents()
    if (cells[1] && cells[3]) passwords.set(cells[1], cells[3])
  }
  expect([...passwords.keys()]).toContain('east-2')
})

async function open(account: string): Promise<Page> {
  const page = await newPage()
  await firstSignIn(page, account, passwords.get(account) ?? '')
  return page
}

test('the county office confirms who was appointed', async () => {
  clerk = await open('office-1')
  await visit(clerk, '/')
  await secondFactor(clerk)
  await visit(clerk, '/admin/appointments')
  for (const box of await clerk.getByLabel(/^选择.+的任职$/).all()) await box.check()
  await press(clerk, '确认所选', /已确认/)
  await expect(clerk.getByLabel(/^选择.+的任职$/)).toHaveCount(0)
})

async function newBatch(number: 1 | 2 | 3): Promise<void> {
  await visit(clerk, '/batches/new')
  await clerk.getByLabel('批次号').fill(String(number))
  await clerk.getByLabel('名称').fill(`第${'一二三'[number - 1]}批`)
  await clerk.getByLabel('年度').fill(String(2013 + number))
  await clerk.getByLabel('开始日期').fill(number === 3 ? day(-60) : `${2013 + number}-03-01`)
  await clerk.getByLabel('目标完成日期').fill(number === 3 ? day(300) : `${2013 + number}-12-31`)
  await press(clerk, '建立批次', '批次已建立。')
}

async function takeIn(batch: 1 | 2 | 3, file: Buffer): Promise<void> {
  await clerk.getByRole('link', { name: '导入台账' }).click()
  await ready(clerk)
  await check(batch, file)
}

async function check(batch: number, buffer: Buffer): Promise<void> {
  await clerk.getByLabel('台账文件').setInputFiles({
    name: `第${batch}批台账.xlsx`,
    mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    buffer,
  })
  await clerk.getByRole('button', { name: '核对' }).click()
}

test('thirty-six villages come from the ledgers, twenty-four of them closed', async () => {
  await newBatch(1)
  await takeIn(1, await ledger(1, true))
  await expect(clerk.getByText('共 12 行：11 行可导入，1 行有问题')).toBeVisible()
  await expect(clerk.getByText('东岭镇没有“兰西演示村”，该村在西塘镇。')).toBeVisible()
  await clerk.reload()
  await ready(clerk)
  await check(1, await ledger(1))
  await expect(clerk.getByText('共 12 行：12 行可导入，0 行有问题')).toBeVisible()
  await press(clerk, '导入', /历史补录 12 个，整顿对象候选 0 个/)
  await newBatch(2)
  await takeIn(2, await ledger(2))
  await press(clerk, '导入', /历史补录 12 个，整顿对象候选 0 个/)
  await newBatch(3)
  await takeIn(3, await ledger(3))
  await press(clerk, '导入', /历史补录 0 个，整顿对象候选 12 个/)
})

test('the twelve candidates are confirmed with one form', async () => {
  await clerk.getByRole('link', { name: '去研究认定' }).click()
  await clerk.getByRole('link', { name: '认定全部 12 个' }).click()
  await ready(clerk)
  await clerk.getByLabel('批次').selectOption({ label: '第三批（2016 年）' })
  const steps = clerk.getByRole('group').filter({ has: clerk.getByLabel('会议或单位') })
  for (const step of await steps.all()) await step.getByLabel('日期').fill(day())
  await steps.last().getByLabel('文号').fill('演组通〔2016〕3号')
  await press(clerk, '认定为整顿对象', /已认定 12 个村，问题清单已交办。/)
})

test('and the people of all twelve are assigned on one page', async () => {
  await expect(clerk.getByRole('heading', { level: 1 })).toHaveText('安排包联力量')
  await ready(clerk)
  const cards = clerk.locator('main section').filter({ hasText: '本乡镇各村相同的' })
  await expect(cards).toHaveCount(4)
  for (const card of await cards.all()) {
    const township = (await card.getByRole('heading').textContent()) ?? ''
    await card.locator('summary').click()
    await card.getByLabel(`${township} 联村县领导`).selectOption({ label: '黄致远（县委常委）' })
    await card.getByLabel(`${township} 包村乡镇领导`).fill('莫春生')
    await card.getByLabel(`${township} 驻村工作队`).selectOption({ label: `${township}驻村工作队` })
    await card.getByLabel(`${township} 第一书记姓名`).fill('黄守正')
    await card.getByLabel(`${township} 结对帮扶单位`).selectOption({ label: department })
    await card.getByRole('button', { name: '填入空缺' }).click()
  }
  await press(clerk, '保存安排', /已保存：安排 48 项/)
  await expect(clerk.getByText('本批各村“四个一”均已到位。', { exact: false })).toBeVisible()
})

test('a township writes the first plan and reports it', async () => {
  const page = await open('east-1')
  await visit(page, '/cases')
  await page
    .getByRole('main')
    .getByRole('link', { name: /演示村/ })
    .first()
    .click()
  await page.getByRole('link', { name: '编辑方案' }).first().click()
  await ready(page)
  await page.getByRole('button', { name: '增加措施：强化宗旨意识' }).click()
  const row = page.getByRole('group', { name: '第 1 项' })
  await row.getByLabel('措施').fill('按月开展组织生活')
  await row.getByLabel('目标').fill('“三会一课”按期开齐')
  await row.getByLabel('责任单位').fill('东岭镇党委')
  await row.getByLabel('责任人').fill('罗冬梅')
  await row.getByLabel('开始日期').fill(day())
  await row.getByLabel('完成时限').fill(day(60))
  await row.getByRole('checkbox').first().check()
  for (const section of ['二、成因综述', '三、整顿目标', '五、步骤安排', '七、保障措施'])
    await page.getByLabel(section).fill(`${section.slice(2)}：按镇党委会研究的意见办理。`)
  await page.getByRole('button', { name: '保存草稿' }).last().click()
  await expect(page.getByText('草稿已保存。')).toBeVisible()
  const plan = new URL(page.url()).pathname
  await visit(page, plan.replace('/plan/edit', '/submit-plan'))
  await press(page, '报送县委组织部', /已报送/)
})

test('the paper of the meeting tells thirty-six, twenty-four and twelve, and prints on A4', async () => {
  await visit(clerk, '/meeting')
  await expect(clerk.getByRole('heading', { name: '演示县整顿工作调度表' })).toBeVisible()
  for (const figure of ['36 整顿对象', '24 已转化', '12 正在整顿'])
    await expect(clerk.getByRole('main').getByRole('link', { name: figure })).toBeVisible()
  await expect(clerk.getByRole('button', { name: '打印' })).toBeVisible()
  const pdf = await clerk.pdf({ preferCSSPageSize: true })
  expect(pdf.subarray(0, 5).toString()).toBe('%PDF-')
  await clerk.emulateMedia({ media: 'print' })
  await expect(clerk.getByRole('navigation').first()).toBeHidden()
  await expect(clerk.getByRole('heading', { name: '演示县整顿工作调度表' })).toBeVisible()
})
