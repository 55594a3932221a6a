import type { Role } from '@/lib/access/roles'
import type { RecordKind } from '@/prisma/generated/enums'

/** One record of the demo: invented throughout, about things and not about persons. */
export type RecordWords = {
  role: Role
  kind: RecordKind
  /** Days before today on which it happened. */
  ago: number
  text?: string
  detail?: object
}

/** Half a year of work under the five moves; each village tells about two thirds of it. */
export const recordWords: readonly RecordWords[] = [
  {
    role: 'TOWNSHIP',
    kind: 'RESPONSIBILITY_LETTER_SIGNED',
    ago: 176,
    text: '乡镇党委与村党组织签订整顿责任书，明确任务、时限和责任人。',
  },
  {
    role: 'TOWNSHIP',
    kind: 'JOINT_WORKING_GROUP_MEETING',
    ago: 168,
    text: '县领导、乡镇领导、帮扶单位、驻村队员、包村干部参加，逐条过问题清单，分工到人。',
  },
  {
    role: 'WORK_TEAM',
    kind: 'THREE_MEETINGS',
    ago: 160,
    text: '通报整顿方案，听取党员意见。',
    detail: { meeting: 'MEMBERS_MEETING', due: 41, present: 33 },
  },
  {
    role: 'HELPER_UNIT',
    kind: 'HELP_GIVEN',
    ago: 151,
    text: '单位为村部添置桌椅、档案柜，党员结对八户。',
    detail: { by: 'DEPARTMENT', money: 18_600 },
  },
  {
    role: 'TOWNSHIP',
    kind: 'THREE_MEETINGS',
    ago: 143,
    text: '研究村务公开内容和活动日安排。',
    detail: { meeting: 'COMMITTEE_MEETING', due: 5, present: 5 },
  },
  {
    role: 'TOWNSHIP',
    kind: 'TRAINING_POST',
    ago: 138,
    text: '选派一名村干部到乡镇党建办挂职三个月。',
    detail: { people: 1 },
  },
  {
    role: 'WORK_TEAM',
    kind: 'PEOPLES_MATTER_SETTLED',
    ago: 131,
    text: '村民反映上屯夜间出行不便，协调安装路灯十二盏，已亮灯。',
  },
  {
    role: 'WORK_TEAM',
    kind: 'TECHNICAL_TRAINING',
    ago: 124,
    text: '请县农业技术人员讲柑橘黄龙病防控，现场示范。',
    detail: { people: 46 },
  },
  {
    role: 'HELPER_UNIT',
    kind: 'PROJECT',
    ago: 112,
    text: '村集体出地、合作社经营，农户以劳务和土地入股。',
    detail: {
      title: '大球盖菇林下种植',
      size: 36.5,
      unit: 'MU',
      investment: 120_000,
      households: 17,
      effect: '预计每户年增收三千元以上。',
    },
  },
  {
    role: 'WORK_TEAM',
    kind: 'TRAINING',
    ago: 104,
    text: '组织党员收看远程教育，结合本村实际讨论。',
    detail: { form: 'DISTANCE', people: 27 },
  },
  {
    role: 'TOWNSHIP',
    kind: 'FOUR_DISCUSSIONS',
    ago: 96,
    text: '决议已上墙，并在各屯微信群公开。',
    detail: {
      matter: '扩建晒谷场，村民自愿投工',
      branch: { due: 5, present: 5, votes: 5 },
      committees: { due: 9, present: 8, votes: 8 },
      members: { due: 41, present: 32, votes: 29 },
      representatives: { due: 33, present: 26, votes: 24 },
    },
  },
  {
    role: 'TOWNSHIP',
    kind: 'INTEGRITY_EDUCATION',
    ago: 88,
    text: '村“两委”成员参观警示教育基地，现场作廉洁承诺。',
    detail: { form: 'WARNING_BASE', people: 9 },
  },
  {
    role: 'WORK_TEAM',
    kind: 'DISPUTE_MEDIATED',
    ago: 79,
    text: '两屯因水源分水发生争议，村党组织主持三次协商，商定轮灌办法并签字。',
  },
  { role: 'TOWNSHIP', kind: 'FUNDS', ago: 72, text: '已下拨到村账户。' },
  {
    role: 'WORK_TEAM',
    kind: 'THREE_MEETINGS',
    ago: 63,
    text: '讲基层党组织怎样带头办实事。',
    detail: { meeting: 'PARTY_LECTURE', due: 41, present: 30 },
  },
  {
    role: 'WORK_TEAM',
    kind: 'THREE_MEETINGS',
    ago: 55,
    text: '讨论外出党员联系办法，认领服务岗位。',
    detail: { meeting: 'GROUP_MEETING', due: 12, present: 10 },
  },
  {
    role: 'COUNTY_LEADER',
    kind: 'HELP_GIVEN',
    ago: 47,
    text: '协调水利部门解决引水渠清淤缺口。',
    detail: { by: 'LEADER' },
  },
  {
    role: 'TOWNSHIP',
    kind: 'MEMBER_APPRAISAL',
    ago: 39,
    text: '按程序开展民主评议，结果在党内通报。',
    detail: { due: 41, present: 34 },
  },
  {
    role: 'TOWNSHIP',
    kind: 'REGULATION_ADOPTED',
    ago: 33,
    detail: { code: 'AFFAIRS_DISCLOSURE', document: '经村民代表会议通过，存村部档案柜' },
  },
  {
    role: 'TOWNSHIP',
    kind: 'JOINT_WORKING_GROUP_MEETING',
    ago: 24,
    text: '对照方案逐项核对进度，明确下一步由谁办、何时办结。',
  },
  {
    role: 'WORK_TEAM',
    kind: 'TRAINING',
    ago: 15,
    text: '利用“空中课堂”学习村级财务公开。',
    detail: { form: 'AIR_CLASSROOM', people: 11 },
  },
  {
    role: 'WORK_TEAM',
    kind: 'THREE_MEETINGS',
    ago: 6,
    text: '研究年底集体收入分配方案。',
    detail: { meeting: 'COMMITTEE_MEETING', due: 5, present: 4 },
  },
]

/** What the article tells of 寨沙镇河岭村, and nothing else. */
export const articleProjects = [
  { title: '沙糖橘种植', size: 250 },
  { title: '沙田柚种植', size: 50 },
] as const
export const articleText =
  '报道载：村党组织根据本村实际，带领群众种植沙糖橘 250 亩、沙田柚 50 亩，兴建一批牲畜养殖场，村民经济收入有了明显增长。'
