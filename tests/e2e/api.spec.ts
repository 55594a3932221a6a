import { expect, type Page, test } from '@playwright/test'
import { pageOf, post } from './support'

let office: Page
let township: Page

test.beforeAll(async ({ browser }) => {
  office = await pageOf(browser, 'county-office')
  township = await pageOf(browser, 'township-jiangkou')
})

const get = async (page: Page, path: string) => (await page.request.get(`/api/v1${path}`)).json()

test('nobody signed in gets 401 as a problem, health and ready answer', async ({ request }) => {
  for (const path of ['/me', '/batches', '/cases', '/villages', '/measures', '/organisations']) {
    const response = await request.get(`/api/v1${path}`)
    expect(response.status(), path).toBe(401)
    expect(response.headers()['content-type']).toContain('application/problem+json')
  }
  expect((await request.get('/api/health')).status()).toBe(200)
  expect((await request.get('/api/ready')).status()).toBe(200)
})

test('me tells account, county, appointments and permissions', async () => {
  const me = await get(township, '/me')
  expect(me).toMatchObject({
    account: 'township-jiangkou',
    county: { code: '450223', name: '鹿寨县' },
  })
  expect(me.appointments).toEqual([
    expect.objectContaining({ role: 'TOWNSHIP', township: '450223201' }),
  ])
  expect(me.permissions).toContain('plan.submit')
  expect(me.permissions).not.toContain('plan.review')
})

test('the article’s figures come out: 36 villages, 24 transformed, 12 being rectified', async () => {
  const { items } = await get(office, '/batches')
  const sum = (field: 'total' | 'transformed') =>
    items.reduce((all: number, batch: Record<string, number>) => all + (batch[field] ?? 0), 0)
  expect(
    items.map((batch: { number: number; total: number; transformed: number }) => [
      batch.number,
      batch.total,
      batch.transformed,
    ]),
  ).toEqual([
    [1, 12, 12],
    [2, 12, 12],
    [3, 12, 0],
  ])
  expect([sum('total'), sum('transformed')]).toEqual([36, 24])
  const third = items[2].byStage
  expect(Object.values(third as Record<string, number>).reduce((a, b) => a + b, 0)).toBe(12)
})

test('pages of cases are complete, without a double, and keep their filter', async () => {
  const seen: string[] = []
  let cursor: string | null = null
  do {
    const page = await get(
      office,
      `/cases?limit=7${cursor ? `&cursor=${encodeURIComponent(cursor)}` : ''}`,
    )
    expect(page.total).toBe(36)
    seen.push(...page.items.map((item: { id: string }) => item.id))
    cursor = page.nextCursor
  } while (cursor)
  expect(new Set(seen).size).toBe(36)
  expect(seen).toHaveLength(36)
  const red = await get(office, '/cases?light=red')
  expect(red.total).toBeGreaterThan(0)
  for (const item of red.items)
    expect(item.light).toMatchObject({ colour: 'red', text: expect.stringMatching(/逾期/) })
})

test('a township sees its own villages only, in the list, by id and on the timeline', async () => {
  const own = await get(township, '/cases?limit=100')
  expect(own.total).toBeGreaterThan(0)
  for (const item of own.items) expect(item.township.code).toBe('450223201')
  const all = await get(office, '/cases?limit=100')
  const foreign = all.items.find(
    (item: { township: { code: string } }) => item.township.code !== '450223201',
  )
  expect((await township.request.get(`/api/v1/cases/${foreign.id}`)).status()).toBe(404)
  expect((await township.request.get(`/api/v1/cases/${foreign.id}/events`)).status()).toBe(404)
  expect((await township.request.get(`/api/v1/cases/${own.items[0].id}`)).status()).toBe(200)
})

test('the timeline comes with its chain', async () => {
  const closed = (await get(office, '/cases?stage=CLOSED&limit=1')).items[0]
  const { items } = await get(office, `/cases/${closed.id}/events?limit=100`)
  for (const [index, event] of items.entries()) {
    expect(event.seq).toBe(index + 1)
    if (index > 0) expect(event.prevHash).toBe(items[index - 1].hash)
    expect(event.text).not.toBe('')
  }
})

for (const path of [
  '/cases?stage=NOWHERE',
  '/cases?light=blue',
  '/cases?batch=1',
  '/cases?batch=019380f0-0000-7000-8000-000000000000',
  '/cases?township=999999999',
  '/cases?limit=101',
  '/cases?limit=abc',
  '/cases?cursor=%00zzz',
  '/cases?colour=red',
  '/cases/not-an-id',
  '/cases/not-an-id/events',
  '/villages?cursor=abc',
  '/problems?status=NONE',
  '/plans?status=DRAFT',
  '/measures?cursor=abc',
  '/measures/not-an-id',
  '/extensions?limit=0',
  '/acceptances?level=VILLAGE',
  '/closures?case=1',
  '/organisations?kind=SHOP',
]) {
  test(`${path} is a clear 400`, async () => {
    const response = await office.request.get(`/api/v1${path}`)
    expect(response.status()).toBe(400)
    expect(await response.json()).toMatchObject({ status: 400, code: 'badParameter' })
  })
}

test('villages are found by characters and by pinyin', async () => {
  for (const q of ['新安', 'xinan']) {
    const { items } = await get(office, `/villages?q=${encodeURIComponent(q)}`)
    expect(
      items.map((village: { code: string }) => village.code),
      q,
    ).toContain('450223201206')
  }
})

test('a verb: wrong stage 409, without the right 403, out of scope 404, unknown 404', async ({
  browser,
}) => {
  const closed = (await get(office, '/cases?stage=CLOSED&limit=1')).items[0]
  const body = { version: closed.version, reason: '不应允许' }
  expect((await post(office.request, `/cases/${closed.id}/returnPlan`, body)).status()).toBe(409)
  const own = (await get(township, '/cases?limit=1')).items[0]
  expect(
    (
      await post(township.request, `/cases/${own.id}/pause`, { ...body, version: own.version })
    ).status(),
  ).toBe(403)
  const neighbour = await pageOf(browser, 'county-office-b')
  expect((await post(neighbour.request, `/cases/${closed.id}/pause`, body)).status()).toBe(404)
  expect((await post(office.request, `/cases/${closed.id}/explode`, body)).status()).toBe(404)
})

test('a write needs our own origin, JSON and an idempotency key, and happens once', async () => {
  const open = (await get(office, '/cases?stage=RECTIFYING&limit=1')).items[0]
  const path = `/cases/${open.id}/pause`
  const body = { version: open.version, reason: '村级换届期间暂停' }
  expect((await office.request.post(`/api/v1${path}`, { data: body })).status()).toBe(403)
  expect(
    (await post(office.request, path, body, { origin: 'https://elsewhere.example' })).status(),
  ).toBe(403)
  expect(
    (await post(office.request, path, 'text', { 'content-type': 'text/plain' })).status(),
  ).toBe(415)
  expect((await post(office.request, path, body, { 'idempotency-key': '' })).status()).toBe(400)
  const key = crypto.randomUUID()
  const [first, second] = await Promise.all(
    [1, 2].map(() => post(office.request, path, body, { 'idempotency-key': key })),
  )
  expect([first?.status(), second?.status()]).toEqual([200, 200])
  expect(await first?.json()).toEqual(await second?.json())
  expect(
    (
      await post(office.request, path, { ...body, reason: '另一理由' }, { 'idempotency-key': key })
    ).status(),
  ).toBe(409)
  const { items } = await get(office, `/cases/${open.id}/events?limit=100`)
  expect(items.filter((event: { kind: string }) => event.kind === 'casePaused')).toHaveLength(1)
  const stale = await post(office.request, `/cases/${open.id}/resume`, { version: open.version })
  expect(stale.status()).toBe(409)
  expect(await stale.json()).toMatchObject({
    code: 'changedMeanwhile',
    meanwhile: { kind: 'casePaused' },
  })
  expect(
    (
      await post(office.request, `/cases/${open.id}/resume`, { version: open.version + 1 })
    ).status(),
  ).toBe(200)
})

test('invalid input names every field at once', async () => {
  const open = (await get(office, '/cases?stage=RECTIFYING&limit=1')).items[0]
  const response = await post(office.request, `/cases/${open.id}/pause`, {})
  expect(response.status()).toBe(422)
  const { errors } = await response.json()
  expect(errors.map((error: { field: string }) => error.field).sort()).toEqual([
    'reason',
    'version',
  ])
})

test('the OpenAPI document lists every verb and needs no session', async ({ request }) => {
  const document = await (await request.get('/api/v1/openapi.json')).json()
  expect(document.openapi).toBe('3.1.0')
  for (const path of [
    '/me',
    '/batches',
    '/cases',
    '/cases/{id}',
    '/cases/{id}/events',
    '/villages',
    '/problems',
    '/plans/{id}',
    '/measures/{id}',
    '/extensions',
    '/acceptances',
    '/closures',
    '/organisations',
  ]) {
    expect(document.paths[path]?.get, path).toBeTruthy()
  }
  for (const verb of [
    'confirm',
    'submitPlan',
    'approvePlan',
    'applyForAcceptance',
    'passCounty',
    'close',
    'annul',
  ]) {
    expect(document.paths[`/cases/{id}/${verb}`]?.post, verb).toBeTruthy()
  }
})
