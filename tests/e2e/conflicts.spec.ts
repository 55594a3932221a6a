import { expect, type Page, test } from '@playwright/test'
import { caseOf, named } from './pages'
import { closeAll, get, pageOf, press, visit } from './support'

test.afterEach(({ browser }) => closeAll(browser))

type Listed = { items: { id: string }[] }

test('two people edit one draft: the second sees both versions and loses nothing', async ({
  browser,
}) => {
  const [first, second] = [
    await pageOf(browser, 'township-jiangkou'),
    await pageOf(browser, 'township-jiangkou-2'),
  ]
  const path = `/cases/${await caseOf(first, named('榕荫演示村'))}/plan/edit`
  const save = (page: Page) => page.getByRole('button', { name: '保存草稿' }).last().click()
  await visit(second, path)
  await visit(first, path)
  await first.getByLabel('三、整顿目标').fill('甲：年内班子配齐')
  await first.getByLabel('五、步骤安排').fill('甲：分三步走')
  await save(first)
  await expect(first.getByText('草稿已保存。').first()).toBeVisible()

  const goals = second.getByLabel('三、整顿目标')
  await goals.fill('乙：年内制度健全')
  await second.getByLabel('七、保障措施').fill('乙：每周调度')
  await save(second)
  await expect(second.getByText('这条记录刚才已被他人改动').first()).toBeVisible()
  await expect(goals).toHaveValue('乙：年内制度健全')
  await second.getByRole('button', { name: '载入最新内容' }).click()
  await expect(second.getByText('已载入最新内容。与您填写不同的，列在相应栏目下。')).toBeVisible()
  await expect(second.getByText('甲：年内班子配齐')).toBeVisible()
  await expect(second.getByLabel('五、步骤安排')).toHaveValue('甲：分三步走')
  await expect(second.getByLabel('七、保障措施')).toHaveValue('乙：每周调度')
  await save(second)
  await expect(second.getByText('草稿已保存。').first()).toBeVisible()
  await visit(first, path)
  await expect(first.getByLabel('三、整顿目标')).toHaveValue('乙：年内制度健全')
  await expect(first.getByLabel('五、步骤安排')).toHaveValue('甲：分三步走')
  await expect(first.getByLabel('七、保障措施')).toHaveValue('乙：每周调度')
})

test('two people change one village: the second may adopt what the first wrote', async ({
  browser,
}) => {
  const [first, second] = [
    await pageOf(browser, 'township-jiangkou'),
    await pageOf(browser, 'county-office'),
  ]
  const { items } = await get<Listed>(first, `/villages?${named('朗坡演示村')}`)
  const path = `/villages/${items[0]?.id}/facts`
  for (const page of [first, second]) await visit(page, path)
  await first.getByLabel('户数').fill('411')
  await press(first, '保存', '基本情况已修改。')
  await second.getByLabel('户数').fill('422')
  await second.getByRole('button', { name: '保存', exact: true }).click()
  await expect(second.getByText('这条记录刚才已被他人改动').first()).toBeVisible()
  await second.getByRole('button', { name: '载入最新内容' }).click()
  await expect(second.getByText('最新内容：').first()).toBeVisible()
  await expect(second.getByLabel('户数')).toHaveValue('422')
  await second.getByRole('button', { name: '采用' }).click()
  await expect(second.getByLabel('户数')).toHaveValue('411')
  await press(second, '保存', '基本情况已修改。')
})

test('a step that somebody else has just taken is refused with what happened', async ({
  browser,
}) => {
  const [first, second] = [
    await pageOf(browser, 'county-office'),
    await pageOf(browser, 'county-office-2'),
  ]
  const id = await caseOf(first, named('岚坳演示村'))
  for (const page of [first, second]) await visit(page, `/cases/${id}/pause`)
  await first.getByLabel('原因').fill('村级换届')
  await first.getByRole('main').getByRole('button', { name: '暂停' }).click()
  await expect(first.getByText('已暂停').first()).toBeVisible()
  await second.getByLabel('原因').fill('撤并前清查')
  await second.getByRole('main').getByRole('button', { name: '暂停' }).click()
  await expect(second.getByText(/已暂停，恢复后方可办理|刚才已被他人改动/).first()).toBeVisible()
  await expect(second.getByLabel('原因')).toHaveValue('撤并前清查')
  await visit(first, `/cases/${id}/resume`)
  await first.getByRole('main').getByRole('button', { name: '恢复' }).click()
  await expect(first.getByText('已暂停')).toHaveCount(0)
})
