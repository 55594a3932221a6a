import { expect, test } from '@playwright/test'
import { newId } from '@/lib/ids'
import {
  arrived,
  closeAll,
  expectRefused,
  get,
  pageOf,
  post,
  press,
  ready,
  unfold,
  visit,
} from './support'

test.afterEach(({ browser }) => closeAll(browser))

const village = '榕荫演示村'
const sentence = '走访李家屯五户，村民反映引水渠淤塞。已约村干部周末清淤。'

test('two sentences on a phone take four taps and one and a half screens', async ({ browser }) => {
  const team = await pageOf(browser, 'team-1')
  await team.setViewportSize({ width: 390, height: 844 })
  await visit(team, '/')
  await team.getByRole('main').getByRole('link', { name: '记一次走访' }).click()
  await expect(team.getByRole('heading', { name: '记一次走访' })).toBeVisible()
  await ready(team)
  const height = await team.evaluate(() => document.documentElement.scrollHeight)
  expect(height).toBeLessThan(2 * 844)
  // Two taps on the village, one into the text, one to save.
  await team.getByLabel('村（社区）').selectOption({ label: village })
  await team.getByLabel('走访情况').fill(sentence)
  await press(team, '保存走访', '走访已保存')
  await expect(team.getByText(sentence)).toBeVisible()
})

test('corrected by its author, followed up by the township, seen by whom the case is open', async ({
  browser,
}) => {
  const team = await pageOf(browser, 'team-1')
  await visit(team, '/visits/new')
  await team.getByLabel('村（社区）').selectOption({ label: village })
  await team.getByLabel('走访情况').fill('入户三家')
  await unfold(team, '办了什么、还要跟进什么')
  await team.getByLabel('由谁跟进').fill('韦某')
  await team.getByRole('button', { name: '保存走访' }).click()
  // What was typed stays; what is missing is said by its field.
  await expect(team.getByText('请写明要跟进的事项。')).toBeVisible()
  await expect(team.getByLabel('走访情况')).toHaveValue('入户三家')
  await team.getByLabel('待跟进事项').fill('联系水利站清淤')
  await press(team, '保存走访', '走访已保存')
  const address = await arrived(team, '/visits')

  await team.getByRole('link', { name: '更正', exact: true }).click()
  await ready(team)
  await team.getByLabel('走访情况').fill('入户四家')
  await press(team, '保存走访', '走访已更正')
  await expect(team.getByRole('heading', { name: '更正记录' })).toBeVisible()
  await expect(team.getByText('入户三家')).toBeVisible()

  const township = await pageOf(browser, 'township-jiangkou')
  await visit(township, address)
  await expect(township.getByRole('link', { name: '更正', exact: true })).toHaveCount(0)
  await township.getByLabel('办理结果').fill('已清淤')
  await press(township, '注明办结', '已注明办结')

  await expectRefused(await pageOf(browser, 'township-zhaisha'), address, 404)
  await expectRefused(await pageOf(browser, 'admin'), address, 404)

  await visit(team, address)
  await team.getByRole('link', { name: '撤回', exact: true }).click()
  await ready(team)
  await team.getByLabel('撤回原因').fill('重复登记')
  await press(team, '撤回', '走访已撤回')
  await visit(team, `${address}/edit`)
  await expect(team.getByText('已撤回，不能再更正。')).toBeVisible()
})

test('handed in through the API ten times at once, a visit is stored once', async ({ browser }) => {
  const team = await pageOf(browser, 'team-1')
  type Options = { today: string; cases: { id: string }[] }
  const { today, cases } = await get<Options>(team, '/visits/options')
  const id = newId()
  const sent = { id, caseId: cases[0]?.id, day: today, found: '入户走访两户，均无异常。' }
  const send = (change: object, key = id) =>
    post(team.request, '/visits', { ...sent, ...change }, { 'idempotency-key': key })
  const answers = await Promise.all(
    Array.from({ length: 10 }, (_, n) => send({}, `${id}-${n % 3}`)),
  )
  for (const answer of answers) expect(await answer.json()).toEqual({ id, version: 1 })
  const { items } = await get<{ items: { id: string }[] }>(team, '/visits?author=me&limit=100')
  expect(items.filter((one) => one.id === id)).toHaveLength(1)
  expect((await (await send({ found: '另写' }, newId())).json()).code).toBe('entrySentOtherwise')
  const ahead = await send({ id: newId(), day: '2999-01-01' }, newId())
  expect(ahead.status()).toBe(422)
  expect((await ahead.json()).errors).toEqual([{ field: 'day', code: 'dateInFuture' }])
  const outsider = await pageOf(browser, 'township-zhaisha')
  expect((await outsider.request.get(`/api/v1/visits/${id}`)).status()).toBe(404)
})
