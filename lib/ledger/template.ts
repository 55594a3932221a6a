import type { WriteSheet } from 'hucre'
import terms from '@/lib/i18n/messages/zh-CN/terms.json'
import { type LedgerField, type LedgerRow, ledgerColumns } from './columns'
import { neededFields } from './headings'
import type { KnownKind } from './match-findings'
import { ledgerWorkbook } from './workbook'

/** What a column takes, and an example of a closed village and of one being rectified. */
type Guide = [how: string, closed: string, open: string]

const guide: Partial<Record<LedgerField, Guide>> = {
  township: ['名录中的乡镇名称。', '江口乡', '江口乡'],
  village: ['名录中的村（社区）名称，全称、简称均可。', '某某村', '某某社区'],
  batch: ['可空；填写的须与导入的批次一致。', '', ''],
  category: ['可空；瘫、难、软、弱，多项用顿号隔开，须与具体情形相符。', '瘫', '瘫、弱'],
  situation: [
    '下方所列名称，多项用分号隔开。各问题同属一类的只写一个，否则与主要问题逐项对应。',
    '班子配备不齐、书记长期缺职、工作处于停滞状态',
    '班子配备不齐、书记长期缺职、工作处于停滞状态；后备力量不足、后继乏人',
  ],
  confirmation: [
    '销号村必填，写明年月日；有几次会议的以最后一次为认定日期。',
    '县委常委会 2014年5月3日 鹿发〔2014〕5号',
    '',
  ],
  relapse: ['以前销过号的村填“是”或“否”，其余可空。', '', '否'],
  problems: [
    '整顿中的村必填（只填具体情形的，以情形为问题）；多项分行写，前加序号。',
    '书记空缺一年以上',
    '1.书记空缺\n2.没有后备人选',
  ],
  causes: ['可空；多项与主要问题逐项对应，写明序号。', '', '1.换届后无人接任\n2.外出务工多'],
  stage: ['销号村填“已销号”或“已转化”，其余按实际填写。', '已销号', '整顿中'],
  closing: ['销号村必填，写明年月日；整顿中的村不填。', '2015年12月30日 鹿组销〔2015〕3号', ''],
}

const blankRows = 40
const kept = '可空；所填内容原样记入该村的说明。'
const bold = { font: { name: '宋体', bold: true } }
const wrapped = { alignment: { vertical: 'top' as const, wrapText: true } }

/** An empty ledger with a sheet that says how to fill it in and which names the problem kinds have. */
export function ledgerTemplate(title: string, kinds: readonly KnownKind[]): Promise<Uint8Array> {
  const blank = Object.fromEntries(ledgerColumns.map(({ field }) => [field, null])) as LedgerRow
  const head = {
    title,
    unit: '',
    asOf: '',
    mark: '空白台账：填好后在该批次的“导入台账”页面上传。不要合并单元格，不要用公式。',
  }
  return ledgerWorkbook(head, Array<LedgerRow>(blankRows).fill(blank), [guideSheet(kinds)])
}

function guideSheet(kinds: readonly KnownKind[]): WriteSheet {
  const needed: readonly LedgerField[] = neededFields
  const columns = ledgerColumns.map(({ field, title }) => {
    const [how, closed, open] = guide[field] ?? [field === 'number' ? '可空。' : kept, '', '']
    return [title, needed.includes(field) ? '须有此栏' : '', how, closed, open]
  })
  const rows = [
    ['栏目', '', '怎么填', '例：已销号的村', '例：整顿中的村'],
    ...columns,
    [],
    ['类别', '', '具体情形的名称', '', ''],
    ...kinds.map(({ category, titleZh }) => [terms.category[category], '', titleZh, '', '']),
  ]
  const styles = rows.flatMap((row, at) =>
    row.map((_, column) => {
      const heading = at === 0 || at === columns.length + 2
      return [`${at},${column}`, { style: heading ? bold : wrapped }] as const
    }),
  )
  return {
    name: '填写说明',
    columns: [22, 10, 48, 34, 34].map((width) => ({ width })),
    rows,
    cells: new Map(styles),
    freezePane: { rows: 1 },
  }
}
