import { z } from 'zod'
import {
  closeNoticeInput,
  draftNoticeInput,
  editNoticeBody,
  receiveNoticeInput,
  replyNoticeInput,
  returnNoticeInput,
  signNoticeInput,
  verifyNoticeInput,
  withdrawNoticeInput,
} from '@/lib/notices/schema'
import { NoticeKind, NoticeStatus } from '@/prisma/generated/enums'
import { township } from './paging'
import type { Operation } from './serve'

const day = z.iso.date()
const byId = z.object({ id: z.uuid() })
const made = z.object({ id: z.uuid() })
const on = { noticeId: true } as const

const listedNotice = z.object({
  id: z.uuid(),
  caseId: z.uuid().nullable().meta({ description: 'Null: about no case.' }),
  village: z.object({ id: z.uuid(), name: z.string() }).nullable(),
  township: z.string().nullable(),
  kind: z.enum(NoticeKind),
  status: z.enum(NoticeStatus),
  reference: z.string().meta({ description: 'The number as printed; empty before it is signed.' }),
  title: z.string(),
  addressee: z.object({ id: z.uuid(), name: z.string() }),
  dueOn: day,
  replyDueOn: day.nullable().meta({ description: 'Until when a reply is due now.' }),
  signedOn: day.nullable(),
  repliedOn: day.nullable(),
  closedOn: day.nullable(),
  light: z.object({ colour: z.enum(['green', 'yellow', 'red', 'grey']), reason: z.string() }),
})

const noticeDetail = listedNotice.extend({
  facts: z.string(),
  basis: z.string(),
  demand: z.string(),
  contact: z.string(),
  copied: z.array(z.string()),
  formerId: z.uuid().nullable(),
  measureId: z.uuid().nullable(),
  replies: z.array(
    z.object({
      number: z.number().int(),
      text: z.string(),
      files: z.array(
        z.object({ name: z.string(), mediaType: z.string(), bytes: z.number().int() }),
      ),
      by: z.string(),
      organisation: z.string(),
      repliedOn: day,
      verdict: z.enum(['RETURNED', 'VERIFIED']).nullable(),
      opinion: z.string(),
    }),
  ),
  verbs: z.array(z.string()).meta({ description: 'What the caller may do with it now.' }),
  version: z.number().int(),
})

const verb = <Body extends z.ZodType>(path: string, summary: string, body: Body) => ({
  method: 'post' as const,
  path: `/notices/{id}/${path}`,
  summary,
  params: byId,
  body,
  answer: made,
})

/** Supervision notices: drafted, then the verbs of their way. Files of a reply go through the page. */
export const noticeOperations = {
  listNotices: {
    method: 'get',
    path: '/notices',
    summary: 'Supervision notices in scope, the newest first',
    query: z.strictObject({
      case: z.uuid().optional(),
      village: z.uuid().optional(),
      township: township.optional(),
      organisation: z.uuid().optional(),
      kind: z.enum(NoticeKind).optional(),
      status: z.enum(NoticeStatus).optional(),
      state: z.enum(['open', 'overdue']).optional(),
      limit: z.coerce.number().int().min(1).max(100).default(20),
      cursor: z.string().max(100).optional(),
    }),
    answer: z.object({ items: z.array(listedNotice), nextCursor: z.string().nullable() }),
  },
  readNotice: {
    method: 'get',
    path: '/notices/{id}',
    summary: 'One notice with every reply',
    params: byId,
    answer: noticeDetail,
  },
  draftNotice: {
    method: 'post',
    path: '/notices',
    summary: 'Drafts a notice; somebody else signs it',
    body: draftNoticeInput,
    answer: made,
    status: 201,
  },
  editNotice: verb('edit', 'Changes a draft; the body is the whole content', editNoticeBody),
  withdrawNotice: verb('withdraw', 'Takes a draft back', withdrawNoticeInput.omit(on)),
  signNotice: {
    ...verb(
      'sign',
      'Signs a draft of somebody else: it is numbered and sent',
      signNoticeInput.omit(on),
    ),
    answer: made.extend({ reference: z.string() }),
  },
  receiveNotice: verb('receive', 'The addressee signs for it', receiveNoticeInput.omit(on)),
  replyNotice: verb(
    'reply',
    'The addressee replies',
    replyNoticeInput.omit({ ...on, files: true }),
  ),
  verifyNotice: verb('verify', 'Finds the reply to hold true', verifyNoticeInput.omit(on)),
  returnNotice: verb('return', 'Returns the reply, with a new day', returnNoticeInput.omit(on)),
  closeNotice: verb('close', 'Closes what was verified', closeNoticeInput.omit(on)),
} as const satisfies Record<string, Operation>
