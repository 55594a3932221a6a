import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ledgerColumns } from '@/lib/ledger/columns'
import { type KnownKind, readFindings } from '@/lib/ledger/match-findings'
import { type KnownVillage, matchVillage } from '@/lib/ledger/match-village'
import { partsOf } from '@/lib/ledger/parts'
import { nearlyEqual } from '@/lib/ledger/plain'
import { daysIn, withoutDays } from '@/lib/ledger/written-days'

describe('days in a cell', () => {
  test.each([
    ['2014年5月3日', '2014-05-03'],
    ['2014.5.3', '2014-05-03'],
    ['2014/05/03', '2014-05-03'],
    ['2014-05-03', '2014-05-03'],
    ['２０１４年５月３日', '2014-05-03'],
    ['20140503', '2014-05-03'],
    ['2014 年 5 月 3 日', '2014-05-03'],
    ['县委常委会 2014.5.3 鹿发〔2014〕5号', '2014-05-03'],
  ])('%s', (text, day) => expect(daysIn(text)).toEqual({ days: [day], impossible: [] }))

  test.each(['2014年2月30日', '2014.13.1', '1014-05-03', '20141399'])('%s is none', (text) => {
    expect(daysIn(text)).toEqual({ days: [], impossible: [text] })
  })

  test.each(['', '2014年5月', '鹿组发〔2014〕第35号', '14.5.3', '13800138000', '五月三日'])(
    '“%s” names none',
    (text) => expect(daysIn(text)).toEqual({ days: [], impossible: [] }),
  )

  test('what is left is the number of the document', () => {
    expect(withoutDays('2015年12月30日，鹿组销〔2015〕3号')).toBe('鹿组销〔2015〕3号')
    expect(withoutDays('2015-12-30 鹿组销〔2015〕3号')).toBe('鹿组销〔2015〕3号')
  })

  test('any day in any of these spellings is found again', () => {
    const spelled = fc.constantFrom('.', '-', '/', '年')
    const days = fc.date({
      min: new Date('1950-01-01'),
      max: new Date('2099-12-31'),
      noInvalidDate: true,
    })
    fc.assert(
      fc.property(days, spelled, fc.boolean(), (date, mark, padded) => {
        const day = date.toISOString().slice(0, 10)
        const [year = '', ...rest] = day.split('-')
        const [month, last] = padded ? rest : rest.map(Number)
        const text = mark === '年' ? `${year}年${month}月${last}日` : [year, month, last].join(mark)
        expect(daysIn(`会议 ${text} 文号`).days).toEqual([day])
      }),
    )
  })
})

describe('several things in a cell', () => {
  const title = fc.stringMatching(/^[一-龥a-z]{2,20}$/).filter((text) => !/^[①-⑳]/.test(text))

  test('are found again as the ledger writes them', () => {
    fc.assert(
      fc.property(fc.array(title, { minLength: 2, maxLength: 12 }), (titles) => {
        const cell = titles.map((text, index) => `${index + 1}.${text}`).join('\n')
        expect(partsOf(cell)).toEqual(titles.map((text, index) => ({ number: index + 1, text })))
      }),
    )
  })

  test.each([
    ['1、甲；2、乙', ['甲', '乙']],
    ['（1）甲\n（2）乙', ['甲', '乙']],
    ['①甲 ②乙', ['甲', '乙']],
    ['1.甲\n续\n2.乙', ['甲\n续', '乙']],
    ['甲\n乙', ['甲', '乙']],
    ['1.5万元未到位', ['1.5万元未到位']],
    ['投入 2.5万元', ['投入 2.5万元']],
    ['', []],
  ])('%j', (cell, texts) => expect(partsOf(cell).map(({ text }) => text)).toEqual(texts))

  test('no text is a fault', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(...'0123年月日.、；;()（）①⑳\n\t\0 村\ud800=') }),
        (text) => {
          partsOf(text, { semicolons: true })
          daysIn(text)
          withoutDays(text)
        },
      ),
    )
  })
})

describe('villages', () => {
  const village = (
    name: string,
    township = '江口乡',
    more: Partial<KnownVillage> = {},
  ): KnownVillage => ({
    id: name,
    code: name,
    name,
    officialName: name.endsWith('社区') ? `${name}居民委员会` : `${name}民委员会`,
    countyId: '450223',
    townshipId: township,
    township,
    pinyin: name === '水碾村' ? 'shuiniancun' : '',
    ended: false,
    successor: '',
    formerly: [],
    ...more,
  })
  const book = {
    townships: ['江口乡', '中渡镇'].map((name) => ({ id: name, name })),
    villages: [
      village('水碾村', '江口乡', { formerly: ['水年村'] }),
      village('中村'),
      village('新安村'),
      village('新安村', '中渡镇', { id: '2' }),
      village('中渡社区', '中渡镇'),
    ],
  }
  const meant = (township: string, name: string) => {
    const match = matchVillage(book, township, name)
    if ('issue' in match)
      return [match.issue.code, match.issue.params?.near ?? match.issue.params?.places]
    return [match.village.id, match.note?.code]
  }

  test.each([
    ['江口乡', '水碾村', ['水碾村', undefined]],
    ['江口乡', ' 水碾村民委员会', ['水碾村', undefined]],
    ['江口乡', '水碾村委会', ['水碾村', undefined]],
    ['江口乡', '水年村', ['水碾村', 'formerName']],
    ['江口乡', '水撵村', ['villageNear', '水碾村']],
    ['江口乡', '水碾', ['villageNear', '水碾村']],
    ['江口乡', '新安村', ['新安村', undefined]],
    ['中渡镇', '新安村', ['2', undefined]],
    ['中渡镇', '水碾村', ['villageElsewhere', '江口乡']],
    ['江口镇', '水碾村', ['townshipNear', '江口乡']],
    ['江口', '水碾村', ['townshipNear', '江口乡']],
    ['拉沟乡', '水碾村', ['townshipUnknown', undefined]],
    ['江口乡', '莫须有村', ['villageUnknown', undefined]],
  ])('%s %s', (township, name, expected) => expect(meant(township, name)).toEqual(expected))

  test('two of one name in a township are told apart by their codes, not chosen', () => {
    const twins = { ...book, villages: [village('东村'), { ...village('东村'), code: '2' }] }
    expect(matchVillage(twins, '江口乡', '东村')).toMatchObject({
      issue: { code: 'villageAmbiguous', params: { codes: '东村、2' } },
    })
  })

  test('nearly equal is one character more, less or other', () => {
    const all = ['水碾村', '水村', '水碾新村', '水撵村', '中村', '碾水村']
    expect(all.filter((name) => nearlyEqual('水碾村', name))).toEqual([
      '水碾村',
      '水村',
      '水碾新村',
      '水撵村',
    ])
  })
})

describe('what was found', () => {
  const kind = (id: string, category: KnownKind['category'], titleZh: string): KnownKind => ({
    id,
    category,
    titleZh,
    titleEn: `${id} in English`,
  })
  const kinds = [
    kind('vacant', 'PARALYSED', '班子配备不齐、书记长期缺职'),
    kind('opaque', 'STALLED', '村务财务公开混乱'),
    kind('reserves', 'WEAK', '后备力量不足、后继乏人'),
  ]
  const read = (text: Parameters<typeof readFindings>[0]) => {
    const { findings, issues, causesLeft } = readFindings(text, kinds)
    if (issues.length > 0) return issues.map(({ code }) => code)
    return [
      ...findings.map(({ kindId, title, cause }) => `${kindId}:${title}:${cause}`),
      ...(causesLeft ? ['left'] : []),
    ]
  }
  const vacant = '班子配备不齐，书记长期缺职'

  test('one kind for all problems, one for each, or the kinds themselves', () => {
    expect(read({ situation: vacant, problems: '1.甲事\n2.乙事' })).toEqual([
      'vacant:甲事:',
      'vacant:乙事:',
    ])
    expect(
      read({ situation: `${vacant}；后备力量不足、后继乏人`, problems: '甲事\n乙事' }),
    ).toEqual(['vacant:甲事:', 'reserves:乙事:'])
    expect(read({ situation: '村务财务公开混乱', category: '难' })).toEqual([
      'opaque:村务财务公开混乱:',
    ])
    expect(read({ situation: 'VACANT in English' })).toEqual(['vacant:班子配备不齐、书记长期缺职:'])
    expect(read({})).toEqual([])
  })

  test('what does not match is refused, never guessed', () => {
    expect(read({ situation: '班子软弱', problems: '甲事' })).toEqual(['situationUnknown'])
    expect(read({ situation: '书记长期缺职', problems: '甲事' })).toEqual(['situationNear'])
    expect(read({ problems: '甲事', category: '瘫' })).toEqual(['situationNeeded'])
    expect(read({ situation: vacant, problems: '甲事', category: '弱' })).toEqual([
      'categoryDiffers',
    ])
    expect(read({ situation: vacant, problems: '甲事', category: '瘫、难' })).toEqual([
      'categoryWithout',
    ])
    expect(read({ situation: vacant, problems: '甲事', category: '散' })).toEqual([
      'categoryUnknown',
    ])
    expect(
      read({ situation: `${vacant}；村务财务公开混乱`, problems: '甲事\n乙事\n丙事' }),
    ).toEqual(['problemsUnpaired'])
    expect(read({ situation: vacant, problems: '甲' })).toEqual(['titleTooShort'])
    expect(read({ situation: vacant, problems: '甲'.repeat(201) })).toEqual(['titleTooLong'])
    const many = Array.from({ length: 31 }, (_, at) => `${at + 1}.问题`).join('\n')
    expect(read({ situation: vacant, problems: many })).toEqual(['problemsTooMany'])
  })

  test('the choices named are those of the category', () => {
    const { issues } = readFindings({ situation: '班子软弱', category: '弱' }, kinds)
    expect(issues[0]?.params?.choices).toBe('后备力量不足、后继乏人')
  })

  test('a cause goes to its problem, or to the note when it is not clear whose it is', () => {
    const two = { situation: vacant, problems: '1.甲事\n2.乙事' }
    expect(read({ ...two, causes: '2.因二' })).toEqual(['vacant:甲事:', 'vacant:乙事:因二'])
    expect(read({ ...two, causes: '因一\n因二' })).toEqual(['vacant:甲事:因一', 'vacant:乙事:因二'])
    expect(read({ ...two, causes: '因' })).toEqual(['vacant:甲事:', 'vacant:乙事:', 'left'])
    expect(read({ situation: vacant, problems: '甲事', causes: '因\n续' })).toEqual([
      'vacant:甲事:因\n续',
    ])
  })
})

test('every heading of the ledger is one of its own', () => {
  expect(new Set(ledgerColumns.map(({ title }) => title)).size).toBe(ledgerColumns.length)
})
