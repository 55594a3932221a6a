import { expect, test } from '@playwright/test'
import { arrived, day, expectRefused, press, ready, visit } from '../support'
import { findings, here, journey, people, refusedFor, stageIs, village } from './cast'

/** From the batch to the responsibilities: proposed, confirmed, handed over, people assigned. */
export function listing(): void {
  test('the county office opens a batch under rules without consolidation', async () => {
    const page = people['county-office']
    await expectRefused(people['township-jiangkou'], '/batches/new', 403)
    await visit(page, '/batches')
    await page.getByRole('link', { name: '新建批次' }).click()
    await ready(page)
    await expect(page.getByLabel('批次号')).toHaveValue('4')
    await page
      .getByLabel('适用规则')
      .selectOption({ label: '第 1 版 软弱涣散村党组织整顿规则（通用）' })
    await page.getByLabel('名称').fill('第四批')
    await page.getByLabel('目标完成日期').fill(day(300))
    await press(page, '建立批次', '批次已建立。')
  })

  test('the township proposes its village with two findings, every other role cannot', async () => {
    for (const account of ['county-leader', 'helper-agriculture', 'team-1'] as const)
      await expectRefused(people[account], '/candidates/new', 403)
    const page = people['township-jiangkou']
    await visit(page, '/candidates/new')
    const choice = page.getByLabel('选择村（社区）')
    await expect(choice.getByRole('option', { name: '晓田演示村' })).toHaveCount(0)
    await choice.selectOption({ label: village })
    await page.getByRole('button', { name: '下一步' }).click()
    await ready(page)
    await page.getByRole('button', { name: '增加一个问题' }).click()
    for (const [index, finding] of findings.entries()) {
      const row = page.getByRole('group', { name: `第 ${index + 1} 项` })
      await row.getByLabel('表现类型').selectOption({ index: finding.kind })
      await row.getByLabel('具体问题').fill(finding.title)
    }
    await page.getByLabel('提出理由').fill('入户走访 46 户后，乡镇党委会研究提出。')
    await press(page, '提出', '已提出，等待县委组织部研究认定。')
    journey.caseId = (await arrived(page, '/cases')).split('/')[2] ?? ''
    await stageIs(page, '摸底排查')
    for (const { title } of findings) await expect(page.getByText(title).first()).toBeVisible()
  })

  test('the county office confirms it into the batch with the chain of decisions', async () => {
    await refusedFor(['township-jiangkou', 'county-leader'], '研究认定', '/confirm')
    const page = people['county-office']
    await visit(page, here())
    await page.getByRole('link', { name: '研究认定', exact: true }).click()
    await ready(page)
    await page.getByLabel('批次').selectOption({ label: `第四批（${day().slice(0, 4)} 年）` })
    const steps = page.getByRole('group').filter({ has: page.getByLabel('会议或单位') })
    await expect(steps).toHaveCount(7)
    await page.getByRole('button', { name: '认定为整顿对象' }).click()
    await expect(page.getByText('有 7 处需要修改，已在相应栏目标出。')).toBeVisible()
    for (const step of await steps.all()) await step.getByLabel('日期').fill(day())
    await steps.last().getByLabel('文号').fill('鹿组通〔2026〕41号')
    await press(page, '认定为整顿对象', '已认定，问题清单已交办。')
    await stageIs(page, '方案草拟')
  })

  test('the four standard slots are filled', async () => {
    for (const account of ['county-leader'] as const) {
      await visit(people[account], here('/responsibility'))
      await expect(people[account].getByRole('link', { name: /^指定/ })).toHaveCount(0)
      await expectRefused(people[account], here('/responsibility/helper-unit'), 403)
    }
    const page = people['township-jiangkou']
    const assign = async (slot: string, fill: () => Promise<unknown>) => {
      await visit(page, here('/responsibility'))
      await page.getByRole('link', { name: `指定 ${slot}`, exact: true }).click()
      await ready(page)
      await fill()
      await press(page, '指定', '已指定。')
    }
    await visit(page, here('/responsibility'))
    await expect(page.getByText(/“四个一”还缺：/)).toBeVisible()
    await assign('联村县领导', () =>
      page.getByLabel('县领导', { exact: true }).selectOption({ index: 1 }),
    )
    await assign('包村乡镇领导', () => page.getByLabel('姓名', { exact: true }).fill('覃向荣'))
    await assign('第一书记（驻村工作队）', async () => {
      await page
        .getByLabel('驻村工作队', { exact: true })
        .selectOption({ label: '江口乡驻村工作队' })
      await page.getByLabel('第一书记姓名').fill('黄守正')
    })
    await assign('结对帮扶单位', () =>
      page.getByLabel('结对帮扶单位', { exact: true }).selectOption({ label: '鹿寨县农业农村局' }),
    )
    await expect(page.getByText('“四个一”已到位')).toBeVisible()
  })
}
