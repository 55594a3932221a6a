/** The columns of the standard ledger (整顿工作台账) by group, as officials expect them, in order. */
export const ledgerGroups = [
  {
    title: '基本情况',
    columns: [
      ['number', '序号', 6],
      ['township', '乡镇', 10],
      ['village', '村（社区）', 12],
      ['organisation', '党组织名称及类型', 16],
      ['partyMembers', '党员数', 8],
      ['population', '户籍人口', 9],
      ['income', '上年村集体经营性收入（万元）', 13],
    ],
  },
  {
    title: '认定',
    columns: [
      ['batch', '批次', 10],
      ['category', '类别（瘫/难/软/弱）', 11],
      ['situation', '具体情形', 20],
      ['confirmation', '认定会议及日期、文号', 26],
      ['relapse', '是否再次列入', 8],
    ],
  },
  {
    title: '整顿',
    columns: [
      ['problems', '主要问题', 30],
      ['causes', '成因', 24],
      ['measures', '措施', 30],
      ['targets', '目标', 24],
      ['responsibleUnits', '责任单位', 18],
      ['responsiblePeople', '责任人（姓名、职务）', 18],
      ['dueOn', '完成时限', 12],
    ],
  },
  {
    title: '包联',
    columns: [
      ['countyLeader', '联系县领导', 12],
      ['townshipLeader', '乡镇包村领导', 12],
      ['firstSecretary', '第一书记', 12],
      ['helperUnit', '结对帮扶单位', 16],
    ],
  },
  {
    title: '进展',
    columns: [
      ['stage', '进展情况', 12],
      ['solved', '问题销号数/总数', 10],
      ['coordination', '需协调事项', 20],
    ],
  },
  {
    title: '销号',
    columns: [
      ['townshipAcceptance', '初验日期、结论', 16],
      ['countyAcceptance', '县级验收得分、等次', 14],
      ['satisfaction', '测评满意率', 9],
      ['closing', '销号日期、文号', 18],
      ['followUps', '回访情况', 20],
      ['remarks', '备注', 16],
    ],
  },
] as const

export type LedgerField = (typeof ledgerGroups)[number]['columns'][number][0]
export type LedgerCell = string | number | Date | null
export type LedgerRow = Record<LedgerField, LedgerCell>

export const ledgerColumns = ledgerGroups.flatMap(({ columns }) =>
  columns.map(([field, title, width]) => ({ field, title, width }) as const),
)
