import { expect, test } from '@playwright/test'
import { day, press, ready, visit } from '../support'
import { findings, here, people, refusedFor, stageIs } from './cast'

/** One village, one plan: drafted, submitted, returned, submitted again, approved. */
export function planning(): void {
  test('the township drafts a plan; it is submitted only when it covers every problem', async () => {
    await refusedFor(
      ['county-office', 'county-leader', 'helper-agriculture', 'team-1'],
      '编辑方案',
      '/plan/edit',
    )
    const page = people['township-jiangkou']
    await visit(page, here('/plan/edit'))
    await page.getByRole('button', { name: '增加措施：选好配强班子' }).click()
    await page.getByRole('button', { name: '增加措施：强化宗旨意识' }).click()
    const plan = [
      { title: '物色人选，依规调整支部书记', target: '新书记到岗履职', organisation: '江口乡党委' },
      { title: '按月开展组织生活', target: '“三会一课”按期开齐', organisation: '鹿寨县农业农村局' },
    ]
    for (const [index, measure] of plan.entries()) {
      const row = page.getByRole('group', { name: `第 ${index + 1} 项` })
      await row.getByLabel('措施').fill(measure.title)
      await row.getByLabel('目标').fill(measure.target)
      await row.getByLabel('责任单位').fill(measure.organisation)
      await row.getByLabel('责任人').fill('韦永清')
      await row.getByLabel('开始日期').fill(day())
      await row.getByLabel('完成时限').fill(day(60))
      await row.getByRole('checkbox', { name: findings[0]?.title }).check()
    }
    for (const section of ['二、成因综述', '三、整顿目标', '五、步骤安排', '七、保障措施'])
      await page.getByLabel(section).fill(`${section.slice(2)}：按乡镇党委会研究的意见办理。`)
    const problems = page.getByRole('region', { name: '问题清单' })
    await expect(problems.getByText('还没有措施')).toHaveCount(1)
    await page.getByRole('button', { name: '保存草稿' }).last().click()
    await expect(page.getByText('草稿已保存。')).toBeVisible()
    await visit(page, here('/submit-plan'))
    await expect(page.getByText(/^问题 ?2.*没有对应的措施。$/)).toBeVisible()
    await expect(page.getByRole('button', { name: '报送县委组织部' })).toHaveCount(0)

    await visit(page, here('/plan/edit'))
    const second = page.getByRole('group', { name: '第 2 项' })
    await second.getByRole('checkbox', { name: findings[0]?.title }).uncheck()
    await second.getByRole('checkbox', { name: findings[1]?.title }).check()
    await expect(problems.getByText('还没有措施')).toHaveCount(0)
    await page.getByRole('button', { name: '保存草稿' }).last().click()
    await expect(page.getByText('草稿已保存。')).toBeVisible()
    await refusedFor(['county-office', 'county-leader', 'team-1'], '报送方案', '/submit-plan')
    await visit(page, here('/submit-plan'))
    await press(page, '报送县委组织部', '方案已报送，等待审核备案。')
    await stageIs(page, '审核备案')
  })

  test('the county office returns the plan with a reason and the township resubmits', async () => {
    await refusedFor(
      ['township-jiangkou', 'county-leader', 'helper-agriculture'],
      '退回修改',
      '/return-plan',
    )
    const reason = '第 2 项措施的目标要写清频次和责任人。'
    const office = people['county-office']
    await visit(office, here())
    await office.getByRole('link', { name: '退回修改', exact: true }).click()
    await ready(office)
    await office.getByLabel('退回意见').fill(reason)
    await press(office, '退回修改', '方案已退回修改。')

    const page = people['township-jiangkou']
    await visit(page, '/')
    await expect(page.getByText(`退回意见：${reason}`)).toBeVisible()
    await visit(page, here('/plan/edit'))
    await expect(page.getByText(reason)).toBeVisible()
    await page
      .getByRole('group', { name: '第 2 项' })
      .getByLabel('目标')
      .fill('每月 5 日党员活动日，“三会一课”按期开齐，由支部书记负责')
    await page.getByRole('button', { name: '保存草稿' }).last().click()
    await expect(page.getByText('草稿已保存。')).toBeVisible()
    await visit(page, here('/submit-plan'))
    await press(page, '报送县委组织部', '方案已报送，等待审核备案。')
  })

  test('another person of the county office approves it with a record number', async () => {
    await refusedFor(
      ['township-jiangkou', 'county-leader', 'helper-agriculture'],
      '审核备案',
      '/approve-plan',
    )
    const page = people['county-office-2']
    await visit(page, here('/approve-plan'))
    await expect(page.getByText('每月 5 日党员活动日').first()).toBeVisible()
    await page.getByLabel('备案号').fill('鹿组备〔2026〕41号')
    await press(page, '审核备案', '方案已备案，措施即日起执行。')
    await stageIs(page, '整顿中')
    await visit(people['township-jiangkou'], here('/plan/edit'))
    await expect(people['township-jiangkou'].getByText('方案现在不能编辑')).toBeVisible()
  })
}
