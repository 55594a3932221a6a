import type { NoticeEvents } from '@/lib/audit/notice-events'

const day = '2026-11-20'
const notice = {
  noticeId: 'n',
  notice: 'SUPERVISION',
  reference: '鹿组督函〔2026〕3号',
  title: '古木村村务公开不及时',
  addressee: '江口乡党委',
}

/** One event of every kind of notices. */
export const noticeSamples: NoticeEvents = {
  noticeDrafted: { ...notice, reference: '', dueOn: day },
  noticeEdited: { ...notice, reference: '', dueOn: day },
  noticeWithdrawn: { ...notice, reference: '', reason: '已当面办结' },
  noticeSigned: { ...notice, dueOn: day },
  noticeReceived: notice,
  noticeReplied: { ...notice, text: '已完成公示' },
  noticeReturned: { ...notice, reason: '未附公示照片', dueOn: day },
  noticeVerified: { ...notice, text: '现场核实属实' },
  noticeClosed: { ...notice, text: '同意办结' },
  noticeReissued: { ...notice, by: '鹿组督函〔2026〕4号' },
}
