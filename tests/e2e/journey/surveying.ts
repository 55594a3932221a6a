import { expect, test } from '@playwright/test'
import { expectRefused, press, visit } from '../support'
import { answer, issueSlips } from '../survey-support'
import { here, journey, people } from './cast'

/** What people think of the village now, which the county acceptance asks for. */
export function surveying(): void {
  test('members and households are asked, counted and published by the county office', async ({
    playwright,
    baseURL,
  }) => {
    test.setTimeout(120_000)
    const page = people['county-office']
    const phone = await playwright.request.newContext({ baseURL })
    await expectRefused(people['township-jiangkou'], `/surveys/new?case=${journey.caseId}`, 403)
    for (const { kind, due } of [
      { kind: '民主测评', due: 16 },
      { kind: '入户民意调查', due: 30 },
    ]) {
      await visit(page, here('/supervision'))
      await page.getByRole('link', { name: '开启测评' }).click()
      await page.getByRole('radio', { name: kind }).check()
      await page.getByLabel('应参加数').fill(String(due))
      await press(page, '开启测评', '测评已开启。')
      const { slips, addresses } = await issueSlips(page)
      await slips.close()
      expect(addresses).toHaveLength(due)
      for (const address of addresses) {
        expect(await (await answer(phone, address)).text()).toContain('已收到')
      }
      await page.getByRole('link', { name: '结束测评' }).click()
      if (kind === '民主测评') await page.getByLabel('实到').fill(String(due))
      await press(page, '结束测评', '测评已结束，票已清点。')
      await press(page, '公布结果', '结果已公布。')
    }
    await visit(people['township-jiangkou'], here('/supervision'))
    await expect(people['township-jiangkou'].getByText('100%')).toHaveCount(2)
    await phone.dispose()
  })
}
