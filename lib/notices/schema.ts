import { z } from 'zod'
import { largestFile } from '@/lib/attachments/limits'
import { reason, requiredText, text } from '@/lib/cases/schema'
import { blank, linkedIds, version } from '@/lib/entries/schema'
import { NoticeKind } from '@/prisma/generated/enums'

const optionalId = z.preprocess(blank, z.uuid().optional())
const ticked = z
  .stringbool({ truthy: ['on', 'true'] })
  .or(z.boolean())
  .default(false)

/** What a person writes of a notice. */
const content = {
  kind: z.enum(NoticeKind),
  addresseeId: z.uuid(),
  copiedIds: linkedIds,
  /** 抄送联系县领导: whoever is linked to the village. */
  copyLeader: ticked,
  title: z.string().trim().min(2).max(100),
  facts: requiredText,
  basis: text.default(''),
  demand: requiredText,
  dueOn: z.iso.date(),
  contact: z.string().trim().max(100).default(''),
  findingIds: linkedIds,
}

/** A draft: of a case, of a village, or of neither; from a measure, from findings, after a former one. */
export const draftNoticeInput = z.object({
  ...content,
  caseId: optionalId,
  villageId: optionalId,
  measureId: optionalId,
  formerId: optionalId,
})

const onNotice = { noticeId: z.uuid(), version }

export const editNoticeInput = z.object({ ...onNotice, ...content })
/** The same where the notice stands in the address. */
export const editNoticeBody = z.object({ version, ...content })
export const signNoticeInput = z.object(onNotice)
export const withdrawNoticeInput = z.object({ ...onNotice, reason })
export const receiveNoticeInput = z.object(onNotice)

/** Files of one reply; together they are one request, which takes no more than the largest file. */
const mostEvidence = 5

const file = z.file().max(largestFile, { error: 'fileTooLarge' })

export const replyNoticeInput = z.object({
  ...onNotice,
  text: requiredText,
  files: z
    .preprocess((given) => given ?? [], z.array(file).max(mostEvidence, { error: 'evidenceMany' }))
    .default([]),
})
export const verifyNoticeInput = z.object({ ...onNotice, opinion: requiredText })
export const returnNoticeInput = z.object({ ...onNotice, reason, dueOn: z.iso.date() })
export const closeNoticeInput = z.object({ ...onNotice, note: text.default('') })

export type NoticeDraft = z.output<typeof draftNoticeInput>
export type NoticeContent = Omit<NoticeDraft, 'caseId' | 'villageId' | 'measureId' | 'formerId'>
