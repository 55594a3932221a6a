import { type Move, moves } from '@/lib/plans/moves'

/** Who carries a measure: the township, the paired unit or the resident team of the case. */
export type Carrier = 'TOWNSHIP' | 'HELPER_UNIT' | 'WORK_TEAM'

export type StoryMeasure = {
  move: Move
  title: string
  target: string
  carrier: Carrier
  /** Share of the rectification period until it is due. */
  dueAt: number
  halfway: string
  finished: string
}

/** A problem as villages had it, and what was done about it. Invented, in the words of reports. */
export type Story = {
  kind: string
  title: string
  cause: string
  evidence: string
  solution: string
  verification: string
  measures: readonly StoryMeasure[]
}

export const stories: readonly Story[] = [
  {
    kind: 'SECRETARY_INACTIVE',
    title: '党支部书记年龄偏大、能力偏弱，工作打不开局面',
    cause: '书记任职多年，年纪大、文化程度低，对新任务新要求不适应；后备人选培养不及时。',
    evidence: '上年度乡镇党委安排的重点工作 11 项，完成 5 项；民主评议中不称职票占三成。',
    solution: '经乡镇党委研究并报县委组织部备案，调整党支部书记，新任书记已到岗履职。',
    verification:
      '查阅任免文件和村“两委”会议记录，走访党员 12 名，新任书记已主持工作，班子运转正常。',
    measures: [
      {
        move: 'TEAM',
        title: '调整选优党支部书记',
        target: '按程序完成党支部书记调整，新任书记到岗履职',
        carrier: 'TOWNSHIP',
        dueAt: 0.4,
        halfway: '已完成人选摸排和谈话，乡镇党委会初步研究。',
        finished: '乡镇党委研究决定并报县委组织部备案，新任书记已到岗。',
      },
      {
        move: 'TEAM',
        title: '培养村级后备力量',
        target: '确定并培养后备干部不少于 2 名',
        carrier: 'TOWNSHIP',
        dueAt: 0.8,
        halfway: '从致富带头人、退役军人中初选 4 名，已列入培养名单。',
        finished: '确定后备干部 2 名，安排到乡镇跟班学习两个月。',
      },
    ],
  },
  {
    kind: 'TEAM_INCOMPLETE',
    title: '班子配备不齐，支部委员和村委会副主任空缺',
    cause: '青壮年党员外出务工多，人选难找；上次换届后空缺一直未补。',
    evidence: '支部应配委员 3 名，实有 1 名；村委会副主任空缺 8 个月。',
    solution: '按程序补选支部委员 2 名，依法补选村委会副主任 1 名，班子配齐。',
    verification: '查阅补选材料和会议记录，到场与新任委员谈话，班子已配齐并明确分工。',
    measures: [
      {
        move: 'TEAM',
        title: '补选支部委员和村委会副主任',
        target: '班子配备齐全，分工明确并公示',
        carrier: 'TOWNSHIP',
        dueAt: 0.5,
        halfway: '候选人初步人选已经支部党员大会酝酿。',
        finished: '补选完成，班子成员分工已公示。',
      },
      {
        move: 'RESPONSIBILITY',
        title: '落实乡镇领导包村责任',
        target: '包村领导每月到村不少于 2 次，帮助研究解决问题',
        carrier: 'TOWNSHIP',
        dueAt: 0.9,
        halfway: '包村领导已与村班子逐人谈话，列出工作清单。',
        finished: '整顿期间包村领导按月到村，清单事项全部办结。',
      },
    ],
  },
  {
    kind: 'TEAM_DISUNITED',
    title: '班子不团结，议事决策难以形成一致意见',
    cause: '主要负责人之间因项目发包有分歧，遇事互相推诿；民主集中制落实不到位。',
    evidence: '半年内支委会因意见不一流会 3 次，两项群众急需的建设未能议定。',
    solution: '逐人谈心谈话，开好专题组织生活会，修订议事规则，班子团结共事。',
    verification: '列席支委会 1 次，查阅近三个月会议记录，议事正常，决议均按时落实。',
    measures: [
      {
        move: 'TEAM',
        title: '开展谈心谈话，召开专题组织生活会',
        target: '班子成员之间、班子与党员之间谈心谈话全覆盖',
        carrier: 'TOWNSHIP',
        dueAt: 0.35,
        halfway: '乡镇党委书记与班子成员逐一谈话。',
        finished: '专题组织生活会已召开，查摆问题 9 条，均已整改。',
      },
      {
        move: 'MECHANISM',
        title: '修订村级议事决策规则',
        target: '制定支委会、村“两委”联席会议议事规则并严格执行',
        carrier: 'WORK_TEAM',
        dueAt: 0.6,
        halfway: '规则初稿已征求党员代表意见。',
        finished: '规则经党员大会通过，已按规则议事 4 次。',
      },
    ],
  },
  {
    kind: 'AFFAIRS_OPAQUE',
    title: '村务财务公开不规范，群众有疑问',
    cause: '村务监督委员会未正常履职，财务公开内容笼统、不及时。',
    evidence: '公开栏内容停留在上年度；群众就集体收入去向反映 6 次。',
    solution: '改建公开栏，按季公开村务财务，历年账目经乡镇审核后公布。',
    verification:
      '现场查看公开栏，抽查 3 个季度账目，公开内容与账目相符，走访群众 10 户均表示满意。',
    measures: [
      {
        move: 'MECHANISM',
        title: '村务公开栏改建',
        target: '改建公开栏 2 处，按季公开村务财务',
        carrier: 'HELPER_UNIT',
        dueAt: 0.55,
        halfway: '选址和图样已定，材料进场。',
        finished: '两处公开栏改建完成，首期内容已公开。',
      },
      {
        move: 'MECHANISM',
        title: '规范落实“四议两公开”',
        target: '村级重大事项一律按“四议两公开”办理并留存记录',
        carrier: 'WORK_TEAM',
        dueAt: 0.85,
        halfway: '对村“两委”开展专题培训 1 次。',
        finished: '道路硬化等 3 件事项按“四议两公开”议定，记录齐全。',
      },
    ],
  },
  {
    kind: 'DISPUTES_MANY',
    title: '山林土地纠纷多，信访矛盾较集中',
    cause: '历史界线不清，承包合同不规范；村调解力量薄弱，矛盾未能就地化解。',
    evidence: '一年内发生林地纠纷 7 起，越级反映 2 次。',
    solution: '组织林业、司法等部门现场勘界调解，纠纷全部签订协议，信访事项办结。',
    verification: '查阅调解协议 7 份，回访当事人 9 户，无新增反映。',
    measures: [
      {
        move: 'SERVICE',
        title: '集中调处山林土地纠纷',
        target: '现有 7 起纠纷全部调处到位',
        carrier: 'TOWNSHIP',
        dueAt: 0.7,
        halfway: '已现场勘界 4 起，签订协议 3 份。',
        finished: '7 起纠纷全部签订调解协议。',
      },
      {
        move: 'SERVICE',
        title: '健全村级调解组织',
        target: '村调解委员会配齐 5 人，每月排查一次',
        carrier: 'WORK_TEAM',
        dueAt: 0.6,
        halfway: '调解员名单已确定，报乡镇司法所备案。',
        finished: '调解委员会正常运转，累计排查 5 次、化解 11 件。',
      },
    ],
  },
  {
    kind: 'NO_COLLECTIVE_INCOME',
    title: '村集体无稳定收入，为群众办事缺乏保障',
    cause: '村集体资源未盘活，缺少带动项目，班子发展思路不清。',
    evidence: '近三年村集体经营性收入均为零，办公电费靠乡镇垫付。',
    solution: '盘活集体林地和旧校舍，发展合作种植，村集体有了稳定收入。',
    verification: '查阅承包合同和进账凭证，实地查看种植基地，收入属实。',
    measures: [
      {
        move: 'SERVICE',
        title: '沙田柚示范园建设',
        target: '建成示范园 30 亩，村集体年增收 2 万元以上',
        carrier: 'HELPER_UNIT',
        dueAt: 0.9,
        halfway: '完成土地流转和苗木调运，栽种 18 亩。',
        finished: '30 亩全部栽种，签订保底收购协议。',
      },
      {
        move: 'SERVICE',
        title: '盘活村集体闲置资产',
        target: '旧校舍和集体林地对外发包，收益入村集体账户',
        carrier: 'TOWNSHIP',
        dueAt: 0.65,
        halfway: '资产清查登记完成，招租公告已发布。',
        finished: '发包合同已签订，首年租金 1.6 万元入账。',
      },
    ],
  },
  {
    kind: 'ORGANISATION_LIFE_HOLLOW',
    title: '“三会一课”不落实，组织生活流于形式',
    cause: '支部对组织生活不重视，流动党员管理缺位，活动没有计划。',
    evidence: '上半年应召开支部党员大会 2 次，实开 0 次；党课记录缺失。',
    solution: '制定年度计划，落实固定活动日，流动党员编入微信学习小组。',
    verification: '查阅会议记录和签到，参加主题党日 1 次，到会党员超过八成。',
    measures: [
      {
        move: 'PURPOSE',
        title: '严格落实“三会一课”',
        target: '按月召开支委会、按季召开党员大会和上党课，记录完整',
        carrier: 'WORK_TEAM',
        dueAt: 0.85,
        halfway: '制定年度计划，已召开党员大会 1 次。',
        finished: '支委会按月召开，党员大会、党课按季开展，记录齐全。',
      },
      {
        move: 'PURPOSE',
        title: '开展警示教育',
        target: '组织村“两委”成员参加警示教育不少于 1 次',
        carrier: 'TOWNSHIP',
        dueAt: 0.5,
        halfway: '活动方案已定，联系县警示教育基地。',
        finished: '村“两委”成员全部参加，撰写心得 7 篇。',
      },
    ],
  },
  {
    kind: 'SERVICE_POOR',
    title: '服务群众意识不强，群众办事不方便',
    cause: '村干部坐班制度不落实，便民服务点长期关门。',
    evidence: '走访 20 户，14 户反映到村办事常找不到人。',
    solution: '落实村干部轮流值班，便民服务点恢复运转，代办事项公开。',
    verification: '不打招呼到村 2 次，值班干部均在岗，查阅代办登记 46 件。',
    measures: [
      {
        move: 'PURPOSE',
        title: '落实村干部值班和代办制度',
        target: '工作日有人值班，代办事项三日内办结',
        carrier: 'TOWNSHIP',
        dueAt: 0.45,
        halfway: '值班表和代办清单已公示。',
        finished: '值班制度执行正常，累计代办 46 件。',
      },
      {
        move: 'SERVICE',
        title: '修缮便民服务点',
        target: '便民服务点修缮开放，配齐办公设备',
        carrier: 'HELPER_UNIT',
        dueAt: 0.6,
        halfway: '屋面防水和门窗更换完成。',
        finished: '修缮完工，电脑、打印机到位，对外开放。',
      },
    ],
  },
  {
    kind: 'NO_RESERVES',
    title: '党员队伍老化，后备力量不足',
    cause: '多年未发展青年党员，年轻人外出多，培养渠道单一。',
    evidence: '党员平均年龄 58 岁，三年未发展新党员，无后备干部。',
    solution: '从返乡青年中培养入党积极分子 3 名，确定后备干部 2 名。',
    verification: '查阅培养档案，与后备干部谈话，培养措施落实。',
    measures: [
      {
        move: 'TEAM',
        title: '实施后备干部培养',
        target: '确定后备干部 2 名，安排结对培养',
        carrier: 'TOWNSHIP',
        dueAt: 0.75,
        halfway: '返乡青年座谈会召开，推荐人选 5 名。',
        finished: '确定后备干部 2 名，由包村领导结对培养。',
      },
      {
        move: 'PURPOSE',
        title: '做好青年党员发展',
        target: '培养入党积极分子不少于 3 名',
        carrier: 'WORK_TEAM',
        dueAt: 0.9,
        halfway: '已有 2 名青年递交入党申请。',
        finished: '确定入党积极分子 3 名，落实培养联系人。',
      },
    ],
  },
  {
    kind: 'TASKS_UNDONE',
    title: '重点工作推进慢，上级部署落实不到位',
    cause: '任务分解不细，责任不明，缺少督促检查。',
    evidence: '屯级道路、饮水工程两项均逾期，乡镇通报 2 次。',
    solution: '建立任务清单和周调度制度，两项工程完工并交付使用。',
    verification: '现场查看道路和饮水工程，均已投入使用，群众反映良好。',
    measures: [
      {
        move: 'RESPONSIBILITY',
        title: '建立重点工作清单和周调度制度',
        target: '重点工作逐项明确责任人和时限，每周调度',
        carrier: 'TOWNSHIP',
        dueAt: 0.4,
        halfway: '清单已制定，开展调度 3 次。',
        finished: '清单事项全部按期完成。',
      },
      {
        move: 'SERVICE',
        title: '协助完成屯级道路和饮水工程',
        target: '屯级道路 1.8 公里硬化，饮水工程通水',
        carrier: 'HELPER_UNIT',
        dueAt: 0.9,
        halfway: '道路路基完成，蓄水池开工。',
        finished: '道路硬化完工，92 户通水。',
      },
    ],
  },
]

/** The measures of a case in the order its plan numbers them: by the five moves. */
export function measuresOf(picked: readonly Story[]): { measure: StoryMeasure; problem: number }[] {
  return picked
    .flatMap((story, problem) => story.measures.map((measure) => ({ measure, problem })))
    .sort((a, b) => moves.indexOf(a.measure.move) - moves.indexOf(b.measure.move))
}
