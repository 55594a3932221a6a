import type { ReminderEvents } from '@/lib/audit/reminder-events'

/** One event of every kind that reminders, ways out and complaints tell of. */
export const reminderSamples: ReminderEvents = {
  feedMade: { account: 'w' },
  feedRevoked: { account: 'w' },
  channelSaved: { name: '工作群', channel: 'WECOM' },
  channelRemoved: { name: '工作群', channel: 'WECOM' },
  webhookAsked: { name: '县大数据平台', host: 'data.example.gov.cn', kinds: ['caseClosed'] },
  webhookConfirmed: { name: '县大数据平台', host: 'data.example.gov.cn' },
  webhookDeclined: { name: '县大数据平台', host: 'data.example.gov.cn' },
  webhookEnded: { name: '县大数据平台', host: 'data.example.gov.cn' },
  complaintFiled: { page: '/visits/new' },
  complaintAnswered: { page: '/visits/new', text: '已取消重复填写' },
}
