import { describe, expect, test } from 'vitest'
import { listPeople } from '@/lib/accounts/queries'
import { checkSheet, createAccounts } from '@/lib/accounts/sheet-commands'
import { signIn } from '@/lib/accounts/sign-in-commands'
import { accountsNow, accountsWorld } from '../support/accounts-world'

const here = accountsWorld()
const { refuses } = here

describe('a sheet of accounts', () => {
  const text = [
    '账号\t姓名\t职务\t单位\t角色\t任职起\t任职止',
    'sheet-1\t张三\t干事\t鹿寨县helper\t结对帮扶单位\t2026年3月1日\t',
    'Sheet-2\t李四\t\t\t\t\t',
    'sheet-1\t王五\t\t\t\t\t',
    'b-office\t赵六\t\t\t\t\t',
    '张\t\t\t没有的单位\t乡镇党委\t2026-13-01\t',
    'sheet-6\t钱七\t\t鹿寨县helper\t驻村工作队\t2026/3/1\t2026/2/1',
  ].join('\n')
  const numbers = (rows: { line: number; issues: { field: string; code: string }[] }[]) =>
    rows.map(({ line, issues }) => [line, ...issues.map(({ field, code }) => `${field}:${code}`)])

  test('says of every line what is wrong with it', async () => {
    const { rows } = await checkSheet(here.admin, { text })
    expect(numbers(rows)).toEqual([
      [2],
      [3],
      [4, 'account:accountRepeated'],
      [5, 'account:accountTaken'],
      [
        6,
        'account:accountFormat',
        'name:required',
        'fromOn:invalidDate',
        'organisation:organisationUnknown',
      ],
      [7, 'role:roleNotHere', 'toOn:endsBeforeStart'],
    ])
    await refuses('forbidden', () => checkSheet(here.office, { text }))
  })

  test('creates the good lines only when asked to, all together', async () => {
    const create = (onlyGood: boolean) =>
      createAccounts(here.admin, { text, onlyGood }, accountsNow)
    await refuses('sheetHasErrors', () => create(false))
    const created = await create(true)
    expect(created.map(({ line, account }) => [line, account])).toEqual([
      [2, 'sheet-1'],
      [3, 'sheet-2'],
    ])
    const { items } = await listPeople(here.admin, { q: 'sheet-' })
    expect(
      items.map(({ appointments }) => appointments.map(({ role, state }) => [role, state])),
    ).toEqual([[['HELPER_UNIT', 'pending']], []])
    const { password } = created[1] ?? { password: '' }
    const at = { now: new Date(), userAgent: '' }
    expect(await signIn({ account: 'sheet-2', password }, at)).toHaveProperty('sessionId')
    await refuses('sheetNothingGood', () => create(true))
  })
})
