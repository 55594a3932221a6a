import { existsSync, mkdirSync, renameSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { type APIRequestContext, type Browser, expect, type Page } from '@playwright/test'

export const demoPassword = 'Luzhai-demo-2026'
/** What whoever got a first password changes it to. */
export const ownPassword = `${demoPassword}!`

/** Signs in by the form, as a person does, and waits for the home. */
export async function signIn(page: Page, account: string, password = demoPassword): Promise<void> {
  await page.goto('/sign-in')
  await page.getByLabel('账号').fill(account)
  await page.getByLabel('密码').fill(password)
  await page.getByRole('button', { name: '登录', exact: true }).click()
  await expect(page).not.toHaveURL(/sign-in/)
}

/** Signs in by the form in a context of its own; for whoever looks at the session or ends it. */
export async function signedIn(
  browser: Browser,
  account: string,
  password = demoPassword,
): Promise<Page> {
  const context = await browser.newContext()
  const page = await context.newPage()
  await signIn(page, account, password)
  return page
}

/**
 * An empty page of its own for one account; every role of a journey keeps its session this way. The
 * session is shared by all tests, since signing in is dear; one that has ended is made anew.
 */
export async function pageOf(
  browser: Browser,
  account: string,
  password = demoPassword,
): Promise<Page> {
  const file = path.join(process.env.E2E_SESSIONS ?? '', `${account}.json`)
  if (existsSync(file)) {
    const context = await browser.newContext({ storageState: file })
    if ((await context.request.get('/api/v1/me')).ok()) return context.newPage()
    await context.close()
  }
  const page = await signedIn(browser, account, password)
  const cookies = await page.context().cookies()
  const aside = `${file}.${process.pid}`
  mkdirSync(path.dirname(file), { recursive: true })
  writeFileSync(aside, JSON.stringify({ cookies, origins: [] }))
  renameSync(aside, file)
  return page
}

/** Closes what a test opened; for files whose tests share no page. */
export async function closeAll(browser: Browser): Promise<void> {
  await Promise.all(browser.contexts().map((context) => context.close()))
}

/** Opens an address and waits until the page answers to clicks, as a person would. */
export async function visit(page: Page, path: string): Promise<void> {
  await page.goto(path)
  await ready(page)
}

/** Until React has taken over every form: what is pressed before does less, or nothing. */
export async function ready(page: Page): Promise<void> {
  await page.waitForFunction(() =>
    // What works without a network is drawn by its script alone.
    document.getElementById('words')
      ? document.querySelector('h1') !== null
      : [...document.querySelectorAll('form, main button')].every((element) =>
          Object.keys(element).some((key) => key.startsWith('__react')),
        ),
  )
}

/** Opens what is folded away under a name. */
export async function unfold(page: Page, label: string): Promise<void> {
  await page.getByRole('main').locator('summary').filter({ hasText: label }).click()
}

/** Presses a button of the page and waits for what it says afterwards. */
export async function press(page: Page, button: string, said: string | RegExp): Promise<void> {
  await page.getByRole('main').getByRole('button', { name: button, exact: true }).click()
  await expect(page.getByText(said).first()).toBeVisible()
}

/**
 * The path of the thing that a form led to, e.g. under /visits. Waits for the address: what a page
 * says may be seen before the browser tells where it is.
 */
export async function arrived(page: Page, under: string): Promise<string> {
  await page.waitForURL(new RegExp(`${under}/[0-9a-f-]{36}(?=$|[?#])`))
  return new URL(page.url()).pathname
}

const faces = { 403: '您没有查看此页的权限', 404: '没有这个页面' } as const

/** The address shows the face of a refusal, and nothing else. */
export async function expectRefused(page: Page, path: string, status: 403 | 404): Promise<void> {
  await page.goto(path)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(faces[status])
}

/** Today where the product lives, and days from there: YYYY-MM-DD. */
export function day(offset = 0): string {
  const at = new Date(Date.now() + offset * 24 * 3_600_000)
  return new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' }).format(at)
}

/** What the API answers to a page's own session. */
export async function get<T>(page: Page, path: string): Promise<T> {
  const response = await page.request.get(`/api/v1${path}`)
  expect(response.status(), path).toBe(200)
  return (await response.json()) as T
}

/** A write to the API as a page of ours would send it. */
export function post(
  request: APIRequestContext,
  path: string,
  data: unknown,
  headers: Record<string, string> = {},
) {
  const origin = new URL(process.env.E2E_URL ?? '').origin
  return request.post(`/api/v1${path}`, {
    data,
    headers: { origin, 'idempotency-key': crypto.randomUUID(), ...headers },
  })
}

/** As administrator: gives somebody a first password, which the product shows once. */
export async function resetPassword(admin: Page, account: string): Promise<string> {
  await visit(admin, `/admin/people?q=${account}`)
  await admin
    .getByRole('link')
    .filter({ hasText: new RegExp(`^${account}$`) })
    .first()
    .click()
  await admin.getByRole('button', { name: '重置密码' }).click()
  const said = admin.getByText(new RegExp(`账号 ${account} 的新密码：`)).first()
  await expect(said).toBeVisible()
  return /新密码：(\S+?)。/.exec((await said.textContent()) ?? '')?.[1] ?? ''
}

/** Signs in with a first password, and changes it as the product demands. */
export async function firstSignIn(page: Page, account: string, password: string): Promise<void> {
  await signIn(page, account, password)
  await expect(page.getByText(/这是管理员为您设置的初始密码/)).toBeVisible()
  await page.getByLabel('现在的密码').fill(password)
  await page.getByLabel('新密码', { exact: true }).fill(ownPassword)
  await page.getByLabel('再输一遍新密码').fill(ownPassword)
  await page.getByRole('button', { name: '修改密码' }).click()
  await expect(page.getByText('密码已修改').first()).toBeVisible()
}

/** Proposes a village with one finding; leads to the page of the new case. */
export async function propose(page: Page, village: string): Promise<void> {
  await visit(page, '/candidates/new')
  await page.getByLabel('选择村（社区）').selectOption({ label: village })
  await page.getByRole('button', { name: '下一步' }).click()
  const row = page.getByRole('group', { name: '第 1 项' })
  await row.getByLabel('表现类型').selectOption({ index: 3 })
  await row.getByLabel('具体问题').fill('村务公开栏半年没有更新')
  await press(page, '提出', '已提出，等待县委组织部研究认定。')
}
