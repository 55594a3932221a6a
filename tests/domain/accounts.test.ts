import ExcelJS from 'exceljs'
import { Secret, TOTP } from 'otpauth'
import { describe, expect, test } from 'vitest'
import { permissions, relationFor } from '@/lib/access/policy'
import { roles } from '@/lib/access/roles'
import { appointmentState, overlap, roleFits } from '@/lib/accounts/appointment-rules'
import { deviceOf } from '@/lib/accounts/device'
import { hrefWith, peopleFilters, readFilters, securityFilters } from '@/lib/accounts/list-filters'
import { passwordIssues } from '@/lib/accounts/password-rules'
import { changePasswordInput, createAccountInput, signInInput } from '@/lib/accounts/schema'
import { readRows } from '@/lib/accounts/sheet-rules'
import { acceptedStep, newTotpSecret, totpAddress } from '@/lib/accounts/totp'
import { fieldErrors } from '@/lib/form-issues'
import { cellsOfText, textOfCells } from '@/lib/sheets/cells'
import { cellsOfFile } from '@/lib/sheets/read-file'

const limits = { maxMegabytes: 2, maxRows: 301 }

describe('appointments', () => {
  test.each([
    ['2026-03-01', null, true, false, 'inForce'],
    ['2026-03-10', '2026-03-10', true, false, 'inForce'],
    ['2026-03-11', null, true, false, 'future'],
    ['2026-01-01', '2026-03-09', true, false, 'over'],
    ['2026-03-01', null, false, false, 'pending'],
    ['2026-04-01', null, false, false, 'pending'],
    ['2026-01-01', '2026-03-09', false, false, 'void'],
    ['2026-03-01', null, false, true, 'void'],
  ] as const)(
    'from %s to %s, confirmed %s, dropped %s: %s',
    (fromOn, toOn, confirmed, dropped, state) => {
      expect(appointmentState({ fromOn, toOn, confirmed, dropped }, '2026-03-10')).toBe(state)
    },
  )

  test('overlap by a single day, and not when one ends the day before', () => {
    const open = { fromOn: '2026-03-10', toOn: null }
    expect(overlap({ fromOn: '2026-01-01', toOn: '2026-03-10' }, open)).toBe(true)
    expect(overlap(open, { fromOn: '2026-01-01', toOn: '2026-03-09' })).toBe(false)
  })

  test('every role fits one kind of organisation and no role fits somebody else’s', () => {
    expect(roleFits('TOWNSHIP', 'TOWNSHIP')).toBe(true)
    expect(roleFits('COUNTY_OFFICE', 'TOWNSHIP')).toBe(false)
    expect(roleFits('SYSTEM_ADMIN', 'COUNTY_OFFICE')).toBe(false)
  })
})

test('the administrator reads no case, and nobody but them manages accounts', () => {
  const ofAdministrator = permissions.filter((each) => relationFor(each, 'SYSTEM_ADMIN'))
  expect(ofAdministrator.filter((each) => /^(case|plan|problem|acceptance)\./.test(each))).toEqual(
    [],
  )
  const managers = roles.filter((role) => relationFor('account.manage', role))
  expect(managers).toEqual(['SYSTEM_ADMIN'])
  expect(relationFor('appointment.confirm', 'SYSTEM_ADMIN')).toBeUndefined()
})

describe('passwords', () => {
  const codes = (password: string, account = 'wei-ming') =>
    passwordIssues({ password, account }).map(({ code }) => code)

  test('are long, varied and free of the account', () => {
    expect(codes('eleven-char')).toEqual(['passwordTooShort'])
    expect(codes('twelve-chars')).toEqual([])
    expect(codes('一村一策整顿工作平台密码十')).toEqual([])
    expect(codes('ababababababab')).toEqual(['passwordTooPlain'])
    expect(codes('Wei-Ming-2026!')).toEqual(['passwordHasAccount'])
  })

  test('the form says everything at once', () => {
    const given = { current: 'x', password: 'aaa', repeat: 'b' }
    const { error } = changePasswordInput.safeParse(given)
    const found = fieldErrors(error?.issues ?? [], given)
    expect(found.password?.map(({ code }) => code)).toEqual([
      'passwordTooShort',
      'passwordTooPlain',
    ])
    expect(found.repeat?.map(({ code }) => code)).toEqual(['passwordsDiffer'])
  })
})

test('a typed account and code are read as people mean them', () => {
  const typed = { account: ' County-Office　', password: ' keep ', code: '１２３ 456' }
  expect(signInInput.parse(typed)).toEqual({
    account: 'county-office',
    password: ' keep ',
    code: '123456',
  })
})

test('a first appointment needs organisation, role and period together', () => {
  const given = { account: 'wei-ming', name: '韦明', role: 'TOWNSHIP', toOn: '2026-01-01' }
  const { error } = createAccountInput.safeParse(given)
  expect(Object.keys(fieldErrors(error?.issues ?? [], given))).toEqual(['organisationId', 'fromOn'])
})

describe('codes', () => {
  test('hold for their step and one beside it, and never twice', () => {
    const secret = newTotpSecret()
    const now = new Date('2026-03-10T02:00:10Z')
    const codeAt = (seconds: number) =>
      new TOTP({ secret: Secret.fromBase32(secret) }).generate({
        timestamp: now.getTime() + seconds * 1000,
      })
    const step = Math.floor(now.getTime() / 30_000)
    const accept = (code: string, lastStep: number | null = null) =>
      acceptedStep({ secret, code, lastStep }, now)
    expect(accept(codeAt(0))).toBe(step)
    expect(accept(codeAt(-30))).toBe(step - 1)
    expect(accept(codeAt(30))).toBe(step + 1)
    expect(accept(codeAt(-61))).toBeUndefined()
    expect(accept(codeAt(0), step)).toBeUndefined()
    expect(accept(codeAt(-30), step)).toBeUndefined()
    expect(accept(codeAt(30), step)).toBe(step + 1)
    expect(accept('not a code')).toBeUndefined()
    expect(totpAddress(secret, 'wei-ming')).toMatch(/^otpauth:\/\/totp\/.*wei-ming.*secret=/)
  })
})

test('a browser is named as people know it', () => {
  const edge =
    'Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 Chrome/130.0 Safari/537.36 Edg/130.0'
  const weChat = 'Mozilla/5.0 (Linux; Android 13) Chrome/116.0 Mobile MicroMessenger/8.0'
  expect([edge, weChat, 'curl/8', ''].map(deviceOf)).toEqual([
    'Edge · Windows',
    'WeChat · Android',
    '',
    '',
  ])
})

describe('filters of an address', () => {
  test('what is malformed is left out and said', () => {
    const given = { q: ' 韦 ', role: 'EMPEROR', organisation: ['a', 'b'], status: '', other: 'x' }
    expect(readFilters(peopleFilters, given)).toEqual({ filter: { q: '韦' }, ignored: true })
    expect(readFilters(peopleFilters, { role: 'TOWNSHIP' }).ignored).toBe(false)
  })

  test('the place in the security log survives the address', () => {
    const after = '2026-03-10T02:00:10.123Z_0198f4a2-0000-7000-8000-000000000000'
    expect(readFilters(securityFilters, { after }).filter.after?.at.toISOString()).toBe(
      '2026-03-10T02:00:10.123Z',
    )
    const broken = { after: '2026-99-10T02:00:10.123Z_0198f4a2-0000-7000-8000-000000000000' }
    expect(readFilters(securityFilters, broken)).toEqual({ filter: {}, ignored: true })
    expect(hrefWith('/x', { kind: 'denied', after }, { after: undefined })).toBe('/x?kind=denied')
  })
})

describe('sheets of accounts', () => {
  const heading = ['账号', '姓名', '任职起']

  test('are read from Excel, with real dates, numbers and blank lines', async () => {
    const book = new ExcelJS.Workbook()
    const sheet = book.addWorksheet('人员')
    sheet.addRows([
      heading,
      ['zhang-san', '张三', new Date(Date.UTC(2026, 2, 1))],
      [],
      [1001, '李四'],
    ])
    const file = new File([await book.xlsx.writeBuffer()], 'people.bin')
    const rows = readRows(await cellsOfFile(file, limits))
    expect(rows.map(({ line, text, fromOn }) => [line, text.account, text.name, fromOn])).toEqual([
      [2, 'zhang-san', '张三', '2026-03-01'],
      [4, '1001', '李四', null],
    ])
  })

  test('are read from CSV as Chinese Excel writes it', async () => {
    // 账号,姓名 / zhang-san,张三 in GB 18030
    const bytes = Buffer.from('d5cbbac52cd0d5c3fb0d0a7a68616e672d73616e2cd5c5c8fd', 'hex')
    const rows = readRows(await cellsOfFile(new File([bytes], 'people.csv'), limits))
    expect(rows).toMatchObject([
      { line: 2, text: { account: 'zhang-san', name: '张三' }, issues: [] },
    ])
  })

  test('keep their lines on the way through the browser', () => {
    const cells = [heading, [''], ['zhang-san', '张 "三"\n丰', '2026/3/1']]
    const again = readRows(cellsOfText(textOfCells(cells).replaceAll('\n', '\r\n')))
    expect(again.map(({ line, fromOn, text }) => [line, fromOn, text.name])).toEqual([
      [3, '2026-03-01', '张 "三" 丰'],
    ])
  })

  test('that are no sheet, or too big, are refused', async () => {
    const broken = new File([Buffer.from('504b030400000000', 'hex')], 'x.xlsx')
    await expect(cellsOfFile(broken, limits)).rejects.toMatchObject({ code: 'sheetUnreadable' })
    const big = new File([new Uint8Array(2_000_001)], 'x.csv')
    await expect(cellsOfFile(big, limits)).rejects.toMatchObject({ code: 'sheetTooBig' })
  })
})
