import type { EventDetails } from '@/lib/audit/events'

const day = '2026-11-20'
const survey = { surveyId: '1', survey: 'MEETING', number: 1 }

const finding = {
  findingId: 'f',
  origin: 'SPOT_CHECK',
  finding: 'DISCLOSURE',
  gravity: 'SERIOUS',
}

/** One event of every kind of rounds, draws, spot checks, findings and surveys. */
export const inspectionSamples = {
  surveyOpened: { ...survey, due: 30, endsOn: day },
  surveyChanged: { ...survey, reworded: true },
  surveyIssued: { ...survey, channel: 'SLIPS', count: 30 },
  surveyIssueVoided: { ...survey, count: 30, reason: '印错' },
  surveyClosed: { ...survey, issued: 30, returned: 28, valid: 27 },
  surveyPublished: { ...survey, valid: 27, votes: 26, satisfied: 25 },
  spotCheckAssigned: {
    spotCheckId: 's',
    village: '古木村',
    method: 'COVERT',
    inspectors: ['莫某', '潘某'],
    dueOn: day,
  },
  spotCheckReassigned: {
    spotCheckId: 's',
    village: '古木村',
    inspectors: ['莫某', '蓝某'],
    reason: '潘某申请回避',
  },
  spotCheckCancelled: { spotCheckId: 's', village: '古木村', reason: '本轮督查调整' },
  spotCheckRecused: {
    spotCheckId: 's',
    village: '古木村',
    inspector: '潘某',
    reason: '亲属在村任职',
  },
  spotCheckSubmitted: { spotCheckId: 's', method: 'OPEN', inspectors: ['莫某', '蓝某'] },
  spotCheckCorrected: { spotCheckId: 's', number: 2, reason: '人数笔误' },
  findingRecorded: { ...finding, text: '公开栏三个月未更新。' },
  findingWithdrawn: { ...finding, reason: '重复登记' },
  findingSent: { ...finding, to: ['中渡镇'] },
  findingSettled: { ...finding, upheld: true, reason: '现场复核，公开栏仍未更新。' },
  roundPlanned: { title: '第三季度督查', method: 'COVERT', fromOn: day, toOn: day },
  roundChanged: { title: '第三季度督查' },
  roundEnded: { title: '第三季度督查', cancelled: true, note: '防汛' },
  roundPublished: { title: '第三季度督查' },
  villagePicked: {
    village: '古木村',
    code: '450223201901',
    inspectors: ['韦明', '覃某'],
    reason: '信访较多',
  },
  drawFrozen: { draw: 1, eligible: 119, sha256: 'ab'.repeat(32), reason: '' },
  drawSeeded: {
    draw: 1,
    random: 'cd'.repeat(32),
    source: '双色球开奖号码',
    publicOn: day,
  },
  drawMade: {
    draw: 1,
    publicNumber: '03 08 15 22',
    seed: 'ef'.repeat(32),
    villages: 9,
    resultSha256: 'ab'.repeat(32),
  },
  drawAbandoned: { draw: 1, reason: '名单有误' },
  drawReplaced: { draw: 1, out: '古木村', in: '新安村', reason: '道路中断' },
  drawAssigned: { draw: 1, checks: 9, dueOn: day },
  materialRequested: { requestId: 'r', what: '2026年一季度财务公开照片', gap: '系统中没有' },
  materialAnswered: { requestId: 'r', what: '2026年一季度财务公开照片', text: '已上传。' },
  materialWithdrawn: { requestId: 'r', what: '2026年一季度财务公开照片', reason: '已在系统中找到' },
} satisfies Partial<EventDetails>
