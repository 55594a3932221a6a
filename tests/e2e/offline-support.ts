import { type BrowserContext, expect, type Page } from '@playwright/test'
import { get } from './support'

const pin = '271828'

/** Opens the page of the phone as somebody signed in and sets the PIN. */
export async function setUp(page: Page): Promise<void> {
  await page.goto('/work')
  await page.getByLabel('6 位数字').fill(pin)
  await page.getByLabel('再输一遍').fill(pin)
  await page.getByRole('button', { name: '设置' }).click()
  await expect(page.getByRole('heading', { name: '待办事项' })).toBeVisible()
  await expect(page.getByText('没有信号也能打开本页。')).toBeVisible()
}

export async function enterPin(page: Page, digits = pin): Promise<void> {
  await page.getByLabel('6 位数字').fill(digits)
  await page.getByRole('button', { name: '打开' }).click()
}

/** Another start of the app in the same browser, from whatever address. */
export async function coldStart(
  context: BrowserContext,
  page: Page,
  path = '/work',
): Promise<Page> {
  await page.close()
  const next = await context.newPage()
  await next.goto(path)
  return next
}

/** One visit with its photos, kept on the phone. */
export async function writeVisit(page: Page, found: string, photos: string[] = []): Promise<void> {
  await page.getByRole('button', { name: '记一次走访' }).click()
  const village = page.getByLabel('村（社区）')
  const first = await village.locator('option[value]:not([value=""])').first().textContent()
  await village.selectOption({ label: first ?? '' })
  await page.getByLabel('走访情况').fill(found)
  await addPhotos(page, photos)
  await page.getByRole('button', { name: '保存并发送' }).click()
  await expect(entry(page, found)).toBeVisible()
}

export async function addPhotos(page: Page, files: string[]): Promise<void> {
  if (files.length === 0) return
  await page.getByLabel('添加照片').setInputFiles(files)
  await expect(page.getByRole('img', { name: `照片${files.length}` })).toBeVisible()
}

/** Pictures that come with the product. */
export const pictures = ['public/icons/icon-192.png', 'public/icons/icon-512.png']

export const outbox = (page: Page) =>
  page.locator('section').filter({ has: page.getByRole('heading', { name: '草稿和待发送' }) })
export const entry = (page: Page, text: string) =>
  outbox(page).getByRole('listitem').filter({ hasText: text })

/** The network is back, as the browser says it. */
export const online = (page: Page) =>
  page.evaluate(() => void window.dispatchEvent(new Event('online')))

type Visits = { items: { id: string; caseId: string; found: string }[] }
type Files = { items: { id: string }[] }

/** Each of these visits is on the server once, with so many photos. */
export async function expectOnce(page: Page, words: string[], photos: number): Promise<void> {
  const { items } = await get<Visits>(page, '/visits?limit=100')
  for (const found of words) {
    const stored = items.filter((each) => each.found === found)
    expect(stored, found).toHaveLength(1)
    const [visit] = stored
    const path = `/attachments?caseId=${visit?.caseId}&subject=VISIT:${visit?.id}`
    expect((await get<Files>(page, path)).items, found).toHaveLength(photos)
  }
}
