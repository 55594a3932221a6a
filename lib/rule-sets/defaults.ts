import { regulationCodes } from '@/lib/regulations/codes'
import { parseRuleSet } from '@/lib/rule-sets/schema'
import { defaultAppraisal, defaultWatchList } from './appraisal-defaults'
import { defaultDiscussionLines } from './discussion-lines'
import { usualPrefixes } from './notice-prefixes'
import { usualSurveyLines } from './survey-lines'

const on = { enabled: true, available: true }
const letters = { before: 3, unit: 'WORKING_DAYS' as const }
const longTerm = { before: 15, unit: 'DAYS' as const }

/**
 * The rule set a new county starts with. Figures come from the article (2 to 3 reserve cadres)
 * and from published county practice (policy); each county edits its own version.
 */
export const defaultRuleSet = parseRuleSet({
  version: 1,
  title: '软弱涣散村党组织整顿规则（通用）',
  decisions: {
    confirmation: [
      'VILLAGE_SELF_CHECK',
      'TOWNSHIP_COMMITTEE',
      'JOINT_REVIEW',
      'COUNTY_LEADER_CHECK',
      'DEPARTMENT_MEETING',
      'STANDING_COMMITTEE',
      'NOTICE_ISSUED',
    ],
    closing: ['TOWNSHIP_COMMITTEE', 'DEPARTMENT_MEETING'],
  },
  criteria: {
    measuresDone: on,
    problemsVerified: on,
    leadingTeam: { ...on, minReserves: 2 },
    regulations: on,
    slotsFilled: on,
    commitments: on,
    noticesClosed: on,
    survey: { ...on, ...usualSurveyLines },
    townshipAcceptance: { ...on, minScore: 70 },
    countyAcceptance: { ...on, minScore: 70 },
    conflictFree: on,
    consolidation: { ...on, months: 0 },
  },
  extensions: { maxPerMeasure: 2, maxTotalDays: 90 },
  lights: {
    measure: longTerm,
    plan: longTerm,
    planReview: letters,
    acceptance: letters,
    extension: letters,
    candidate: letters,
    followUp: letters,
    notice: letters,
  },
  service: { planReview: 5, acceptance: 10, extension: 3, candidate: 15 },
  contactRhythm: { countyLeader: 3, helperUnit: 1 },
  funds: {
    tiers: [
      { from: 4_000, yuan: 17_000 },
      { from: 2_000, yuan: 16_000 },
      { from: 0, yuan: 15_000 },
    ],
    supplement: 2_000,
  },
  regulations: [...regulationCodes],
  fourDiscussions: defaultDiscussionLines,
  noticePrefixes: usualPrefixes,
  planDraftDays: 30,
  followUpMonths: [3, 6, 12],
  scoreSheet: {
    items: [
      {
        code: 'duty',
        move: 'RESPONSIBILITY',
        category: 'STALLED',
        title: {
          zh: '整顿责任落实，“四个一”包联力量到位',
          en: 'Responsibility carried; the four paired supports in place',
        },
        max: 8,
      },
      {
        code: 'measures',
        move: 'RESPONSIBILITY',
        category: 'STALLED',
        title: {
          zh: '“一村一策”方案措施按期落实',
          en: 'Measures of the one-village-one-plan carried out on time',
        },
        max: 10,
      },
      {
        code: 'secretary',
        move: 'TEAM',
        category: 'PARALYSED',
        title: {
          zh: '党组织书记选优配强、履职有力',
          en: 'A capable party secretary in post and doing the work',
        },
        max: 10,
      },
      {
        code: 'team',
        move: 'TEAM',
        category: 'PARALYSED',
        title: {
          zh: '班子配备齐全、分工明确、团结协作',
          en: 'Leading team complete, duties clear, working together',
        },
        max: 10,
      },
      {
        code: 'reserves',
        move: 'TEAM',
        category: 'WEAK',
        title: {
          zh: '村级后备力量培养储备到位',
          en: 'Reserve cadres found and trained',
        },
        max: 6,
      },
      {
        code: 'help',
        move: 'SERVICE',
        category: 'WEAK',
        title: {
          zh: '结对帮扶措施和帮扶项目落实',
          en: 'Paired help and its projects delivered',
        },
        max: 8,
      },
      {
        code: 'income',
        move: 'SERVICE',
        category: 'WEAK',
        title: {
          zh: '村集体经济有发展、办公经费有保障',
          en: 'Collective income growing, office funds secured',
        },
        max: 6,
      },
      {
        code: 'meetings',
        move: 'PURPOSE',
        category: 'SOFT',
        title: {
          zh: '“三会一课”等组织生活正常规范',
          en: 'Three meetings, one lecture and other organisation life regular',
        },
        max: 10,
      },
      {
        code: 'members',
        move: 'PURPOSE',
        category: 'SOFT',
        title: {
          zh: '党员教育管理和廉政教育经常，党员作用发挥明显',
          en: 'Members trained, integrity taught, members playing their role',
        },
        max: 8,
      },
      {
        code: 'service',
        move: 'PURPOSE',
        category: 'SOFT',
        title: {
          zh: '群众急难愁盼问题和矛盾纠纷有效解决',
          en: "People's pressing matters and disputes settled",
        },
        max: 10,
      },
      {
        code: 'rules',
        move: 'MECHANISM',
        category: 'STALLED',
        title: {
          zh: '村级各项制度健全，“四议两公开”落实',
          en: 'Village regulations in force; four discussions and two disclosures kept',
        },
        max: 8,
      },
      {
        code: 'commitments',
        move: 'MECHANISM',
        category: 'SOFT',
        title: {
          zh: '三级承诺公开兑现，接受党员群众监督',
          en: 'Three-level commitments disclosed and kept under public eyes',
        },
        max: 6,
      },
    ],
    grades: [
      { code: 'EXCELLENT', title: { zh: '优秀', en: 'Excellent' }, from: 90 },
      { code: 'GOOD', title: { zh: '良好', en: 'Good' }, from: 80 },
      { code: 'PASS', title: { zh: '合格', en: 'Pass' }, from: 70 },
      { code: 'FAIL', title: { zh: '不合格', en: 'Fail' }, from: 0 },
    ],
  },
  reviewers: { townshipTeam: 2, countyTeam: 3 },
  appraisal: defaultAppraisal,
  watchList: defaultWatchList,
})
