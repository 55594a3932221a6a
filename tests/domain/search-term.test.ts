import { describe, expect, test } from 'vitest'
import { byFit, matches, maxTerm, termOf } from '@/lib/search/term'
import { literal } from '@/lib/storable'
import { keysOf } from '@/lib/villages/named'

describe('what is looked for', () => {
  test.each([
    [undefined, undefined],
    ['', undefined],
    [' \u3000\t', undefined],
    ['\0', undefined],
    ['\ud83d', '\ufffd'],
    [' 新安  村 ', '新安 村'],
    ['ＸＡＣ', 'XAC'],
    ['😀', '😀'],
    [['新安', '河岭'], '新安'],
  ])('%j is read as %j', (given, text) => {
    expect(termOf(given)?.text).toBe(text)
  })

  test('a long text is cut between characters, and that is told', () => {
    const term = termOf('😀'.repeat(500))
    expect(term).toMatchObject({ text: '😀'.repeat(maxTerm), shortened: true })
    expect(termOf('新安村')?.shortened).toBe(false)
  })

  test('letters become keys in any spelling', () => {
    expect(keysOf("Xi'an Cun")).toBe('xiancun')
    expect(keysOf('Lü')).toBe('lv')
    expect(keysOf('新安x')).toBeUndefined()
    expect(keysOf('%')).toBeUndefined()
  })

  test('signs of a pattern stand for themselves', () => {
    expect(literal('50%_\\')).toBe('50\\%\\_\\\\')
  })
})

describe('names', () => {
  const xinan = { name: '新安村', pinyin: 'xinancun', initials: 'xac' }
  const inner = { name: '大新安村', pinyin: 'daxinancun', initials: 'dxac' }
  const other = { name: '河岭村', pinyin: 'helingcun', initials: 'hlc' }

  test.each(['新安', 'XINAN', 'xac', 'x'])('%s is in the name', (text) => {
    const term = { text, keys: keysOf(text) }
    expect([xinan, inner, other].map((one) => matches(term, one))).toEqual([true, true, false])
  })

  test('the best fit comes first', () => {
    const term = { text: 'xac', keys: 'xac', shortened: false }
    expect(byFit(term, [inner, xinan])).toEqual([xinan, inner])
  })
})
