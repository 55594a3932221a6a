import { expect, test } from '@playwright/test'
import { caseOf, named } from './pages'
import { closeAll, pageOf, visit } from './support'

test.afterEach(({ browser }) => closeAll(browser))

const pdf = Buffer.from(
  '%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Count 0/Kids[]>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n',
)

test('files are taken by their content and size, and their names are only names', async ({
  browser,
}) => {
  const page = await pageOf(browser, 'township-jiangkou')
  const path = `/cases/${await caseOf(page, named('橙乡演示村'))}/documents`
  await visit(page, path)
  const upload = async (name: string, buffer: Buffer) => {
    await page.getByLabel('文件').setInputFiles({ name, mimeType: 'application/pdf', buffer })
    await page.getByRole('button', { name: '上传', exact: true }).click()
  }
  await upload('会议纪要.pdf', Buffer.concat([Buffer.from('MZ\x90\0'), Buffer.alloc(4096, 1)]))
  await expect(page.getByText(/只能上传 PDF、JPEG、PNG、WebP 文件/)).toBeVisible()
  await upload('扫描件.pdf', Buffer.concat([pdf, Buffer.alloc(21 * 1024 * 1024, 32)]))
  await expect(page.getByText(/文件超过 20 MB/)).toBeVisible()
  await upload('空.pdf', Buffer.alloc(0))
  await expect(page.getByText(/请选择文件|文件是空的/)).toBeVisible()
  await upload('..\\..\\etc/..\u202Efdp.<img src=x>.pdf', pdf)
  await expect(page.getByText('已上传。').first()).toBeVisible()
  await visit(page, path)
  const link = page.getByRole('main').locator('a[href^="/api/attachments/"]')
  await expect(link).toHaveCount(1)
  expect(await link.textContent()).not.toMatch(/[\\/\u202E]|\.\./)
  const [download] = await Promise.all([page.waitForEvent('download'), link.click()])
  expect(download.suggestedFilename()).toMatch(/\.pdf$/)
  const response = await page.request.get((await link.getAttribute('href')) ?? '')
  expect(response.headers()['content-disposition']).toMatch(/^attachment/)
  const stranger = await pageOf(browser, 'township-zhaisha')
  const refused = await stranger.request.get((await link.getAttribute('href')) ?? '')
  expect(refused.status()).toBe(404)
})
