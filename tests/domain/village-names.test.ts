import { readFileSync } from 'node:fs'
import { describe, expect, it, test } from 'vitest'
import { parseDivisions } from '@/lib/directory/divisions'
import { searchKeys, shortName } from '@/lib/directory/rules'

describe('the short name', () => {
  test.each([
    ['新安村民委员会', '新安村'],
    ['新安村委会', '新安村'],
    ['新村村委会', '新村'],
    ['新村村民委员会', '新村'],
    ['大村村委会', '大村'],
    ['坛塘村', '坛塘村'],
    ['大果腊村委', '大果腊村'],
    ['熟康村委委会', '熟康村'],
    ['楞（同音）村村委会', '楞（同音）村'],
    [' 河岭村委会 ', '河岭村'],
  ])('of the village %s is %s', (official, short) => {
    expect(shortName(official, 'village')).toBe(short)
  })
  test.each([
    ['城东社区居委会', '城东社区'],
    ['城东社区居民委员会', '城东社区'],
    ['相贤社区委员会', '相贤社区'],
    ['三祺社区居委员', '三祺社区'],
    ['车河社区居民委会', '车河社区'],
    ['永安东居委会', '永安东社区'],
    ['太阳村镇居民委员会', '太阳村镇社区'],
    ['屏山新村社区居委会', '屏山新村社区'],
    ['凤凰社区', '凤凰社区'],
    ['里建农场生活区', '里建农场生活区'],
  ])('of the community %s is %s', (official, short) => {
    expect(shortName(official, 'community')).toBe(short)
  })
  it('leaves no committee in any name of Guangxi', () => {
    const { rows } = parseDivisions(readFileSync('prisma/data/guangxi-divisions.csv', 'utf8'))
    const names = rows.map((row) => shortName(row.villageName, row.kind))
    expect(names.filter((name) => !/..(村|社区|生活区)$|.村$/.test(name))).toEqual([])
    expect(names.filter((name) => /(村|居)民?委(员?会)?/.test(name))).toEqual([])
  })
})

describe('search keys', () => {
  test.each([
    ['新安村', 'xinancun', 'xac'],
    ['城东社区', 'chengdongshequ', 'cdsq'],
    ['绿化社区', 'lvhuashequ', 'lhsq'],
    ['阳光100社区', 'yangguang100shequ', 'yg100sq'],
    ['长塘村', 'changtangcun', 'ctc'],
    ['A区', 'aqu', 'aq'],
    ['楞（同音）塘村', 'lengtongyintangcun', 'ltytc'],
    ['红?村', 'hongcun', 'hc'],
    ['', '', ''],
  ])('of %s are %s and %s', (name, pinyin, initials) => {
    expect(searchKeys(name)).toEqual({ pinyin, initials })
  })
})
