import { z } from 'zod'
import { reason, requiredText, text } from '@/lib/cases/schema'
import { blank, entryId, linkedIds, short, version } from '@/lib/entries/schema'
import { ContactKind } from '@/prisma/generated/enums'

/** What a person writes about a visit; nothing but one sentence is required. */
const content = {
  kind: z.enum(ContactKind).default('HOME_VISIT'),
  day: z.iso.date(),
  found: requiredText,
  settled: text.default(''),
  task: z.string().trim().max(1000).default(''),
  taskPerson: short.default(''),
  taskDueOn: z.preprocess(blank, z.iso.date().optional()),
  companionIds: linkedIds,
  companions: short.default(''),
  metCount: z.preprocess(blank, z.coerce.number().int().min(0).max(100_000).optional()),
  met: z.string().trim().max(500).default(''),
  problemIds: linkedIds,
  measureIds: linkedIds,
}

const wholeTask = (input: { task: string; taskPerson: string; taskDueOn?: string }) =>
  input.task !== '' || (input.taskPerson === '' && input.taskDueOn === undefined)
const taskMissing = { path: ['task'], error: 'visitTaskMissing' }

/** A visit as it is sent, under an id of the sender's own making. */
export const logVisitInput = z
  .object({
    id: entryId,
    caseId: z.uuid(),
    ...content,
  })
  .refine(wholeTask, taskMissing)

const onVisit = { visitId: z.uuid(), version }

export const editVisitInput = z.object({ ...onVisit, ...content }).refine(wholeTask, taskMissing)
/** The same where the visit stands in the address. */
export const editVisitBody = z.object({ version, ...content }).refine(wholeTask, taskMissing)
export const withdrawVisitInput = z.object({ ...onVisit, reason })
export const finishVisitTaskInput = z.object({ ...onVisit, result: text.default('') })

export type LogVisit = z.output<typeof logVisitInput>
export type VisitContent = Omit<LogVisit, 'id' | 'caseId'>
