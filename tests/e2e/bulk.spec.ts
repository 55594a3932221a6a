import { expect, type Page, test } from '@playwright/test'
import { caseOf, named } from './pages'
import { closeAll, day, get, pageOf, post, press, ready, visit } from './support'

test.afterAll(({ browser }) => closeAll(browser))
test.describe.configure({ mode: 'serial' })

let office: Page
let township = ''
let villages: string[] = []

/**
 * Three villages of one township that nobody has proposed yet, none that another test needs; not in
 * 拉沟乡, whose commitments are public only as long as no more of its villages are listed.
 */
async function freeVillages(page: Page): Promise<{ township: string; villages: string[] }> {
  await visit(page, '/candidates/new')
  const groups = await page
    .getByLabel('选择村（社区）')
    .locator('optgroup')
    .evaluateAll((all) =>
      all.map((group) => ({
        township: group.getAttribute('label') ?? '',
        villages: [...group.querySelectorAll('option')].map((option) => option.text),
      })),
    )
  const taken = ['曦村演示村', '河岭演示村', '晓田演示村']
  const free = groups.map((group) => ({
    ...group,
    villages: group.villages.filter((name) => !taken.includes(name)),
  }))
  const group = free.findLast((one) => one.township !== '拉沟乡' && one.villages.length >= 3)
  if (!group) throw new Error('no township with three free villages')
  return { township: group.township, villages: group.villages.slice(-3) }
}

/** Proposes a village; one that was struck off before is listed for new matters. */
async function proposeAnew(page: Page, village: string): Promise<void> {
  await visit(page, '/candidates/new')
  await page.getByLabel('选择村（社区）').selectOption({ label: village })
  await page.getByRole('button', { name: '下一步' }).click()
  const row = page.getByRole('group', { name: '第 1 项' })
  await row.getByLabel('表现类型').selectOption({ index: 3 })
  await row.getByLabel('具体问题').fill('村务公开栏半年没有更新')
  const anew = page.getByLabel('否，属于新的情况')
  if ((await anew.count()) > 0) await anew.check()
  await press(page, '提出', '已提出，等待县委组织部研究认定。')
}

test('several candidates are confirmed with one form; a refusal stands beside its village', async ({
  browser,
}) => {
  office = await pageOf(browser, 'county-office')
  ;({ township, villages } = await freeVillages(office))
  for (const village of villages) await proposeAnew(office, village)
  await visit(office, '/candidates')
  for (const village of villages) await office.getByLabel(`选择${village}`).check()
  await expect(office.getByText('已选 3 个')).toBeVisible()
  await office.getByRole('button', { name: '认定所选的村' }).click()
  await expect(office.getByRole('heading', { level: 1 })).toHaveText('批量认定')
  await ready(office)
  const steps = office.getByRole('group').filter({ has: office.getByLabel('会议或单位') })
  for (const step of await steps.all()) await step.getByLabel('日期').fill(day())
  await steps.last().getByLabel('文号').fill('鹿组通〔2026〕52号')

  const [, , declined = ''] = villages
  const colleague = await pageOf(browser, 'county-office-2')
  const id = await caseOf(colleague, named(declined))
  const { version } = await get<{ version: number }>(colleague, `/cases/${id}`)
  const answer = await post(colleague.request, `/cases/${id}/decline`, {
    version,
    reason: '情况不符',
  })
  expect(answer.status()).toBe(200)

  await press(office, '认定为整顿对象', '有 1 个村不能办理，原因列在该村名下。其余的也没有办理。')
  const row = office.getByRole('row').filter({ hasText: declined })
  await expect(row.getByText(/刚才已被.+改动/)).toBeVisible()
  await expect(steps.last().getByLabel('文号')).toHaveValue('鹿组通〔2026〕52号')
  await office.getByLabel('有村不能认定时，只认定其余的村').check()
  await press(office, '认定为整顿对象', `已认定 2 个村，问题清单已交办。未认定 1 个：${declined}。`)
  await expect(office).toHaveURL(/\/batches\/[0-9a-f-]+\/assign$/)
})

test('the slots of both are filled at once, and what is missing is said in its cell', async () => {
  await expect(office.getByRole('heading', { level: 1 })).toHaveText('安排包联力量')
  await ready(office)
  const [first = '', second = '', declined = ''] = villages
  await expect(office.getByRole('link', { name: declined, exact: true })).toHaveCount(0)
  const card = office.getByRole('main').locator('section', {
    has: office.getByRole('heading', { name: township, exact: true }),
  })
  await card.getByText('本乡镇各村相同的，一次填入').click()
  await card.getByLabel(`${township} 联村县领导`).selectOption({ index: 1 })
  await card.getByLabel(`${township} 结对帮扶单位`).selectOption({ index: 1 })
  await card.getByRole('button', { name: '填入空缺' }).click()
  await expect(card.getByText(/已填入 \d+ 格，尚未保存。/)).toBeVisible()
  for (const village of [first, second]) {
    await card.getByLabel(`${village} 包村乡镇领导`).fill('覃向荣')
    await card.getByLabel(`${village} 第一书记姓名`).fill('黄守正')
  }
  await card.getByLabel(`${first} 驻村工作队`).selectOption({ index: 1 })
  await press(office, '保存安排', '有 1 处需要修改')
  const team = card.getByLabel(`${second} 驻村工作队`)
  await expect(team).toHaveAttribute('aria-invalid', 'true')
  await expect(card.getByLabel(`${first} 第一书记姓名`)).toHaveValue('黄守正')
  await team.selectOption({ index: 1 })
  await press(office, '保存安排', /已保存：安排 \d+ 项，更换 0 项。/)
  await visit(office, `/cases/${await caseOf(office, named(first))}/responsibility`)
  await expect(office.getByText('“四个一”已到位')).toBeVisible()
  await expect(office.getByText('黄守正')).toBeVisible()
})

test('who was slower with the same cell is told with what it was filled', async ({ browser }) => {
  const [village = ''] = villages
  const colleague = await pageOf(browser, 'county-office-2')
  for (const page of [office, colleague]) {
    await visit(page, '/batches')
    const name = (
      await get<{ batch: { name: string } }>(page, `/cases/${await caseOf(page, named(village))}`)
    ).batch.name
    await page.getByRole('link', { name, exact: true }).first().click()
    await page.getByRole('link', { name: '安排包联力量' }).click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('安排包联力量')
    await ready(page)
  }
  const cell = (page: Page) => page.getByLabel(`${village} 包村干部`)
  await cell(colleague).fill('甲干事')
  await press(colleague, '保存安排', '已保存：安排 1 项，更换 0 项。')
  await cell(office).fill('乙干事')
  await press(office, '保存安排', /有的格刚才已被他人改动/)
  await expect(office.getByText(/刚才已被他人改为：.*甲干事/)).toBeVisible()
  await expect(cell(office)).toHaveValue('乙干事')
  await office.getByRole('button', { name: '载入最新内容' }).click()
  await office.getByRole('button', { name: '采用' }).first().click()
  await expect(cell(office)).toHaveValue('甲干事')
})
