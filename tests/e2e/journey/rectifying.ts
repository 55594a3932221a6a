import { expect, type Page, test } from '@playwright/test'
import { day, expectRefused, press, ready, unfold, visit } from '../support'
import { findings, here, outside, people } from './cast'

/** Measures and problems, each worked on by whoever answers for it. */
export function rectifying(): void {
  test('progress, and an extension asked by the township and granted by the county', async () => {
    const page = people['township-jiangkou']
    await openItem(page, 'measures', '物色人选')
    const measure = new URL(page.url()).pathname.slice(here().length)
    for (const account of ['county-office', 'county-leader', 'helper-agriculture'] as const) {
      await visit(people[account], here(measure))
      await expect(people[account].getByRole('form', { name: '记一条进展' }), account).toHaveCount(
        0,
      )
    }
    for (const account of outside) await expectRefused(people[account], here(measure), 404)
    const progress = page.getByRole('form', { name: '记一条进展' })
    await progress.getByLabel('做了什么、成效如何').fill('已物色 3 名人选，走访党员 21 名。')
    await progress.getByLabel('现进度').fill('40')
    await progress.getByRole('button', { name: '保存进展' }).click()
    await expect(page.getByText('进展已保存。')).toBeVisible()
    await expect(page.getByText('已物色 3 名人选，走访党员 21 名。')).toBeVisible()

    await unfold(page, '申请延期')
    const ask = page.getByRole('form', { name: '申请延期' })
    await ask.getByLabel('新的完成时限').fill(day(200))
    await ask.getByLabel('延期原因').fill('人选考察需按程序进行。')
    await ask.getByRole('button', { name: '申请延期' }).click()
    await expect(ask.getByText(/累计延期不得超过 90 天/)).toBeVisible()
    await ask.getByLabel('新的完成时限').fill(day(90))
    await ask.getByRole('button', { name: '申请延期' }).click()
    await expect(page.getByText('延期申请已提交，待县委组织部审批。')).toBeVisible()
    await expect(page.getByRole('button', { name: '批准延期' })).toHaveCount(0)

    const office = people['county-office']
    await visit(office, here())
    await office.getByRole('link', { name: '审批延期', exact: true }).click()
    await ready(office)
    await office.getByRole('form', { name: '批准延期' }).getByLabel('审批意见').fill('同意。')
    await press(office, '批准延期', '已批准延期，时限已更新。')
    await visit(page, here(measure))
    await expect(page.getByText('已批准', { exact: true })).toBeVisible()
  })

  test('the measures are finished, the helper unit works on its own one only', async () => {
    const helper = people['helper-agriculture']
    await openItem(helper, 'measures', '物色人选')
    await expect(helper.getByRole('button', { name: '保存进展' })).toHaveCount(0)
    const finish = async (page: Page, title: string) => {
      await openItem(page, 'measures', title)
      const progress = page.getByRole('form', { name: '记一条进展' })
      await progress.getByLabel('做了什么、成效如何').fill('按方案完成，成效明显。')
      await progress.getByLabel('现进度').fill('100')
      await progress.getByRole('button', { name: '保存进展' }).click()
      await expect(page.getByText('进展已保存。')).toBeVisible()
      await press(page, '办结此项措施', '措施已办结。')
      // Both forms have gone; the page goes on saying what was done last.
      await expect(page.getByRole('status').filter({ hasText: '措施已办结。' })).toBeVisible()
    }
    await finish(helper, '按月开展组织生活')
    await finish(people['township-jiangkou'], '物色人选')
  })

  test('problems are solved by one person and verified by another', async () => {
    for (const { title } of findings) {
      const page = people['township-jiangkou']
      await openItem(page, 'problems', title)
      const problem = new URL(page.url()).pathname.slice(here().length)
      await visit(people['helper-agriculture'], here(problem))
      await expect(
        people['helper-agriculture'].getByRole('button', { name: '报告已解决' }),
      ).toHaveCount(0)
      await page.getByLabel('整改结果').fill('新书记已到岗，组织生活按月开展。')
      await press(page, '报告已解决', '已报告解决，待他人核实。')
      await expect(page.getByText('这个问题由您提出或报告解决，须由他人核实。')).toBeVisible()
      await expect(page.getByRole('button', { name: '核实属实' })).toHaveCount(0)
      const other = people['township-jiangkou-2']
      await visit(other, here(problem))
      await other.getByLabel('核实情况').fill('到村核实，属实。')
      await press(other, '核实属实', '已核实。')
    }
  })
}

/** The page of a measure or problem, by its title on the plan page. */
async function openItem(page: Page, kind: 'measures' | 'problems', title: string) {
  await visit(page, here('/plan'))
  const link = page.locator(`a[href*="/${kind}/"]`).filter({ hasText: title }).first()
  await visit(page, (await link.getAttribute('href')) ?? '')
}
