import type { Role } from '@/lib/access/roles'
import type { ContactKind } from '@/prisma/generated/enums'

/** One visit of the demo: invented throughout, about things and not about persons. */
export type VisitWords = {
  kind: ContactKind
  found: string
  settled?: string
  task?: string
  met?: string
  metCount?: number
}

/** What each side logs, told in turn. */
export const visitWords: Partial<Record<Role, readonly VisitWords[]>> = {
  WORK_TEAM: [
    {
      kind: 'HOME_VISIT',
      found: '走访李家屯五户，村民反映引水渠淤塞，秋灌跟不上。已约村干部周末组织清淤。',
      met: '李家屯五户村民',
      metCount: 5,
    },
    {
      kind: 'RESIDENCE',
      found: '驻村三天，与村干部一起整理近三年村务公开底稿，缺第二季度财务明细。',
      task: '补齐第二季度财务明细并上墙',
    },
    {
      kind: 'TALK',
      found: '召集党员小组长座谈，大家愿意恢复每月固定活动日，担心外出党员联系不上。',
      settled: '定每月 5 日为活动日，建外出党员联络表。',
      met: '四名党员小组长',
      metCount: 4,
    },
    {
      kind: 'HOME_VISIT',
      found: '到上屯看望两户监测户，住房修缮已完工，厕所改造还差水管。',
      settled: '联系施工队当天补装水管。',
      metCount: 2,
    },
    {
      kind: 'ON_SITE_WORK',
      found: '在村部值守一天，代办医保、养老认证十一件。老人多，手机操作有困难。',
      settled: '十一件全部办结。',
      metCount: 11,
    },
    {
      kind: 'HOME_VISIT',
      found: '走访果园片区，砂糖橘黄龙病株约二十株，农户不知道找谁处理。',
      task: '请农业农村局技术员到场指导挖除',
      met: '果园片区种植户',
      metCount: 6,
    },
    {
      kind: 'TALK',
      found: '与两名后备力量谈村级集体经济，都愿意参加县里的培训。',
      metCount: 2,
    },
    {
      kind: 'REVISIT',
      found: '回看清淤后的水渠，已通水，下游两户仍反映水小，原因是闸口漏水。',
      task: '更换下游闸口',
    },
    { kind: 'CARE', found: '慰问三户困难党员，了解冬季取暖和用药情况，均无急难。', metCount: 3 },
  ],
  HELPER_UNIT: [
    {
      kind: 'ON_SITE_WORK',
      found: '单位三人到村，与村干部核对帮扶项目清单，烤烟房改造缺电力扩容手续。',
      task: '协助办理电力扩容手续',
      met: '村干部三人',
      metCount: 3,
    },
    {
      kind: 'TALK',
      found: '与村“两委”座谈集体经济，议定先盘活旧粮仓，出租作农资点。',
      settled: '现场约好评估时间。',
      metCount: 7,
    },
    {
      kind: 'HOME_VISIT',
      found: '单位党员结对走访八户，多数关心村道夜间照明。',
      task: '申请村道路灯十二盏',
      metCount: 8,
    },
    {
      kind: 'ON_SITE_WORK',
      found: '技术员现场讲果树修剪，三十余人参加，反映希望冬季再办一次。',
      metCount: 32,
    },
  ],
  COUNTY_LEADER: [
    {
      kind: 'TALK',
      found: '到村听取整顿情况，走访两户党员。班子能议事了，项目落地偏慢。',
      settled: '当场明确由乡镇每周调度一次项目。',
      met: '村“两委”成员、党员代表',
      metCount: 9,
    },
    {
      kind: 'ON_SITE_WORK',
      found: '现场看水渠和晒谷场，群众对清淤满意，对停车占道有意见。',
      task: '划定村部停车位',
    },
  ],
  TOWNSHIP: [
    {
      kind: 'ON_SITE_WORK',
      found: '包村干部到村指导规范“三会一课”记录，补正两次会议缺签到的问题。',
      settled: '记录已补正。',
    },
    {
      kind: 'TALK',
      found: '列席村民代表会议，讨论晒谷场扩建，到会二十六人，意见基本一致。',
      metCount: 26,
    },
    {
      kind: 'HOME_VISIT',
      found: '走访信访户一户，反映宅基地界址，与村干部一道现场核对。',
      task: '请国土所到场测量界址',
      metCount: 1,
    },
  ],
}
