import { describe, expect, test } from 'vitest'
import { listOrganisations } from '@/lib/accounts/organisation-queries'
import { peopleTemplate, unitTemplate } from '@/lib/accounts/template-queries'
import { checkUnits, createOrganisations } from '@/lib/accounts/unit-sheet-commands'
import { maxUnitRows } from '@/lib/accounts/unit-sheet-rules'
import en from '@/lib/i18n/messages/en/admin.json'
import enTerms from '@/lib/i18n/messages/en/terms.json'
import zh from '@/lib/i18n/messages/zh-CN/admin.json'
import zhTerms from '@/lib/i18n/messages/zh-CN/terms.json'
import { cellsOfFile } from '@/lib/sheets/read-file'
import { sheetTemplate } from '@/lib/sheets/template'
import { accountsWorld } from '../support/accounts-world'

const here = accountsWorld()
const { refuses } = here
const count = async () =>
  Number((await here.sql(`SELECT count(*) FROM organisations WHERE county_id = '450223'`))[0].count)

describe('a sheet of organisations', () => {
  const text = async () => {
    const [township] = await here.sql(
      `SELECT id, name FROM townships WHERE county_id = '450223' ORDER BY id LIMIT 1`,
    )
    return [
      '类别\t单位名称\t乡镇',
      '县直部门\t县水利局\t',
      `乡镇党委\t新乡党工委\t${township.name}`,
      `township\t又一乡党委\t${township.id}`,
      'Department\t县水利局\t',
      '县直部门\t鹿寨县helper\t',
      '水利\t局\t',
      '乡镇党委\t第三乡党委\t',
      '乡镇党委\t第四乡党委\t象州镇',
      `驻村工作队\t驻村一队\t${township.name}`,
      '\t\t',
      '共建支部\t\t',
    ].join('\n')
  }

  test('says of every line what is wrong with it', async () => {
    const { rows } = await checkUnits(here.admin, { text: await text() })
    expect(
      rows.map(({ line, issues }) => [line, ...issues.map((one) => `${one.field}:${one.code}`)]),
    ).toEqual([
      [2],
      [3],
      [4],
      [5, 'name:organisationRepeated'],
      [6, 'name:organisationNameTaken'],
      [7, 'name:organisationNameLength', 'kind:organisationKindUnknown'],
      [8, 'township:required'],
      [9, 'township:townshipUnknown'],
      [10, 'township:townshipNotHere'],
      [12, 'name:required'],
    ])
  })

  test('only whoever manages organisations looks at it, and an empty or endless one is refused', async () => {
    const given = { text: await text() }
    await refuses('forbidden', () => checkUnits(here.office, given))
    await refuses('forbidden', () => createOrganisations(here.office, { ...given, onlyGood: true }))
    await refuses('sheetEmpty', () => checkUnits(here.admin, { text: '单位名称\t类别\n' }))
    const endless = Array.from({ length: maxUnitRows + 1 }, (_, at) => `某局${at}\t县直部门`)
    await refuses('sheetTooLong', () => checkUnits(here.admin, { text: endless.join('\n') }))
    const one = `${'长'.repeat(40)}\t%_\\'\u202e😀\t;`
    const { rows } = await checkUnits(here.admin, { text: one })
    expect(rows[0]?.issues.map(({ code }) => code)).toEqual(['organisationKindUnknown'])
  })

  test('takes in the good lines only when asked to, each with its event', async () => {
    const before = await count()
    const given = await text()
    await refuses('sheetHasErrors', () =>
      createOrganisations(here.admin, { text: given, onlyGood: false }),
    )
    expect(await count()).toBe(before)
    expect(await createOrganisations(here.admin, { text: given, onlyGood: true })).toBe(3)
    expect(await count()).toBe(before + 3)
    const { items } = await listOrganisations(here.admin, { q: '新乡' })
    expect(items.map(({ kind, township }) => [kind, township?.name !== undefined])).toEqual([
      ['TOWNSHIP', true],
    ])
    expect(await here.lastEvent()).toMatchObject({
      kind: 'organisationCreated',
      details: { name: '又一乡党委', kind: 'TOWNSHIP' },
    })
    await refuses('sheetNothingGood', () =>
      createOrganisations(here.admin, { text: given, onlyGood: true }),
    )
  })

  test('a name taken since the check takes nothing in', async () => {
    const before = await count()
    const two = '竞争局\t县直部门\n竞争二局\t县直部门'
    const results = await Promise.allSettled(
      [1, 2].map(() => createOrganisations(here.admin, { text: two, onlyGood: false })),
    )
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    expect(await count()).toBe(before + 2)
  })
})

describe('the empty sheets', () => {
  const languages = [
    { admin: zh, terms: zhTerms },
    { admin: en, terms: enTerms },
  ]

  test.each(languages)('are read back with their headings understood', async ({ admin, terms }) => {
    const { columns, rows } = await unitTemplate(here.admin, terms)
    const named = columns.map((one) => ({ ...one, heading: admin.unitSheet[one.field], about: '' }))
    expect(named.find(({ field }) => field === 'township')?.choices.length).toBeGreaterThan(0)
    const words = { ...admin.sheet.guide, sheet: admin.unitSheet.title }
    const file = new File([Buffer.from(await sheetTemplate(named, words, rows))], 'x.xlsx')
    const [head] = await cellsOfFile(file, { maxMegabytes: 2, maxRows: rows + 1 })
    const filled = [head, ['县林业局', terms.organisationKind.DEPARTMENT, '']]
    const { rows: read } = await checkUnits(here.admin, {
      text: filled.map((row) => row?.join('\t')).join('\n'),
    })
    expect(read.map(({ line, issues }) => [line, issues])).toEqual([[2, []]])
  })

  test('of accounts offers the roles; nobody else gets them', async () => {
    const { columns } = peopleTemplate(here.admin, zhTerms)
    expect(columns.find(({ field }) => field === 'role')?.choices).toContain('结对帮扶单位')
    expect(() => peopleTemplate(here.office, zhTerms)).toThrow()
    await refuses('forbidden', () => unitTemplate(here.office, zhTerms))
  })
})
