import type { AppraisalRules, Formula, Indicator, WatchRules } from './appraisal-rules'

const of = (
  code: string,
  formula: Formula,
  weight: number,
  zh: string,
  en: string,
  source: string,
): Indicator => ({ code, formula, weight, title: { zh, en }, source })

/** What counties start with (policy), and what rule sets of before are read as. */
export const defaultAppraisal: AppraisalRules = {
  selfScore: false,
  recheckPercent: 10,
  appealDays: 10,
  township: [
    of('measures', 'measuresOnTime', 25, '措施按期完成', 'Measures done on time', '措施台账'),
    of('cases', 'casesOnTime', 15, '按期销号', 'Cases closed on time', '批次与销号记录'),
    of(
      'problems',
      'problemsVerified',
      10,
      '问题整改核实',
      'Problems solved and verified',
      '问题台账',
    ),
    of('slots', 'slotsFilled', 10, '“四个一”包联到位', 'Four paired supports in place', '责任分工'),
    of('commitments', 'commitmentsKept', 10, '承诺兑现', 'Commitments kept', '承诺评议记录'),
    of('followUps', 'followUpsOnTime', 5, '销号后按期回访', 'Follow-ups on time', '回访记录'),
    of(
      'instructions',
      'instructionsOnTime',
      5,
      '领导批示按期办理',
      "Leaders' instructions on time",
      '批示办理记录',
    ),
    of(
      'notices',
      'noticesOnTime',
      10,
      '督办事项按期反馈',
      'Supervision notices answered on time',
      '督办函回执',
    ),
    of('satisfaction', 'satisfaction', 10, '群众满意', 'Villagers satisfied', '民意测评公布结果'),
  ],
  helperUnit: [
    of(
      'measures',
      'measuresOnTime',
      40,
      '帮扶措施按期完成',
      'Own measures done on time',
      '措施台账',
    ),
    of(
      'requests',
      'requestsOnTime',
      20,
      '协调事项按期答复',
      'Coordination requests answered on time',
      '协调事项记录',
    ),
    of(
      'contacts',
      'contactsKept',
      15,
      '按要求联系结对村',
      'Contact with the paired village kept',
      '走访记录',
    ),
    of(
      'instructions',
      'instructionsOnTime',
      5,
      '领导批示按期办理',
      "Leaders' instructions on time",
      '批示办理记录',
    ),
    of(
      'notices',
      'noticesOnTime',
      10,
      '督办事项按期反馈',
      'Supervision notices answered on time',
      '督办函回执',
    ),
    of(
      'satisfaction',
      'satisfaction',
      10,
      '结对村群众满意',
      'Villagers of the paired village satisfied',
      '民意测评公布结果',
    ),
  ],
  bands: [
    { code: 'EXCELLENT', title: { zh: '优秀', en: 'Excellent' }, from: 90 },
    { code: 'GOOD', title: { zh: '良好', en: 'Good' }, from: 80 },
    { code: 'PASS', title: { zh: '一般', en: 'Fair' }, from: 60 },
    { code: 'FAIL', title: { zh: '较差', en: 'Poor' }, from: 0 },
  ],
}

export const defaultWatchList: WatchRules = {
  overdueShare: { enabled: true, percent: 30, least: 3 },
  unansweredNotices: { enabled: true, count: 1 },
  lowSatisfaction: { enabled: true, percent: 60 },
  restDays: 90,
}
