import { expect, test } from '@playwright/test'
import pg from 'pg'
import { pageOf } from './support'

/*
 * The database is taken away under a running product: connections are refused and cut, and given
 * back. Runs last and alone.
 */
const name = new URL(process.env.E2E_APP_URL ?? '').pathname.slice(1)

/** As superuser, beside the product's database. */
async function onServer(statements: readonly string[]): Promise<void> {
  const client = new pg.Client({ connectionString: process.env.E2E_SUPER_URL })
  await client.connect()
  try {
    for (const statement of statements) await client.query(statement)
  } finally {
    await client.end()
  }
}

const away = [
  `ALTER DATABASE ${name} ALLOW_CONNECTIONS false`,
  `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '${name}'`,
]
const back = [`ALTER DATABASE ${name} ALLOW_CONNECTIONS true`]

test.afterEach(() => onServer(back))

test('without its database the product says so plainly, and recovers by itself', async ({
  browser,
}) => {
  const page = await pageOf(browser, 'county-office')
  const status = async (path: string) => (await page.request.get(path)).status()
  expect(await status('/api/ready')).toBe(200)
  await onServer(away)
  expect(await status('/api/ready')).toBe(503)
  expect(await status('/api/health')).toBe(200)
  expect(await status('/api/v1/cases')).toBe(503)
  await page.goto('/cases')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('页面没有打开')
  await expect(page.getByText(/系统出了问题，不是您操作有误/)).toBeVisible()
  await expect(page.getByText(/postgres|prisma|ECONN|Error:/i)).toHaveCount(0)
  await onServer(back)
  await expect.poll(() => status('/api/ready')).toBe(200)
  await page.getByRole('button', { name: '再试一次' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('整顿对象')
})

test('what is typed while the database is away is kept and goes through afterwards', async ({
  browser,
}) => {
  const page = await pageOf(browser, 'county-office-2')
  await page.goto('/?verb=reviewPlan')
  await page.goto('/cases?stage=RECTIFYING')
  await page.getByRole('main').getByRole('link', { name: '岚坳演示村' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText('岚坳演示村')
  await page.goto(`${page.url()}/pause`)
  await page.getByLabel('原因').fill('村级换届期间暂停')
  const send = () => page.getByRole('main').getByRole('button', { name: '暂停' }).click()
  await onServer(away)
  await send()
  await expect(page.getByText(/未能保存|未能办理/).first()).toBeVisible()
  await expect(page.getByLabel('原因')).toHaveValue('村级换届期间暂停')
  await onServer(back)
  await expect.poll(async () => (await page.request.get('/api/ready')).status()).toBe(200)
  await send()
  await expect(page.getByText('已暂停').first()).toBeVisible()
})
