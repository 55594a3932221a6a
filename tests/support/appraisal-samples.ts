const day = '2026-11-20'
const watched = { listingId: '1', organisation: '江口乡党委', member: '' }

/** One event of each kind of the key register and the appraisal. */
export const appraisalSamples = {
  watchProposed: { ...watched, rules: ['overdueShare'] },
  watchLapsed: watched,
  watchListed: { ...watched, reason: '逾期多', measures: '约谈', basis: '部务会' },
  watchDeclined: { ...watched, reason: '已说明' },
  watchReplied: { ...watched, text: '正在整改' },
  watchCleared: { ...watched, reason: '已整改', basis: '部务会' },
  appraisalOpened: { year: 2026, ruleVersion: 1 },
  appraisalComputed: { year: 2026, sheets: 9 },
  appraisalVerified: { year: 2026, organisation: '江口乡党委', changed: ['按期销号'] },
  appraisalSelfScored: { year: 2026, organisation: '江口乡党委' },
  appraisalAnnounced: { year: 2026, appealUntil: day },
  appraisalAppealed: {
    year: 2026,
    organisation: '江口乡党委',
    indicator: '按期销号',
    text: '因灾顺延',
  },
  appraisalAppealAnswered: {
    year: 2026,
    organisation: '江口乡党委',
    upheld: true,
    text: '情况属实',
  },
  appraisalPublished: { year: 2026, documentNo: '鹿组通〔2026〕1号', sheets: 9 },
  appraisalExported: { year: 2026, format: 'xlsx', sheets: 9 },
}
