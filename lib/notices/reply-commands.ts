import 'server-only'
import type { z } from 'zod'
import { authorize } from '@/lib/access/policy'
import { signature, type Viewer } from '@/lib/access/viewer-types'
import { examine } from '@/lib/attachments/examine'
import { largestFile } from '@/lib/attachments/limits'
import { keepFile } from '@/lib/attachments/store'
import { fromDay } from '@/lib/dates'
import { read } from '@/lib/db'
import { InvalidInput } from '@/lib/errors'
import { newId } from '@/lib/ids'
import { noClock } from './clock'
import type { EvidenceFile } from './evidence'
import { findNotice, told } from './open-notice'
import { subjectOfNotice } from './rules'
import type { replyNoticeInput } from './schema'
import { step } from './step-commands'

/**
 * The addressee replies: what was done, in words, with files as evidence. Each file is looked into and
 * kept like any attachment, under its content; the reply stands as it was sent.
 */
export async function replyNotice(viewer: Viewer, input: z.output<typeof replyNoticeInput>) {
  // Before any work is spent on files: who may not reply is told so at once.
  await read(viewer, async (tx) =>
    authorize(
      viewer,
      'notice.reply',
      subjectOfNotice(await findNotice(tx, viewer, input.noticeId)),
    ),
  )
  const files = await keptFiles(input.files)
  const { text } = input
  return step(viewer, input, 'reply', async (tx, { notice, grant }) => {
    await tx.noticeReply.create({
      data: {
        ...{ id: newId(), noticeId: notice.id, number: notice.returns + 1, text, files },
        authorId: viewer.userId,
        authorName: signature({ viewer, grant }),
        organisationName: grant.organisationName,
        repliedOn: fromDay(viewer.today),
      },
      select: { id: true },
    })
    return {
      set: { ...noClock, repliedById: viewer.userId, repliedOn: fromDay(viewer.today) },
      event: { kind: 'noticeReplied', details: { ...told(notice), text } },
    }
  })
}

async function keptFiles(files: readonly File[]): Promise<EvidenceFile[]> {
  const total = files.reduce((sum, { size }) => sum + size, 0)
  if (total > largestFile) throw new InvalidInput([{ field: 'files', code: 'evidenceTooLarge' }])
  const kept: EvidenceFile[] = []
  for (const file of files) {
    const { bytes, mediaType, name } = await examine(file).catch(besideFiles)
    kept.push({ name, mediaType, bytes: bytes.length, sha256: await keepFile(bytes) })
  }
  return kept
}

/** A file that is not taken is refused beside the field of this form. */
function besideFiles(error: unknown): never {
  if (error instanceof InvalidInput) {
    throw new InvalidInput(error.issues.map((issue) => ({ ...issue, field: 'files' })))
  }
  throw error
}
