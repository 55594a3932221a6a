import { expect, test } from '@playwright/test'
import { arrived, closeAll, expectRefused, pageOf, press, ready, unfold, visit } from './support'

test.afterEach(({ browser }) => closeAll(browser))

const village = '榕荫演示村'

test('a work team records on a phone; corrected by its author, seen by whom the case is open', async ({
  browser,
}) => {
  const team = await pageOf(browser, 'team-1')
  await team.setViewportSize({ width: 390, height: 844 })
  await visit(team, '/records/new')
  // What changes the leading team is not offered to a work team.
  await expect(team.getByRole('link', { name: '调整书记' })).toHaveCount(0)
  await team.getByRole('link', { name: '项目带动' }).click()
  await team.getByLabel('村（社区）').selectOption({ label: village })
  await team.getByRole('button', { name: '下一步' }).click()
  await expect(team.getByLabel('项目名称')).toBeVisible()
  await ready(team)
  await team.getByLabel('项目名称').fill('油茶低改')
  await team.getByLabel('规模').fill('12.345')
  await team.getByRole('button', { name: '保存纪实' }).click()
  // What was typed stays; what is wrong is said by its field.
  await expect(team.getByText('最多保留两位小数。')).toBeVisible()
  await expect(team.getByLabel('项目名称')).toHaveValue('油茶低改')
  await team.getByLabel('规模').fill('12.5')
  await press(team, '保存纪实', '纪实已保存')
  const address = await arrived(team, '/records')

  await unfold(team, '登记年度成效')
  await team.getByLabel('成效').fill('已挂果')
  await press(team, '登记年度成效', '年度成效已登记')
  await team.getByRole('link', { name: '更正', exact: true }).click()
  await ready(team)
  await team.getByLabel('规模').fill('13')
  await press(team, '保存纪实', '纪实已更正')
  await expect(team.getByRole('heading', { name: '更正记录' })).toBeVisible()

  const township = await pageOf(browser, 'township-jiangkou')
  await visit(township, address)
  await expect(township.getByRole('link', { name: '更正', exact: true })).toHaveCount(0)
  await expectRefused(await pageOf(browser, 'township-zhaisha'), address, 404)
  await expectRefused(await pageOf(browser, 'admin'), address, 404)

  await visit(team, address)
  await team.getByRole('link', { name: '撤回', exact: true }).click()
  await ready(team)
  await team.getByLabel('撤回原因').fill('重复登记')
  await press(team, '撤回', '纪实已撤回')
})

test('four discussions below the line are refused with how many it takes', async ({ browser }) => {
  const township = await pageOf(browser, 'township-jiangkou')
  await visit(township, '/records/new?kind=FOUR_DISCUSSIONS')
  await township.getByLabel('村（社区）').selectOption({ label: village })
  await township.getByRole('button', { name: '下一步' }).click()
  await expect(township.getByLabel('决定事项')).toBeVisible()
  await ready(township)
  await township.getByLabel('决定事项').fill('建晒谷场')
  const step = (name: string) => township.getByRole('group', { name })
  const day = await step('村民代表会议决议').getByLabel('日期').inputValue()
  for (const name of ['党支部提议', '村“两委”会商议', '党员大会审议']) {
    await step(name).getByLabel('日期').fill(day)
  }
  const count = async (name: string, due: number, present: number, votes: number) => {
    await step(name).getByLabel('应到').fill(String(due))
    await step(name).getByLabel('实到').fill(String(present))
    await step(name).getByLabel('赞成').fill(String(votes))
  }
  await count('党员大会审议', 30, 19, 16)
  await count('村民代表会议决议', 30, 20, 11)
  await township.getByRole('button', { name: '保存纪实' }).click()
  await expect(township.getByText('即至少 20 人')).toBeVisible()
  await step('党员大会审议').getByLabel('实到').fill('20')
  await press(township, '保存纪实', '纪实已保存')
  await expect(township.getByText('建晒谷场')).toBeVisible()
})
