import { z } from 'zod'
import { reason, requiredText, text } from '@/lib/cases/schema'
import { isId } from '@/lib/ids'
import { ContactKind } from '@/prisma/generated/enums'

/** Empty where a form field was left blank. */
const blank = (value: unknown) => (value === '' ? undefined : value)
const short = z.string().trim().max(200)
const ids = z.preprocess(
  (value) => (typeof value === 'string' ? [value] : (value ?? [])),
  z.array(z.uuid()).max(50).transform(unique),
)

/** What a person writes about a visit; nothing but one sentence is required. */
const content = {
  kind: z.enum(ContactKind).default('HOME_VISIT'),
  day: z.iso.date(),
  found: requiredText,
  settled: text.default(''),
  task: z.string().trim().max(1000).default(''),
  taskPerson: short.default(''),
  taskDueOn: z.preprocess(blank, z.iso.date().optional()),
  companionIds: ids,
  companions: short.default(''),
  metCount: z.preprocess(blank, z.coerce.number().int().min(0).max(100_000).optional()),
  met: z.string().trim().max(500).default(''),
  problemIds: ids,
  measureIds: ids,
}

const wholeTask = (input: { task: string; taskPerson: string; taskDueOn?: string }) =>
  input.task !== '' || (input.taskPerson === '' && input.taskDueOn === undefined)
const taskMissing = { path: ['task'], error: 'visitTaskMissing' }

/**
 * A visit as it is sent. `id` is a UUID v7 of the sender's own making (`newId`), and the key under
 * which it is stored once, however often it is sent.
 */
export const logVisitInput = z
  .object({
    id: z.string().refine(isId, { error: 'visitIdMalformed' }),
    caseId: z.uuid(),
    ...content,
  })
  .refine(wholeTask, taskMissing)

const version = z.coerce.number().int().positive()
const onVisit = { visitId: z.uuid(), version }

export const editVisitInput = z.object({ ...onVisit, ...content }).refine(wholeTask, taskMissing)
/** The same where the visit stands in the address. */
export const editVisitBody = z.object({ version, ...content }).refine(wholeTask, taskMissing)
export const withdrawVisitInput = z.object({ ...onVisit, reason })
export const finishVisitTaskInput = z.object({ ...onVisit, result: text.default('') })

export type LogVisit = z.output<typeof logVisitInput>
export type VisitContent = Omit<LogVisit, 'id' | 'caseId'>

function unique(values: string[]): string[] {
  return [...new Set(values)].sort()
}
