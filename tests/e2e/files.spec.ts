import { expect, test } from '@playwright/test'
import { newId } from '@/lib/ids'
import { phonePhoto } from '../support/pictures'
import { docxOf } from '../support/zip'
import { caseOf, named } from './pages'
import { closeAll, get, pageOf, ready, unfold, visit } from './support'

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
  await expect(
    page.getByText(/只能上传照片（JPEG、PNG、WebP）、PDF、Word、Excel 文件/),
  ).toBeVisible()
  await upload('扫描件.pdf', Buffer.concat([pdf, Buffer.alloc(21 * 1024 * 1024, 32)]))
  await expect(page.getByText(/文件超过 20 MB/)).toBeVisible()
  await upload('空.pdf', Buffer.alloc(0))
  await expect(page.getByText(/请选择文件|文件是空的/)).toBeVisible()
  await upload('..\\..\\etc/..\u202Efdp.<img src=x>.pdf', pdf)
  await expect(page.getByText('已上传。').first()).toBeVisible()
  await visit(page, path)
  const link = page.getByRole('main').getByRole('link', { name: /img src=x/ })
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

test('photos chosen while a visit is written arrive with it; a refused one keeps the others', async ({
  browser,
}) => {
  const team = await pageOf(browser, 'team-1')
  await visit(team, '/visits/new')
  const village = team.getByRole('combobox', { name: '村（社区）' })
  if ((await village.count()) > 0) await village.selectOption({ index: 1 })
  await team.getByLabel('走访情况').fill('查看果园和水渠，拍了照片。')
  await unfold(team, '添加照片、附件')
  await team.getByLabel('选择照片、附件').setInputFiles([
    { name: '果园.jpg', mimeType: 'image/jpeg', buffer: Buffer.from(await phonePhoto('#3b7d2f')) },
    { name: '程序.jpg', mimeType: 'image/jpeg', buffer: Buffer.from('MZ\x90\0'.padEnd(4096, 'x')) },
    { name: '名单.docx', mimeType: 'application/octet-stream', buffer: docxOf() },
  ])
  await expect(team.getByText('保存后自动上传。')).toBeVisible()
  await team.getByRole('button', { name: '保存走访', exact: true }).click()
  await expect(team.getByText('走访已保存').first()).toBeVisible()
  await ready(team)
  const main = team.getByRole('main')
  await expect(main.getByRole('link', { name: '果园.jpg', exact: true })).toBeVisible()
  await expect(main.getByRole('link', { name: '名单.docx', exact: true })).toBeVisible()
  await expect(main.getByText(/只能上传照片/)).toBeVisible()
  await main.getByRole('button', { name: '移除 程序.jpg' }).click()
  await expect(main.getByText(/只能上传照片/)).toBeHidden()
  // The large picture is looked at in the browser, a document never is.
  const picture = main.getByRole('link', { name: '查看 果园.jpg' })
  const seen = await team.request.get((await picture.getAttribute('href')) ?? '')
  expect(seen.headers()).toMatchObject({
    'content-type': 'image/jpeg',
    'x-content-type-options': 'nosniff',
    'content-security-policy': "default-src 'none'; sandbox",
  })
  expect(seen.headers()['content-disposition']).toMatch(/^inline/)
  const document = main.getByRole('link', { name: '名单.docx', exact: true })
  const href = (await document.getAttribute('href')) ?? ''
  const saved = await team.request.get(`${href}?view`)
  expect(saved.headers()['content-disposition']).toMatch(/^attachment/)
  const stranger = await pageOf(browser, 'township-b')
  for (const path of [href, `${href}/thumbnail`]) {
    expect((await stranger.request.get(path)).status()).toBe(404)
  }
  const office = await pageOf(browser, 'county-office')
  await visit(office, new URL(team.url()).pathname)
  await expect(office.getByRole('main').getByText('查阅 1 次').first()).toBeVisible()
})

test('by the API: once however often, and what is too large is refused before it is taken in', async ({
  browser,
}) => {
  const team = await pageOf(browser, 'team-1')
  type Visits = { items: { id: string; caseId: string }[] }
  const { items } = await get<Visits>(team, '/visits?author=me&limit=1')
  const [visited] = items
  const id = newId()
  const send = (buffer: Buffer, key = id) =>
    team.request.post('/api/v1/attachments', {
      headers: { origin: new URL(process.env.E2E_URL ?? '').origin },
      multipart: {
        id: key,
        caseId: visited?.caseId ?? '',
        subject: `VISIT:${visited?.id}`,
        file: { name: '纪要.pdf', mimeType: 'application/pdf', buffer },
      },
    })
  const answers = await Promise.all(Array.from({ length: 10 }, () => send(pdf)))
  expect(answers.map((answer) => answer.status()).sort()).toEqual([...Array(9).fill(200), 201])
  const first = await answers[0]?.json()
  expect(first).toMatchObject({ id, name: '纪要.pdf', mediaType: 'application/pdf' })
  for (const answer of answers) expect(await answer.json()).toEqual(first)
  const query = `/attachments?caseId=${visited?.caseId}&subject=VISIT:${visited?.id}`
  const listed = await get<{ items: { id: string }[] }>(team, query)
  expect(listed.items.filter((one) => one.id === id)).toHaveLength(1)
  const taken = await send(Buffer.concat([pdf, Buffer.from('\n')]))
  expect([taken.status(), (await taken.json()).code]).toEqual([409, 'attachmentIdTaken'])
  const large = await send(Buffer.alloc(60 * 1024 * 1024, 1), newId())
  expect([large.status(), (await large.json()).code]).toEqual([413, 'fileTooLarge'])
})
