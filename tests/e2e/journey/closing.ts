import { expect, test } from '@playwright/test'
import { arrived, day, expectRefused, get, press, ready, visit } from '../support'
import { here, journey, outside, people, refusedFor, stageIs } from './cast'

/** Struck off, followed up, relapsed, and told from beginning to end. */
export function closing(): void {
  test('the county office closes it with number, decisions and signers', async () => {
    await refusedFor(['township-jiangkou', 'county-leader', 'team-1'], '销号', '/close')
    const page = people['county-office']
    await visit(page, here('/close'))
    await expect(page.getByText(/可以销号/)).toBeVisible()
    await page.getByLabel('销号文号').fill('鹿组销〔2026〕41号')
    const steps = page.getByRole('group').filter({ has: page.getByLabel('会议或单位') })
    for (const step of await steps.all()) await step.getByLabel('日期').fill(day())
    await page.getByLabel('销号依据').fill('县委组织部部务会会议纪要第 41 期')
    await page.getByLabel('主要成效').fill('班子配齐，组织生活正常，群众满意。')
    const signer = page.getByRole('group', { name: '第 1 人' })
    await signer.getByLabel('姓名').fill('卢立民')
    await press(page, '销号', '已销号，回访事项已列入。')
    await stageIs(page, '已销号')
    const { items } = await get<{
      items: { number: number; total: number; transformed: number }[]
    }>(page, '/batches')
    expect(items.find(({ number }) => number === 4)).toMatchObject({ total: 1, transformed: 1 })
  })

  test('a follow-up finds a relapse', async () => {
    await refusedFor(['county-leader', 'team-1'], '登记回访', '/follow-ups')
    const page = people['township-jiangkou']
    await visit(page, here('/follow-ups'))
    await page.getByRole('radio', { name: '出现反弹' }).check()
    await page.getByLabel('回访情况').fill('新书记又外出，组织生活再度停开。')
    await press(page, '保存', '回访已登记。出现反弹的，请提出再次列入。')
  })

  test('proposed again it asks whether this is a relapse, and the cases link to each other', async () => {
    const page = people['township-jiangkou']
    await visit(page, here('/acceptance'))
    await page.getByRole('link', { name: '提出再次列入' }).click()
    await ready(page)
    await expect(page.getByText('该村曾被列为整顿对象')).toBeVisible()
    const row = page.getByRole('group', { name: '第 1 项' })
    await row.getByLabel('表现类型').selectOption({ index: 1 })
    await row.getByLabel('具体问题').fill('书记再次长期外出')
    await page.getByRole('button', { name: '提出', exact: true }).click()
    await expect(page.getByText(/请说明是否属于再次列入/)).toBeVisible()
    await page.getByRole('radio', { name: '是，与原整顿情况关联' }).check()
    await press(page, '提出', '已提出，等待县委组织部研究认定。')
    const again = await arrived(page, '/cases')
    await expect(page.getByText(/该村曾列入整顿，.*本次为再次列入/)).toBeVisible()
    await page.getByRole('main').getByRole('link', { name: '查看', exact: true }).click()
    await expect(page).toHaveURL(new RegExp(`${here()}$`))
    await expect(page.getByText(/再次列入整顿，现为“摸底排查”/)).toBeVisible()
    await page.getByRole('main').getByRole('link', { name: '查看', exact: true }).click()
    await expect(page).toHaveURL(new RegExp(`${again}$`))
  })

  test('the timeline tells it all in sentences, and its chain holds', async () => {
    for (const account of outside) await expectRefused(people[account], here('/history'), 404)
    const page = people['county-office']
    const { items } = await get<{ items: { kind: string; text: string }[] }>(
      page,
      `/cases/${journey.caseId}/events?limit=100`,
    )
    const told = items.map(({ kind }) => kind)
    for (const kind of [
      'caseProposed',
      'caseConfirmed',
      'assignmentMade',
      'planSubmitted',
      'planReturned',
      'planApproved',
      'progressAdded',
      'extensionAsked',
      'extensionGranted',
      'measureDone',
      'problemSolved',
      'problemVerified',
      'villageFactsChanged',
      'acceptanceApplied',
      'acceptanceTeamFormed',
      'acceptancePassed',
      'caseClosed',
      'followUpRecorded',
      'relapseLinked',
    ])
      expect(told, kind).toContain(kind)
    await visit(page, here('/history'))
    for (const sentence of [
      /登记销号后 3 个月回访：出现反弹/,
      /销号，文号 鹿组销〔2026〕41号/,
      /第 1 次县级验收通过，100 分，优秀/,
      /批准措施 1“物色人选，依规调整支部书记”由.*延期至/,
    ])
      await expect(page.getByText(sentence).first()).toBeVisible()
    await press(page, '校验', /校验通过：\d+ 条记录完整，未被改动。/)
    await page.getByRole('link', { name: /^认定/ }).click()
    // The first of a long story: not on the first page without the filter.
    await expect(page.getByText(/提出曦村演示村为整顿对象，列出问题 2 个/)).toBeVisible()
    await expect(page.getByText(/第 1 轮县级验收通过/)).toHaveCount(0)
  })
}
