import { expect, test } from '@playwright/test'
import { signIn } from './support'

test('a village is found from any page by key, a case starred, and the list kept as a view', async ({
  page,
}) => {
  await signIn(page, 'county-leader')
  await page.keyboard.press('/')
  const box = page.getByRole('searchbox', { name: '搜索' }).first()
  await expect(box).toBeFocused()
  await box.fill('xac')
  await box.press('Enter')
  await expect(page).toHaveURL(/\/search\?q=xac/)
  await expect(page.getByRole('main').getByRole('link', { name: '新安村' }).first()).toBeVisible()

  for (const text of ['%', '_', '😀', '村', '新'.repeat(500)]) {
    const answer = await page.goto(`/search?q=${encodeURIComponent(text)}`)
    expect(answer?.status()).toBe(200)
  }

  await page.goto('/cases?sort=township')
  const star = page.getByRole('button', { name: /^关注/ }).first()
  await star.click()
  await expect(page.getByRole('button', { name: /^取消关注/ })).toHaveCount(1)
  await page.getByRole('link', { name: /我关注的/ }).click()
  await expect(page.getByRole('button', { name: /^取消关注/ })).toHaveCount(1)
  await page.getByRole('button', { name: /^取消关注/ }).click()
  await expect(page.getByText('没有符合条件的整顿对象').first()).toBeVisible()

  await page.goto('/cases?stage=RECTIFYING')
  await page.getByRole('link', { name: '存为视图' }).click()
  await page.getByRole('textbox', { name: '名称' }).fill('整顿中的村')
  await page.getByRole('button', { name: '保存' }).click()
  await expect(page).toHaveURL(/\/cases\?stage=RECTIFYING/)
  await expect(page.getByRole('link', { name: '整顿中的村' })).toHaveAttribute(
    'aria-current',
    'page',
  )
})
