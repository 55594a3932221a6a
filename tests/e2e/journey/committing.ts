import { expect, test } from '@playwright/test'
import { arrived, press, ready, visit } from '../support'
import { here, people } from './cast'

/** The word of the village's secretary, which the county acceptance asks for. */
export function committing(): void {
  test('the secretary’s commitment is reviewed, published, carried out and evaluated by others', async () => {
    const township = people['township-jiangkou']
    const office = people['county-office']
    await visit(township, here('/commitments'))
    await township.getByRole('link', { name: '填写村党组织书记承诺' }).click()
    await ready(township)
    await township.getByLabel('承诺内容').fill('每月公开村级收支，接受群众查询。')
    await township.getByLabel('衡量标准').fill('每月 5 日前张贴上月收支。')
    await township.getByLabel('兑现期限').fill(`${new Date().getFullYear() + 1}-06-30`)
    await press(township, '提交审核', '已提交，待上一级审核。')
    const pathname = await arrived(township, '/commitments/manage')
    await visit(township, `${pathname}/accept`)
    await expect(township.getByText('本人填写、报告的承诺，由他人审核、评议。')).toBeVisible()
    await visit(office, `${pathname}/accept`)
    await press(office, '审核通过', '已审核通过，可以公开。')
    await visit(township, `${pathname}/publish`)
    await press(township, '公开', '已公开，可打印张贴。')
    await visit(township, `${pathname}/report`)
    await township.getByLabel('兑现情况').fill('已按月公开。')
    await press(township, '报告兑现', '已报告，待上一级评议。')
    await visit(office, `${pathname}/evaluate`)
    await office.getByLabel('已兑现', { exact: true }).check()
    await office.getByLabel('评议理由').fill('现场查看，群众认可。')
    await press(office, '评议', '已评议。')
  })
}
