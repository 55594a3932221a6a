import type { Body } from './outbox'

/**
 * What goes out, in Chinese: how much waits and where to look, never of which village and never why
 * it is on a list. A test looks for such words.
 */
export function wordsOf(body: Body, link: string): { subject: string; text: string } {
  switch (body.kind) {
    case 'digest': {
      const subject = `您有 ${body.open} 件事项逾期待办`
      const fresh = body.fresh < body.open ? `，其中新增 ${body.fresh} 件` : ''
      return {
        subject,
        text: `${subject}${fresh}。\n请登录系统在“提醒”中查看并办理：${link}\n同一天不再重复提醒。`,
      }
    }
    case 'group':
      return {
        subject: '逾期事项提醒',
        text: `今日共有 ${body.things} 件事项逾期待办，已提醒 ${body.people} 人。\n请登录系统在“提醒”中查看：${link}`,
      }
    case 'test':
      return { subject: '通知渠道测试', text: `这是一条测试消息，收到即表示渠道可用。\n${link}` }
    case 'event':
      return { subject: body.event, text: link }
  }
}
