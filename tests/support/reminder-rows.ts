import { newId } from '@/lib/ids'
import type { Row } from './plant'

/** A step of the ladder of something overdue in a case, which nobody in particular owes. */
export function stepRow(caseId: string): Row {
  return {
    id: newId(),
    case_id: caseId,
    subject: 'measure',
    subject_id: newId(),
    level: 'RESPONSIBLE',
    due_on: '2026-03-01',
    on_day: '2026-03-02',
  }
}

/** What reminders of a county leave behind: a step told in a digest, what goes out, a complaint. */
export function reminderRows(caseId: string, userId: string): (readonly [string, Row[]])[] {
  const [step, digest, channel] = [newId(), newId(), newId()]
  const county_id = '450223'
  return [
    [
      'reminder_steps',
      [
        {
          id: step,
          case_id: caseId,
          subject: 'measure',
          subject_id: newId(),
          level: 'RESPONSIBLE',
          due_on: '2026-03-01',
          on_day: '2026-03-02',
        },
      ],
    ],
    [
      'digests',
      [{ id: digest, county_id, user_id: userId, day: newDay(), open_count: 1, fresh_count: 1 }],
    ],
    [
      'reminders',
      [
        {
          id: newId(),
          county_id,
          step_id: step,
          user_id: userId,
          basis: 'PERSON',
          digest_id: digest,
        },
      ],
    ],
    ['channels', [{ id: channel, county_id, kind: 'WECOM', name: '工作群', settings: {} }]],
    [
      'webhook_subscriptions',
      [
        {
          id: newId(),
          county_id,
          name: '县大数据平台',
          host: 'example.gov.cn',
          sealed: '',
          kinds: [],
        },
      ],
    ],
    [
      'deliveries',
      [
        {
          id: newId(),
          county_id,
          key: newId(),
          channel_id: channel,
          body: {},
          next_at: '2026-03-02',
        },
      ],
    ],
  ]
}

let days = 0
const newDay = () => `2020-01-${String((days++ % 28) + 1).padStart(2, '0')}`

/** Settings and a complaint of one person. */
export function ownReminderRows(userId: string): (readonly [string, Row[]])[] {
  const county_id = '450223'
  return [
    ['reminder_settings', [{ user_id: userId, county_id }]],
    [
      'complaints',
      [{ id: newId(), county_id, text: '重复填写', author_id: userId, filed_on: '2026-03-02' }],
    ],
  ]
}
