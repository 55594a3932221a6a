import { type APIRequestContext, type Browser, expect, type Page } from '@playwright/test'

export const demoPassword = 'Luzhai-demo-2026'

/** Signs in by the form, as a person does, and waits for the home. */
export async function signIn(page: Page, account: string, password = demoPassword): Promise<void> {
  await page.goto('/sign-in')
  await page.getByLabel('账号').fill(account)
  await page.getByLabel('密码').fill(password)
  await page.getByRole('button', { name: '登录', exact: true }).click()
  await expect(page).not.toHaveURL(/sign-in/)
}

/** A page of its own for one account; every role of a journey keeps its session this way. */
export async function pageOf(browser: Browser, account: string): Promise<Page> {
  const context = await browser.newContext()
  const page = await context.newPage()
  await signIn(page, account)
  return page
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
