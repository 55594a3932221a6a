import { expect, type Page, test } from '@playwright/test'
import { day, demoPassword, pageOf, unfold, visit } from './support'

let office: Page
let township: Page

test.beforeAll(async ({ browser }) => {
  office = await pageOf(browser, 'county-office')
  township = await pageOf(browser, 'township-jiangkou')
})

const get = async (page: Page, path: string) => (await page.request.get(`/api/v1${path}`)).json()

for (const path of ['/problems', '/plans', '/measures', '/acceptances', '/closures']) {
  test(`${path} pages without a gap or a double, in the township’s own scope`, async () => {
    const seen: { id: string; township: string }[] = []
    let cursor: string | null = null
    let total = 0
    do {
      const page = await get(township, `${path}?limit=9${cursor ? `&cursor=${cursor}` : ''}`)
      total = page.total
      seen.push(...page.items)
      cursor = page.nextCursor
    } while (cursor)
    expect(seen).toHaveLength(total)
    expect(new Set(seen.map(({ id }) => id)).size).toBe(total)
    for (const item of seen) expect(item.township).toBe('450223201')
    expect((await get(office, `${path}?limit=1`)).total).toBeGreaterThan(total)
  })
}

test('a part out of scope is a 404, a read knows whether it has changed', async () => {
  const foreign = (await get(office, '/measures?township=450223103&limit=1')).items[0]
  expect((await township.request.get(`/api/v1/measures/${foreign.id}`)).status()).toBe(404)
  const own = (await get(township, '/measures?limit=1')).items[0]
  const first = await township.request.get(`/api/v1/measures/${own.id}`)
  expect((await first.json()).progress).toBeInstanceOf(Array)
  const etag = first.headers().etag ?? ''
  const again = await township.request.get(`/api/v1/measures/${own.id}`, {
    headers: { 'if-none-match': etag },
  })
  expect(again.status()).toBe(304)
})

test('a personal access token reads and acts without a session, as far as its scope goes', async ({
  playwright,
}) => {
  const make = async (name: string, scope: '只读' | '读写') => {
    await visit(township, '/account')
    await unfold(township, '新建访问令牌')
    const form = township.getByRole('form', { name: '新建访问令牌' })
    await form.getByLabel('名称').fill(name)
    await form.getByRole('radio', { name: scope }).check()
    await form.getByLabel('现在的密码').fill(demoPassword)
    await form.getByRole('button', { name: '创建令牌' }).click()
    const said = township.getByText(`令牌“${name}”已创建`).first()
    await expect(said).toBeVisible()
    return /ovop_[\w-]{43}/.exec((await said.textContent()) ?? '')?.[0] ?? ''
  }
  const as = (token: string) =>
    playwright.request.newContext({
      baseURL: process.env.E2E_URL,
      extraHTTPHeaders: { authorization: `Bearer ${token}` },
    })
  const reader = await as(await make('只读同步', '只读'))
  const writer = await as(await make('进展填报', '读写'))
  const mine = await get(township, '/cases?limit=100')
  const read = await (await reader.get('/api/v1/cases?limit=100')).json()
  expect(read).toEqual(mine)
  for (const path of ['/search?q=xac', '/coordination', '/instructions']) {
    const found = await reader.get(`/api/v1${path}`)
    expect(found.status(), path).toBe(200)
    expect(await found.json(), path).toEqual(await get(township, path))
  }
  for (const path of ['/coordination', '/instructions']) {
    const refused = await reader.post(`/api/v1${path}`, { data: {} })
    expect((await refused.json()).code, path).toBe('tokenReadOnly')
  }
  const measure = (await get(township, '/measures?status=OPEN&limit=1')).items[0]
  const write = (token: typeof reader, key: string) =>
    token.post(`/api/v1/measures/${measure.id}/addProgress`, {
      data: {
        caseId: measure.caseId,
        version: measure.version,
        happenedOn: day(),
        percent: measure.percent,
        text: '由程序填报',
      },
      headers: { 'idempotency-key': key },
    })
  const refused = await write(reader, crypto.randomUUID())
  expect(refused.status()).toBe(403)
  expect(await refused.json()).toMatchObject({ code: 'tokenReadOnly' })
  const done = await write(writer, crypto.randomUUID())
  expect(done.status()).toBe(200)
  expect((await done.json()).version).toBeGreaterThan(measure.version)
  await visit(township, '/account')
  await township.getByRole('button', { name: /撤销.*进展填报/ }).click()
  await expect(township.getByText('令牌已撤销，立即失效。').first()).toBeVisible()
  expect((await writer.get('/api/v1/me')).status()).toBe(401)
  expect((await reader.get('/api/v1/me')).status()).toBe(200)
})

test('the documentation page tells of every operation', async () => {
  await visit(office, '/api-docs')
  await expect(office.getByText('POST /measures/{id}/addProgress')).toBeVisible()
  await expect(office.getByText('GET /closures')).toBeVisible()
})
