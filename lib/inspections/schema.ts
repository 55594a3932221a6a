import { z } from 'zod'
import { reason, text } from '@/lib/cases/schema'
import { questionKinds, sheet } from '@/lib/spot-checks/sheet'
import { InspectionMethod, RoundScope } from '@/prisma/generated/enums'

const onRound = z.object({
  roundId: z.uuid(),
  version: z.coerce.number().int().positive(),
})

/** A question as the form gives it: options in one line, a tick for what must be answered. */
const questionRow = z.object({
  code: z.string().max(40).optional(),
  kind: z.enum(questionKinds).default('TEXT'),
  text: z.string().trim().min(2).max(500),
  hint: z.string().trim().max(500).default(''),
  options: z.union([z.string().max(2000), z.array(z.string())]).default(''),
  required: z.union([z.literal('on'), z.boolean()]).optional(),
})

/** Rows of the form as a question sheet; a new question gets the next free code. */
const questionsInput = z
  .array(questionRow)
  .max(60)
  .default([])
  .transform((rows): z.input<typeof sheet> => {
    const taken = new Set(rows.map(({ code }) => code))
    let next = 1
    const freeCode = () => {
      while (taken.has(`q${next}`)) next++
      return `q${next++}`
    }
    return rows.map(({ code, options, required, ...rest }) => ({
      ...rest,
      code: code ?? freeCode(),
      options:
        typeof options === 'string'
          ? options
              .split(/[\n、,，;；]/)
              .map((one) => one.trim())
              .filter(Boolean)
          : options,
      required: required === 'on' || required === true,
    }))
  })
  .pipe(sheet)

const townshipIds = z
  .array(z.string().regex(/^\d{9}$/))
  .max(100)
  .default([])
  .transform((ids) => [...new Set(ids)].sort())

const plan = z.object({
  title: z.string().trim().min(2).max(100),
  method: z.enum(InspectionMethod),
  fromOn: z.iso.date(),
  toOn: z.iso.date(),
  scope: z.enum(RoundScope),
  townshipIds,
  purpose: text.default(''),
  questions: questionsInput,
})

const inOrder = {
  path: ['toOn'],
  error: 'roundEndsEarlier',
}
const ordered = ({ fromOn, toOn }: { fromOn: string; toOn: string }) => fromOn <= toOn

export const planRoundInput = plan.refine(ordered, inOrder)
export const changeRoundInput = plan.extend(onRound.shape).refine(ordered, inOrder)
export const endRoundInput = onRound.extend({ note: text.default('') })
export const cancelRoundInput = onRound.extend({ reason })
export const publishRoundInput = onRound

/** A village named by hand, with the two or more who check it. */
export const pickVillageInput = onRound.extend({
  villageCode: z.string().regex(/^\d{12}$/),
  reason,
  inspectorIds: z.array(z.uuid()).min(2).max(6),
  dueOn: z.iso.date(),
})
