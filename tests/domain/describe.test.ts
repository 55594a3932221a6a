import { createTranslator } from 'use-intl'
import { describe, expect, test } from 'vitest'
import { describeEvent, isKnown, type Words } from '@/lib/audit/describe'
import { eventGroups, groupOf, kindsOf } from '@/lib/audit/event-groups'
import type { EventDetails, EventKind } from '@/lib/audit/events'
import { formatDay, formatMonth } from '@/lib/i18n/format'
import { type Locale, locales } from '@/lib/i18n/locales'
import enEvents from '@/lib/i18n/messages/en/events.json'
import enTerms from '@/lib/i18n/messages/en/terms.json'
import zhEvents from '@/lib/i18n/messages/zh-CN/events.json'
import zhTerms from '@/lib/i18n/messages/zh-CN/terms.json'

const messages = {
  'zh-CN': { events: zhEvents, terms: zhTerms },
  en: { events: enEvents, terms: enTerms },
}

function wordsIn(locale: Locale): Words {
  const t = createTranslator({
    locale,
    messages: messages[locale],
    onError: (error) => {
      throw error
    },
  }) as (key: string, params?: object) => string
  return {
    sentence: (kind, params) => t(`events.kind.${kind}`, params),
    term: (list, code) => t(`terms.${list}.${code}`),
    day: (day) => formatDay(day, locale),
    month: (month) => formatMonth(month, locale),
    list: (items) => items.join('、'),
  }
}

const day = '2026-11-20'
const appointment = { account: 'w', name: '韦明', role: 'TOWNSHIP', organisation: '江口乡党委' }
const account = { account: 'w', name: '韦明' }
const problem = { number: 2, title: '村务公开不规范' }
const measure = { measure: 5, title: '公开栏改建' }

const commitment = { commitmentId: '1', level: 'SECRETARY', position: 'VILLAGE_SECRETARY' }

/** One event of every kind; a kind that is missing does not compile. */
const told = {
  recordId: 'r',
  record: 'SECRETARY_ADJUSTED',
  what: '',
  of: '',
  posts: [{ title: 'SECRETARY', before: '韦某', after: '覃某' }],
  year: 2026,
  count: 0,
  money: 0,
}

const samples: { [K in EventKind]: EventDetails[K] } = {
  caseProposed: {
    village: '古木村',
    villageCode: '450223201901',
    findings: [{ kind: 'X', title: '书记空缺' }],
    relapse: true,
  },
  proposalWithdrawn: { reason: '已解决' },
  caseConfirmed: {
    batch: '第三批',
    batchNumber: 3,
    steps: [{ step: 'JOINT_REVIEW', decidedOn: day, documentNo: '' }],
    problems: 3,
  },
  caseDeclined: { reason: '不符合条件' },
  historicalCaseEntered: {
    village: '新安村',
    villageCode: '450223201901',
    batch: '第一批',
    sourceDocument: '鹿组发〔2014〕3 号',
    confirmedOn: '2014-03-01',
    closedOn: '2014-12-01',
  },
  relapseLinked: { laterCaseId: 'x' },
  casePaused: { reason: '换届' },
  caseResumed: { pausedDays: 12 },
  caseCarriedOver: { from: '第二批', to: '第三批', decision: '部务会' },
  caseAnnulled: { reason: '认定有误', decision: '部务会 2026-11-20' },
  villageFactsChanged: { village: '古木村' },
  postHolderChanged: {
    village: '古木村',
    post: 'SECRETARY',
    before: '韦某',
    after: null,
    fromOn: '2026-03-01',
  },
  reserveCadreAdded: { village: '古木村', name: '覃某', fromOn: '2026-03-01' },
  regulationAdopted: {
    village: '古木村',
    code: 'VILLAGE_FINANCE',
    title: '村级财务管理制度',
    document: '村民代表会议纪要',
    adoptedOn: '2026-03-01',
  },
  regulationRepealed: {
    village: '古木村',
    code: 'VILLAGE_FINANCE',
    title: '村级财务管理制度',
    on: '2026-03-01',
    reason: '与上级规定不一致',
  },
  reserveCadreLeft: {
    village: '古木村',
    name: '覃某',
    toOn: '2026-03-01',
    promotedTo: 'DEPUTY_SECRETARY',
  },
  dutiesSet: { slot: 'HELPER_UNIT', text: '每月到村一次。' },
  measureHandedOver: {
    measure: 2,
    title: '修路',
    from: '韦某',
    to: '覃某',
    handoverNote: '材料已移交。',
  },
  taskHandedOver: { task: '联系水利部门', from: '韦某', to: '覃某', handoverNote: '' },
  seatHandedOver: { level: 'COUNTY', round: 1, from: '韦某', to: '覃某', handoverNote: '' },
  workHandedOver: {
    account: 'team-1',
    name: '韦某',
    role: 'WORK_TEAM',
    organisation: '驻村工作队',
    slots: 2,
    measures: 3,
    tasks: 1,
    seats: 0,
  },
  caseMovedToSuccessor: {
    village: '新安村',
    successor: '河岭村',
    documentNo: '鹿民发〔2026〕3号',
  },
  decisionRecorded: {
    purpose: 'CLOSING',
    step: null,
    body: '部务会',
    decidedOn: day,
    documentNo: '12 号',
  },
  problemAdded: { ...problem, kind: 'X' },
  problemChanged: problem,
  problemSolved: { ...problem, solution: '已公开' },
  problemVerified: { ...problem, verification: '属实' },
  problemReopened: { ...problem, reason: '又未公开' },
  planDrafted: { number: 1 },
  planRevisionStarted: { number: 2, reason: '补措施' },
  planRevisionAbandoned: { number: 2, reason: '不需要' },
  planSubmitted: { number: 1, measures: 9, problems: 3 },
  planWithdrawn: { number: 1 },
  planReturned: { number: 1, reason: '未明确时限' },
  planApproved: { number: 1, recordNo: '8 号', added: 9, changed: 0, cancelled: 0 },
  progressAdded: { ...measure, percent: 60, text: '到村办公' },
  progressUnchanged: { ...measure, meetingOn: day },
  measureDone: { ...measure, text: '完成' },
  measureReopened: { ...measure, reason: '返工' },
  extensionAsked: { ...measure, oldDueOn: day, newDueOn: '2026-12-10', reason: '降雨' },
  extensionWithdrawn: { ...measure, newDueOn: '2026-12-10' },
  extensionGranted: { ...measure, oldDueOn: day, newDueOn: '2026-12-10', note: '同意' },
  extensionRefused: { ...measure, newDueOn: '2026-12-10', note: '理由不足' },
  assignmentMade: { slot: 'WORK_TEAM', holder: '陆志远' },
  assignmentReplaced: { slot: 'WORK_TEAM', from: '陆志远', to: '黄海', handoverNote: '已交接' },
  assignmentEnded: { slot: 'PAIRED_BRANCH', holder: '机关党支部', reason: '调整' },
  visitLogged: { visitId: 'v', contact: 'TALK', text: '走访三户', settled: '', task: '修渠' },
  visitChanged: { visitId: 'v', contact: 'TALK', text: '走访四户' },
  visitWithdrawn: { visitId: 'v', contact: 'CARE', reason: '重复登记' },
  visitTaskDone: { visitId: 'v', task: '修渠', text: '已修好' },
  recordLogged: { ...told, text: '群众满意' },
  recordChanged: { ...told, text: '群众满意' },
  recordWithdrawn: { ...told, reason: '登记错村' },
  projectResultAdded: {
    recordId: 'r',
    title: '沙糖橘种植',
    year: 2027,
    income: 12_000,
    text: '已挂果',
  },
  residenceEntered: { month: '2026-02', days: 21 },
  coordinationRaised: { title: '土地权属', request: '请协调' },
  coordinationRouted: {
    title: '土地权属',
    department: '县自然资源局',
    dueOn: day,
    note: '请主动对接',
  },
  coordinationDeclined: { title: '土地权属', reason: '乡镇可自行解决' },
  coordinationAnswered: { title: '土地权属', department: '县自然资源局', text: '已实地勘界' },
  coordinationSettled: { title: '土地权属', text: '已解决' },
  coordinationReturned: { title: '土地权属', reason: '界址未落实' },
  coordinationWithdrawn: { title: '土地权属', reason: '已自行解决' },
  instructionRecorded: {
    leader: '韦明',
    organisation: '县农业农村局',
    givenOn: day,
    dueOn: null,
    text: '请抓紧',
  },
  instructionAnswered: { leader: '韦明', organisation: '县农业农村局', givenOn: day, text: '已办' },
  instructionReturned: {
    leader: '韦明',
    organisation: '县农业农村局',
    givenOn: day,
    dueOn: day,
    reason: '未说明项目进度',
  },
  acceptanceApplied: { round: 1 },
  acceptanceTeamFormed: { level: 'COUNTY', round: 1, members: ['潘正', '韦明'] },
  acceptancePassed: { level: 'COUNTY', round: 1, total: 91, grade: 'EXCELLENT' },
  acceptanceFailed: { level: 'TOWNSHIP', round: 1, total: null, reason: '班子未配齐' },
  exceptionRecorded: {
    criterion: 'leadingTeam',
    body: '常委会',
    documentNo: '',
    reason: '换届在即',
  },
  consolidationEnded: { reason: '反弹' },
  caseClosed: { number: '1 号', basis: '部务会', signers: ['韦明'], exceptions: ['leadingTeam'] },
  followUpRecorded: { month: 3, result: 'STABLE', text: '稳固' },
  filedAtPrefecture: { number: '1 号', filedOn: day },
  commitmentDrafted: { ...commitment, text: '每月公开账目', dueOn: day },
  commitmentChanged: { ...commitment, text: '每季公开账目' },
  commitmentAccepted: { ...commitment, note: '同意' },
  commitmentReturned: { ...commitment, reason: '写得太笼统' },
  commitmentPublished: { ...commitment, text: '每月公开账目', dueOn: day },
  commitmentWithdrawn: { ...commitment, reason: '重复填写' },
  commitmentCarriedOut: { ...commitment, text: '已公开六次' },
  commitmentEvaluated: { ...commitment, result: 'KEPT', reason: '群众认可' },
  commitmentPageSwitched: { on: true, commitments: 3 },
  attachmentAdded: { subject: 'DECISION', name: '纪要.pdf', sha256: 'x', bytes: 1 },
  attachmentRead: { name: '纪要.pdf' },
  internalNoteRecorded: { subject: 'PROBLEM', field: 'evidence', internalHash: 'x', salt: 'y' },
  caseFileRead: { reason: '审计' },
  batchCreated: {
    number: 3,
    name: '第三批',
    year: 2026,
    startOn: day,
    targetEndOn: day,
    ruleSet: 1,
  },
  batchChanged: { number: 3, name: '第三批' },
  ledgerExported: { batch: '第三批', rows: 36, sha256: 'x' },
  ledgerImported: {
    batch: '第三批',
    file: '台账.xlsx',
    sha256: 'x',
    historical: 24,
    candidates: 12,
    leftOut: 0,
  },
  meetingCalled: { heldOn: day },
  meetingCancelled: { heldOn: day },
  documentPublished: {
    title: '加强基层党组织建设意见',
    documentNo: '鹿组发〔2026〕1号',
    edition: 2,
  },
  documentRepealed: { title: '加强基层党组织建设意见', on: day, reason: '另行印发' },
  ruleSetCreated: { version: 2, title: '通用规则' },
  directoryImported: { townships: 9, villages: 119, file: 'a.csv' },
  villageChanged: { village: '古木村', code: '450223201901' },
  villageRenamed: {
    village: '新安村',
    name: '新安社区',
    effectiveOn: '2026-03-01',
    documentNo: '鹿民发〔2026〕3号',
  },
  villageCodeChanged: {
    village: '新安村',
    code: '450223201299',
    effectiveOn: '2026-03-01',
    documentNo: '鹿民发〔2026〕3号',
  },
  villageMerged: {
    village: '新安村',
    successor: '河岭村',
    effectiveOn: '2026-03-01',
    documentNo: '鹿民发〔2026〕3号',
  },
  villageSplit: {
    village: '新安村',
    name: '新安社区',
    code: '450223201299',
    effectiveOn: '2026-03-01',
    documentNo: '鹿民发〔2026〕3号',
  },
  calendarChanged: { year: 2026, holidays: 28, workdays: 5 },
  organisationCreated: { name: '县农业农村局', kind: 'DEPARTMENT' },
  organisationChanged: { name: '县农业农村局' },
  accountCreated: account,
  accountChanged: account,
  accountSuspended: { account: 'w', reason: '调离' },
  accountRestored: { account: 'w' },
  passwordReset: { account: 'w' },
  passwordChanged: { account: 'w' },
  secondFactorSet: { account: 'w' },
  secondFactorRemoved: { account: 'w' },
  appointmentGranted: { ...appointment, fromOn: day, toOn: null },
  appointmentConfirmed: appointment,
  appointmentEnded: { ...appointment, toOn: day },
  appointmentDeclined: { ...appointment, reason: '重复' },
  appointmentWithdrawn: appointment,
  signedIn: { account: 'w' },
  signedOutEverywhere: { account: 'w', sessions: 2 },
  deputyGranted: { ...appointment, standsInFor: '韦明', fromOn: day, toOn: day },
  resetAsked: { account: 'w', reset: 'PASSWORD' },
  resetRefused: { account: 'w', reset: 'SECOND_FACTOR' },
  tokenCreated: { account: 'w', name: '台账同步', scope: 'read', expiresOn: day },
  tokenRevoked: { account: 'w', name: '台账同步' },
}
const kinds = Object.keys(samples) as EventKind[]

describe.each(locales)('in %s', (locale) => {
  test.each(kinds)('%s is a sentence with every value filled in', (kind) => {
    const { sentence } = describeEvent({ kind, details: samples[kind] }, wordsIn(locale))
    expect(sentence.length).toBeGreaterThan(2)
    expect(sentence).not.toMatch(/[{}]|undefined|\bnull\b|\[object/)
  })

  test('what a person wrote is quoted, not woven in', () => {
    const event = { kind: 'planReturned', details: samples.planReturned }
    const told = describeEvent(event, wordsIn(locale))
    expect(told.quote).toBe('未明确时限')
    expect(told.sentence).not.toContain('未明确时限')
  })
})

test('a move from stage to stage is told apart', () => {
  const details = { ...samples.planSubmitted, changes: { stage: ['PLANNING', 'PLAN_REVIEW'] } }
  const told = describeEvent({ kind: 'planSubmitted', details }, wordsIn('zh-CN'))
  expect(told.stages).toEqual({ from: '方案草拟', to: '审核备案' })
})

test('内部 content never appears, only that there is some', () => {
  const event = { kind: 'internalNoteRecorded', details: samples.internalNoteRecorded }
  const told = describeEvent(event, wordsIn('zh-CN'))
  expect(told).toEqual({ group: 'papers', sentence: '填写问题的内部情况' })
})

test('a kind of a newer build is named, not left out', () => {
  expect(isKnown('somethingNew')).toBe(false)
  const told = describeEvent({ kind: 'somethingNew', details: {} }, wordsIn('zh-CN'))
  expect(told).toEqual({ group: 'other', sentence: '其他事项（somethingNew）' })
})

test('groups part all kinds', () => {
  expect(eventGroups.flatMap(kindsOf).toSorted()).toEqual(kinds.toSorted())
  expect(Object.keys(groupOf).toSorted()).toEqual(kinds.toSorted())
})

test('short names exist for every kind', () => {
  expect(Object.keys(zhEvents.kinds).toSorted()).toEqual(kinds.toSorted())
})
