import { expect, type Page, test } from '@playwright/test'
import { get, press, ready, unfold, visit } from '../support'
import { here, people, refusedFor, stageIs, village } from './cast'

/** Both acceptances with their gates, teams and score sheets. */
export function accepting(): void {
  test('the gate says why the township cannot apply, until the leading team is whole', async () => {
    await refusedFor(
      ['county-office', 'county-leader', 'team-1'],
      '申请验收',
      '/apply-for-acceptance',
    )
    const page = people['township-jiangkou']
    await visit(page, here())
    await unfold(page, '申请验收')
    await expect(page.getByText('还有 2 条未满足，暂不能办理')).toBeVisible()
    await visit(page, here('/apply-for-acceptance'))
    await expect(page.locator('#gate').getByText('副书记空缺')).toBeVisible()
    await expect(page.getByRole('button', { name: '申请验收' })).toHaveCount(0)
    await page.getByRole('link', { name: /完善村情/ }).click()
    await fillTeam(page, '罗志远', ['韦向荣', '覃守齐'])
    await visit(page, here('/apply-for-acceptance'))
    await expect(page.locator('#gate').getByText(/未建立村级财务管理制度/)).toBeVisible()
    await page.getByRole('link', { name: /登记制度/ }).click()
    await page.getByRole('link', { name: '登记新通过的制度' }).click()
    // All of them are there before they are counted.
    await expect(page.getByRole('checkbox', { name: /制度|准则/ })).toHaveCount(6)
    await ready(page)
    for (const box of await page.getByRole('checkbox', { name: /制度|准则/ }).all()) {
      await box.check()
    }
    await press(page, '登记', '制度已登记。')
    await visit(page, here('/apply-for-acceptance'))
    await press(page, '申请验收', '已申请验收。')
    await stageIs(page, '乡镇初验')
  })

  test('a second person of the township forms the team and passes it with the score sheet', async () => {
    await refusedFor(['county-office', 'county-leader', 'team-1'], '初验通过', '/pass-township')
    const applicant = people['township-jiangkou']
    await visit(applicant, here('/pass-township'))
    await expect(applicant.getByText('本人申请的验收，须由他人作出结论。')).toBeVisible()
    const page = people['township-jiangkou-2']
    await visit(page, here('/pass-township'))
    await expect(page.getByText(/验收组现有 0 人，不少于 2 人/)).toBeVisible()
    await page.getByRole('link', { name: '组成验收组' }).click()
    await ready(page)
    for (const [index, name] of ['莫文齐', '梁静安'].entries())
      await page
        .getByRole('group', { name: `第 ${index + 1} 人` })
        .getByLabel('姓名')
        .fill(name)
    await page.getByRole('group', { name: '第 1 人' }).getByLabel('组长').check()
    await press(page, '保存验收组', '验收组已保存。')
    await visit(page, here('/pass-township'))
    await page.getByRole('button', { name: '初验通过' }).click()
    await expect(page.getByText(/有 12 处需要修改/)).toBeVisible()
    await score(page)
    await press(page, '初验通过', '初验通过，转县级验收。')
    await stageIs(page, '县级验收')
  })

  test('the county acceptance is refused by the gate, which names what to mend and where', async () => {
    await refusedFor(['township-jiangkou', 'county-leader', 'team-1'], '验收通过', '/pass-county')
    const township = people['township-jiangkou']
    const found = await get<{ items: { id: string }[] }>(
      township,
      `/villages?q=${encodeURIComponent(village)}`,
    )
    const villagePath = `/villages/${found.items[0]?.id}`
    await visit(township, villagePath)
    await fillTeam(township, '')

    const page = people['county-office']
    await visit(page, here('/pass-county'))
    await expect(page.getByText(/还不能通过县级验收：\d+ 条中 \d 条未满足/)).toBeVisible()
    await expect(page.locator('#gate').getByText('副书记空缺')).toBeVisible()
    const fix = page.getByRole('link', { name: /完善村情/ })
    await expect(fix).toHaveAttribute('href', villagePath)

    await page.getByRole('link', { name: '组成验收组' }).click()
    await ready(page)
    const members = [
      { name: '陆德行', organisation: '江口乡党委' },
      { name: '潘明华', organisation: '鹿寨县财政局' },
      { name: '廖家平', organisation: '鹿寨县民政局' },
    ]
    for (const [index, member] of members.entries()) {
      const row = page.getByRole('group', { name: `第 ${index + 1} 人` })
      await row.getByLabel('姓名').fill(member.name)
      await row.getByLabel('单位').selectOption({ label: member.organisation })
    }
    await page.getByRole('group', { name: '第 2 人' }).getByLabel('组长').check()
    await page.getByRole('button', { name: '保存验收组' }).click()
    await expect(page.getByText('陆德行所在单位属本乡镇，应当回避。')).toBeVisible()
    const first = page.getByRole('group', { name: '第 1 人' })
    await expect(first.getByText(/应当回避/)).toBeVisible()
    await first.getByLabel('单位').selectOption({ label: '鹿寨县水利局' })
    await press(page, '保存验收组', '验收组已保存。')

    await visit(page, here('/pass-county'))
    await score(page)
    await page.getByRole('button', { name: '验收通过' }).click()
    await expect(page.getByText('还有 1 项条件未满足。')).toBeVisible()
    await stageIs(page, '县级验收')
    await visit(township, villagePath)
    await fillTeam(township, '罗志远')
  })

  test('with the reason mended the county acceptance passes into consolidation', async () => {
    const page = people['county-office']
    await visit(page, here('/pass-county'))
    await expect(page.getByText(/可以通过县级验收/)).toBeVisible()
    await score(page)
    await press(page, '验收通过', '验收通过，进入巩固期。')
    await stageIs(page, '巩固期')
  })
}

/** On the page of the village: names the deputy secretary or leaves the post vacant; adds reserves. */
async function fillTeam(page: Page, name: string, reserves: readonly string[] = []) {
  await page.getByRole('link', { name: '修改班子' }).click()
  await ready(page)
  const deputy = page
    .getByRole('group', { name: /^第 \d+ 项$/ })
    .filter({ has: page.locator('option:checked', { hasText: '副书记' }) })
    .first()
  await deputy.getByLabel('姓名').fill(name)
  for (const reserve of reserves) {
    await page.getByRole('button', { name: '增加后备力量' }).click()
    const row = page.getByRole('group', { name: /^第 \d+ 人$/ }).last()
    await row.getByLabel('姓名').fill(reserve)
  }
  await press(page, '保存', '班子已修改。')
}

async function score(page: Page) {
  const points = page.getByRole('textbox', { name: /^(?!扣分说明)/ })
  for (const input of await points.all()) {
    const unit = await input.locator('xpath=..').textContent()
    await input.fill(unit?.match(/\d+/)?.[0] ?? '')
  }
  await expect(page.getByText('合计 100')).toBeVisible()
}
