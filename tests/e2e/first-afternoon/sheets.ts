import { write } from 'hucre'

/** A county that does not exist, so that no real village is called weak. */
export const county = { code: '459901', name: '演示县' }
const townships = ['东岭镇', '西塘镇', '南坡乡', '北渡乡'] as const
/** Twelve villages a township; the names begin with what tells them apart. */
const letters = '梅兰竹菊松柏桂樟榕桐杉柳'
const villages = townships.flatMap((township, index) =>
  [...letters].map((letter, at) => ({
    township,
    townshipCode: `${county.code}10${index}`,
    name: `${letter}${township.slice(0, 1)}演示村`,
    code: `${county.code}10${index}2${String(at + 1).padStart(2, '0')}`,
  })),
)

export function directory(): string {
  const head =
    'village_code,village_name,kind,township_code,township_name,county_code,county_name,city_code,city_name'
  const lines = villages.map(({ code, name, township, townshipCode }) =>
    [
      code,
      `${name}村委会`,
      'village',
      townshipCode,
      township,
      county.code,
      county.name,
      '4599',
      '演示市',
    ].join(','),
  )
  return [head, ...lines].join('\n')
}

const tabs = (rows: readonly (readonly string[])[]) => rows.map((row) => row.join('\t')).join('\n')

const office = '中共演示县委组织部'
export const department = '演示县农业农村局'
const teams = townships.map((township) => `${township}驻村工作队`)

export const organisations = () =>
  tabs([
    ['单位名称', '单位类别'],
    ['中共演示县委', '县委'],
    [department, '县直部门'],
    ...teams.map((team) => [team, '驻村工作队']),
  ])

export const people = () =>
  tabs([
    ['账号', '姓名', '职务', '单位', '角色'],
    ['office-1', '韦清和', '组织科科长', office, '县委组织部'],
    ['office-2', '覃月明', '组织科副科长', office, '县委组织部'],
    ['leader-1', '黄致远', '县委常委', '中共演示县委', '县领导'],
    ['east-1', '莫春生', '党委副书记', '东岭镇党委', '乡镇党委'],
    ['east-2', '罗冬梅', '组织委员', '东岭镇党委', '乡镇党委'],
    ['farm-1', '梁秋实', '科长', department, '结对帮扶单位'],
  ])

const heading = [
  '序号',
  '乡镇',
  '村（社区）',
  '类别（瘫/难/软/弱）',
  '具体情形',
  '认定会议及日期、文号',
  '主要问题',
  '进展情况',
  '销号日期、文号',
] as const

/** The county's own ledger of one batch: twelve villages, three of each township. */
export async function ledger(batch: 1 | 2 | 3, spoilt = false): Promise<Buffer> {
  const year = 2013 + batch
  const of = villages.filter((_, index) => Math.floor((index % 12) / 3) === batch - 1)
  const rows = of.map(({ township, name }, index) => [
    index + 1,
    spoilt && index === 4 ? '东岭镇' : township,
    name,
    '软',
    '组织制度形同虚设、不开展党组织活动',
    `县委常委会 ${year}年3月${index + 1}日`,
    '“三会一课”一年未开',
    batch === 3 ? '整顿中' : '已销号',
    batch === 3 ? null : `${year}.11.${index + 10} 鹿组销〔${year}〕${index + 1}号`,
  ])
  return Buffer.from(await write({ sheets: [{ name: '台账', rows: [[...heading], ...rows] }] }))
}
