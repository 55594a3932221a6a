import { calendarNow } from '@/lib/calendar/queries'
import { addWorkingDays, isWorkingDay } from '@/lib/calendar/rules'
import { answerComplaint, fileComplaint } from '@/lib/complaints/commands'
import { addDays, type Day } from '@/lib/dates'
import { read } from '@/lib/db'
import { saveChannel } from '@/lib/notifications/channel-commands'
import { remind } from '@/lib/notifications/run-commands'
import { askWebhook } from '@/lib/notifications/webhook-commands'
import { as, officeOf, type Telling } from './context'

/**
 * What people think of the forms, a mail server that is not switched on and a platform that wants to
 * be told of strike-offs; then the ladder climbs as it would have by nine o'clock of the last working
 * day. No demo sends anything out.
 */
export async function tellReminders(telling: Telling, today: Day): Promise<void> {
  const day = (offset: number) => addDays(today, offset)
  const answered = await fileComplaint(await as(telling, 'township-jiangkou', day(-9)), {
    page: '/records/new',
    text: '同一次“三会一课”既要在这里登记，又要在党员教育平台登记一遍，建议能导入就导入。',
  })
  await answerComplaint(await as(telling, officeOf(telling), day(-7)), {
    complaintId: answered,
    version: 1,
    answer: '组织生活以党员教育平台为准，本系统只登记整顿措施里列明的内容，其余不用再填。',
  })
  await fileComplaint(await as(telling, 'team-1', day(-3)), {
    page: '/visits/new',
    text: '走访登记希望能记住上次一起去的人，不用每次重新选。',
  })
  await fileComplaint(await as(telling, 'township-zhaisha', day(-1)), {
    page: '/meeting',
    text: '调度会前两天才通知报进展，建议至少提前三个工作日。',
  })
  await saveChannel(await as(telling, 'admin', day(-20)), {
    kind: 'SMTP',
    name: '组织部邮箱（演示，未启用）',
    active: 'no',
    host: 'smtp.example.gov.cn',
    port: 465,
    security: 'TLS',
    from: 'tixing@example.gov.cn',
    user: '',
  })
  await askWebhook(await as(telling, 'admin', day(-2)), {
    name: '县大数据平台（演示）',
    url: 'https://data.example.gov.cn/hooks/ovop',
    secret: 'demonstration only',
    kinds: ['caseClosed', 'noticeSigned', 'noticeClosed'],
  })
  const calendar = await read(await as(telling, officeOf(telling), today), calendarNow)
  const last = isWorkingDay(today, calendar) ? today : addWorkingDays(today, -1, calendar)
  await remind(new Date(`${last}T09:00:00+08:00`))
}
