import { readFileSync } from 'node:fs'
import { describe, expect, it, test } from 'vitest'
import { problemCategories, problemKindsSchema } from '@/lib/problem-kinds/schema'

const shipped = JSON.parse(readFileSync('prisma/data/problem-kinds.json', 'utf8'))
const kinds = problemKindsSchema.parse(shipped)

describe('the shipped dictionary', () => {
  it('has at least fourteen manifestations over all four categories', () => {
    expect(kinds.length).toBeGreaterThanOrEqual(14)
    for (const category of problemCategories) {
      expect(kinds.filter((kind) => kind.category === category).length).toBeGreaterThanOrEqual(3)
    }
  })
  it('holds the ten that are used all over the country', () => {
    const titles = kinds.filter((kind) => kind.region === 'CN').map((kind) => kind.title.zh)
    for (const title of [
      '班子配备不齐、书记长期缺职、工作处于停滞状态',
      '书记不胜任现职、工作不在状态、严重影响班子整体战斗力',
      '班子不团结、内耗严重、工作不能正常开展',
      '组织制度形同虚设、不开展党组织活动',
      '换届选举拉票贿选问题突出',
      '宗族宗教和黑恶势力干扰渗透严重',
      '村务财务公开和民主管理混乱',
      '社会治安问题和信访矛盾集中',
      '无村级组织活动场所',
      '党组织服务意识差、服务能力弱、群众意见大',
    ]) {
      expect(titles).toContain(title)
    }
  })
  it('invents no document number and uses full-width punctuation', () => {
    for (const kind of kinds) {
      expect(kind.document.zh).not.toMatch(/〔|\d{4}|号/)
      const chinese = [kind.title.zh, kind.explanation.zh, kind.document.zh].join('')
      expect(chinese).not.toMatch(/[,;:()"']/)
    }
  })
})

describe('what the dictionary refuses', () => {
  const [first, second] = shipped
  test.each<[string, unknown[]]>([
    ['the same code twice', [first, { ...second, code: first.code }]],
    ['an unknown category', [{ ...first, category: 'LAZY' }]],
    ['a missing language', [{ ...first, title: { zh: '瘫' } }]],
    ['an end before the start', [{ ...first, validTo: '2013-12-31' }]],
    ['a day that does not exist', [{ ...first, validFrom: '2014-02-30' }]],
    ['an unknown field', [{ ...first, note: '' }]],
  ])('%s', (_, entries) => {
    expect(problemKindsSchema.safeParse(entries).success).toBe(false)
  })
  it.each(['2020-12-31', first.validFrom])('but takes an entry out of use since %s', (validTo) => {
    expect(problemKindsSchema.safeParse([{ ...first, validTo }]).success).toBe(true)
  })
})
