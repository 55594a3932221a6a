import { expect, test } from '@playwright/test'
import { caseOf, named } from './pages'
import { closeAll, expectRefused, get, pageOf, post, press, visit } from './support'

test.afterEach(({ browser }) => closeAll(browser))

test('the API refuses oversized text and bodies that are none as invalid', async ({ browser }) => {
  const page = await pageOf(browser, 'county-office')
  const id = await caseOf(page, named('岚坳演示村'))
  const { version } = await get<{ version: number }>(page, `/cases/${id}`)
  for (const reason of ['长'.repeat(10_001), '', 7, null, { a: 1 }, ['x']]) {
    const response = await post(page.request, `/cases/${id}/pause`, { version, reason })
    expect(response.status(), JSON.stringify(reason)?.slice(0, 20)).toBe(422)
  }
  for (const body of ['{', '[]', '"x"', 'null', '{"version":1e99,"reason":"x"}']) {
    const response = await post(page.request, `/cases/${id}/pause`, Buffer.from(body), {
      'content-type': 'application/json',
    })
    expect([400, 409, 422], body).toContain(response.status())
  }
})

test('NUL and halves of characters are dropped, and the chain of events still holds', async ({
  browser,
}) => {
  const page = await pageOf(browser, 'county-office')
  const id = await caseOf(page, named('笋溪演示村'))
  const { version } = await get<{ version: number }>(page, `/cases/${id}`)
  const reason = 'a\u0000b\ud83dc👩‍🌾'
  const paused = await post(page.request, `/cases/${id}/pause`, { version, reason })
  expect(paused.status()).toBe(200)
  await visit(page, `/cases/${id}/history`)
  await expect(page.getByText(/ab.c👩‍🌾/).first()).toBeVisible()
  await press(page, '校验', /校验通过：\d+ 条记录完整/)
  const resumed = await post(page.request, `/cases/${id}/resume`, { version: version + 1 })
  expect(resumed.status()).toBe(200)
})

test('unknown ids and malformed addresses never end in an error', async ({ browser }) => {
  const page = await pageOf(browser, 'county-office')
  const id = await caseOf(page, 'stage=CLOSED')
  const unknown = '019380f0-0000-7000-8000-000000000000'
  const missing = [
    '/nothing-here',
    '/cases/not-an-id',
    `/cases/${unknown}`,
    `/cases/${unknown}/history`,
    `/cases/${id}/nothing`,
    `/cases/${id}/measures/zzz`,
    `/cases/${id}/measures/${unknown}`,
    `/cases/${id}/problems/${unknown}`,
    `/cases/${id}/plan/versions/abc`,
    `/cases/${id}/plan/versions/999`,
    `/cases/${id}/plan/versions/99999999999999999999`,
    `/cases/${id}/acceptance/zzz`,
    `/cases/${id}/acceptance/${unknown}`,
    `/cases/${id}/acceptance/${unknown}/team`,
    `/cases/${id}/responsibility/zzz`,
    '/villages/zzz',
    `/villages/${unknown}`,
    `/villages/${unknown}/facts`,
    '/batches/zzz',
    `/batches/${unknown}`,
    '/candidates/new?village=zzz',
    `/candidates/new?village=${unknown}`,
    '/admin/people/zzz',
    `/admin/people/${unknown}`,
    `/admin/rule-sets/${unknown}`,
    `/admin/appointments/${unknown}/decline`,
  ]
  for (const path of missing) {
    const response = await page.goto(path)
    expect.soft(response?.status(), path).toBe(404)
    await expect.soft(page.getByRole('heading', { level: 1 }), path).toHaveText('没有这个页面')
  }
  const long = 'x'.repeat(3000)
  const ignored = [
    '/?verb=zzz&all=9',
    '/cases?batch=zzz&township=9&stage=NOWHERE&light=blue&state=x&problem=zz&sort=up&q=%00',
    `/cases?batch=${unknown}&cursor=%00zzz`,
    '/cases?cursor=abc&cursor=def&stage=CLOSED&stage=PLANNING',
    `/cases?q=${long}`,
    `/cases/${id}/history?group=zzz&before=-1`,
    `/cases/${id}/history?before=99999999999999999999`,
    `/cases/${id}/plan/compare?before=x&after=y`,
    `/cases/${id}/documents?subject=zzz`,
    '/villages?township=zzz&q=%00&after=%00',
    `/villages?q=${long}&after=zzz`,
    '/candidates?after=zzz',
    '/admin/people?q=%00&role=KING&status=x&after=%00&organisation=zzz',
    '/admin/appointments?view=zzz&after=zzz',
    '/admin/security-log?after=zzz&kind=zzz',
    '/account?x=%FF',
    '/batches?%00=%00',
  ]
  for (const path of ignored) {
    const response = await page.goto(path)
    expect.soft(response?.status(), path).toBe(200)
    await expect.soft(page.getByRole('heading', { level: 1 }), path).not.toHaveText('页面没有打开')
  }
  await visit(page, ignored[1] ?? '')
  await expect(page.getByText(/已忽略不能识别的筛选条件：/)).toBeVisible()
})

test('the faces of a refusal keep the navigation and lead home', async ({ browser }) => {
  const page = await pageOf(browser, 'township-jiangkou')
  const foreign = await caseOf(await pageOf(browser, 'county-office'), named('岚坳演示村'))
  for (const [path, status] of [
    [`/cases/${foreign}`, 404],
    ['/batches/new', 403],
    ['/admin/people', 403],
  ] as const) {
    expect((await page.goto(path))?.status(), path).toBe(status)
    await expectRefused(page, path, status)
    await expect(page.getByRole('navigation', { name: '主要栏目' }).first()).toBeVisible()
    await page.getByRole('link', { name: '回到首页' }).click()
    await expect(page).toHaveURL(/\/$/)
  }
})
