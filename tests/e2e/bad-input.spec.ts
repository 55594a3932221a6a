import { expect, type Page, test } from '@playwright/test'
import { caseOf, named } from './pages'
import { closeAll, get, pageOf, ready, signIn, visit } from './support'

test.afterEach(({ browser }) => closeAll(browser))

type Listed = { items: { id: string }[] }

/** The form that proposes this village, for whoever may. */
async function openProposal(page: Page, village: string): Promise<void> {
  const { items } = await get<Listed>(page, `/villages?${named(village)}`)
  await visit(page, `/candidates/new?village=${items[0]?.id}`)
}

/** Until what was typed is kept in this browser. */
const kept = (page: Page, text: string) =>
  page.waitForFunction(
    (typed) => Object.values({ ...localStorage }).some((draft) => String(draft).includes(typed)),
    text,
  )

test('an empty form shows every error by its field, focuses the first and keeps the text', async ({
  browser,
}) => {
  const page = await pageOf(browser, 'county-office')
  await visit(page, `/cases/${await caseOf(page, named('晓田演示村'))}/confirm`)
  await page.getByLabel('文号').first().fill('鹿组〔2026〕3号')
  await page.getByRole('button', { name: '认定为整顿对象' }).click()
  await expect(page.getByText('有 7 处需要修改，已在相应栏目标出。')).toBeVisible()
  const days = page.getByRole('group').getByLabel('日期')
  await expect(days).toHaveCount(7)
  for (const one of await days.all()) {
    await expect(one).toHaveAttribute('aria-invalid', 'true')
    await expect(one).toHaveAccessibleDescription(/此项必填/)
  }
  await expect(days.first()).toBeFocused()
  await expect(page.getByLabel('文号').first()).toHaveValue('鹿组〔2026〕3号')
})

test('a draft survives a reload, is the owner’s alone, and can be thrown away', async ({
  browser,
}) => {
  const page = await pageOf(browser, 'township-zhaisha')
  await openProposal(page, '沐溪演示村')
  await page.getByLabel('提出理由').fill('走访 32 户，群众反映集中')
  await page.getByRole('button', { name: '增加一个问题' }).click()
  await page.getByRole('group', { name: '第 2 项' }).getByLabel('具体问题').fill('村级账目未公开')
  await kept(page, '村级账目未公开')
  await page.reload()
  await expect(page.getByText(/已恢复 .* 未提交的内容。/)).toBeVisible()
  await expect(page.getByLabel('提出理由')).toHaveValue('走访 32 户，群众反映集中')
  await expect(page.getByRole('group', { name: '第 2 项' }).getByLabel('具体问题')).toHaveValue(
    '村级账目未公开',
  )
  const address = page.url()
  await page.context().clearCookies()
  await signIn(page, 'township-zhaisha-2')
  await visit(page, address)
  await expect(page.getByLabel('提出理由')).toHaveValue('')
  await page.context().clearCookies()
  await signIn(page, 'township-zhaisha')
  await visit(page, address)
  await page.getByRole('button', { name: '放弃' }).click()
  await expect(page.getByLabel('提出理由')).toHaveValue('')
  await page.reload()
  await ready(page)
  await expect(page.getByText(/已恢复/)).toHaveCount(0)
})

const nasty = '<script>document.title="x"</script><b>粗</b> & "引" 👩‍🌾🚜 𠮷 ﷽'

test('10,001 characters are refused; markup, emoji and NUL are kept as text, or refused, never run', async ({
  browser,
}) => {
  const page = await pageOf(browser, 'township-jiangkou-2')
  await openProposal(page, '朗坡演示村')
  const row = page.getByRole('group', { name: '第 1 项' })
  await row.getByLabel('表现类型').selectOption({ index: 1 })
  await row.getByLabel('具体问题').fill(nasty)
  await row.getByLabel('成因').fill('行一\n行二\u0000行三')
  const proposal = page.getByLabel('提出理由')
  await proposal.fill('长'.repeat(10_001))
  await expect(page.getByText('超出 1 字')).toBeVisible()
  await page.getByRole('button', { name: '提出', exact: true }).click()
  await expect(page.getByText('最多 10,000 个字。')).toBeVisible()
  await expect(proposal).toHaveValue('长'.repeat(10_001))
  await proposal.fill(`${nasty}${'长'.repeat(9_000)}`)
  await page.getByRole('button', { name: '提出', exact: true }).dblclick()
  await expect(page.getByText('已提出，等待县委组织部研究认定。').first()).toBeVisible()
  await expect(page.getByText(nasty).first()).toBeVisible()
  await expect(page.getByText(/行一\s*行二\s?行三/).first()).toBeVisible()
  await expect(page).not.toHaveTitle('x')
  await visit(page, '/candidates')
  await expect(page.getByRole('link', { name: '朗坡演示村' })).toHaveCount(1)
})

test('a session lost while typing, and a network gone, keep the text until it is sent', async ({
  browser,
}) => {
  const page = await pageOf(browser, 'county-office-2')
  const id = await caseOf(page, named('桂馥演示村'))
  await visit(page, `/cases/${id}/pause`)
  const reason = page.getByLabel('原因')
  await reason.fill('因并村清查暂停')
  const send = () =>
    page.getByRole('main').getByRole('button', { name: '暂停', exact: true }).click()
  await page.context().setOffline(true)
  await send()
  await expect(page.getByText(/网络不通，没有提交成功/)).toBeVisible()
  await page.context().setOffline(false)
  await page.context().clearCookies()
  await send()
  await expect(page.getByText(/登录已失效。填写的内容已保留/)).toBeVisible()
  await expect(reason).toHaveValue('因并村清查暂停')
  const [other] = await Promise.all([
    page.waitForEvent('popup'),
    page.getByRole('link', { name: '重新登录（在新窗口打开）' }).click(),
  ])
  await signIn(other, 'county-office-2')
  await other.close()
  await send()
  await expect(page.getByText('已暂停，时限停止计算。').first()).toBeVisible()
  await visit(page, `/cases/${id}/history`)
  const timeline = page.locator('section').filter({ has: page.getByText('全程纪实') })
  await expect(timeline.getByText('因并村清查暂停')).toHaveCount(1)
})
