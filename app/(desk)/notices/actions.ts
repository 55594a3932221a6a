'use server'
import { action } from '@/lib/action'
import {
  draftNotice as runDraft,
  editNotice as runEdit,
  withdrawNotice as runWithdraw,
} from '@/lib/notices/draft-commands'
import { replyNotice as runReply } from '@/lib/notices/reply-commands'
import {
  closeNoticeInput,
  draftNoticeInput,
  editNoticeInput,
  receiveNoticeInput,
  replyNoticeInput,
  returnNoticeInput,
  signNoticeInput,
  verifyNoticeInput,
  withdrawNoticeInput,
} from '@/lib/notices/schema'
import { signNotice as runSign } from '@/lib/notices/sign-commands'
import {
  closeNotice as runClose,
  receiveNotice as runReceive,
  returnNotice as runReturn,
  verifyNotice as runVerify,
} from '@/lib/notices/step-commands'

const to = (noticeId: string) => `/notices/${noticeId}`

export const draftNotice = action({
  schema: draftNoticeInput,
  permission: 'notice.draft',
  run: runDraft,
  done: (id) => ({ to: to(id), say: { code: 'notices.done.draft' } }),
})

export const editNotice = action({
  schema: editNoticeInput,
  permission: 'notice.draft',
  run: runEdit,
  done: (id) => ({ to: to(id), say: { code: 'notices.done.edit' } }),
})

export const withdrawNotice = action({
  schema: withdrawNoticeInput,
  permission: 'notice.draft',
  run: runWithdraw,
  done: (id) => ({ to: to(id), say: { code: 'notices.done.withdraw' } }),
})

export const signNotice = action({
  schema: signNoticeInput,
  permission: 'notice.sign',
  run: runSign,
  done: ({ noticeId, reference }) => ({
    to: to(noticeId),
    say: { code: 'notices.done.sign', params: { reference } },
  }),
})

export const receiveNotice = action({
  schema: receiveNoticeInput,
  permission: 'notice.reply',
  run: runReceive,
  done: (id) => ({ to: to(id), say: { code: 'notices.done.receive' } }),
})

export const replyNotice = action({
  schema: replyNoticeInput,
  permission: 'notice.reply',
  run: runReply,
  done: (id) => ({ to: to(id), say: { code: 'notices.done.reply' } }),
})

export const verifyNotice = action({
  schema: verifyNoticeInput,
  permission: 'notice.verify',
  run: runVerify,
  done: (id) => ({ to: to(id), say: { code: 'notices.done.verify' } }),
})

export const returnNotice = action({
  schema: returnNoticeInput,
  permission: 'notice.verify',
  run: runReturn,
  done: (id) => ({ to: to(id), say: { code: 'notices.done.return' } }),
})

export const closeNotice = action({
  schema: closeNoticeInput,
  permission: 'notice.close',
  run: runClose,
  done: (id) => ({ to: to(id), say: { code: 'notices.done.close' } }),
})
