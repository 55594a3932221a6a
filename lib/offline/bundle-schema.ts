import { z } from 'zod'

const day = z.iso.date()

/** Everything of the person's scope that the phone needs without a network. */
export const bundle = z.object({
  /** Changes when the shape does: an app of another version fetches it anew. */
  schema: z.literal(1),
  person: z.object({ id: z.uuid(), name: z.string(), organisation: z.string() }),
  openUntil: z.iso.datetime().meta({
    description: 'Until when the phone may open its data without a new online sign-in.',
  }),
  more: z.number().int().optional().meta({
    description: 'Cases of the person that are not among these, because a phone keeps no more.',
  }),
  cases: z.array(
    z.object({
      id: z.uuid(),
      village: z.object({ code: z.string(), name: z.string() }),
      township: z.string(),
      mayVisit: z.boolean(),
      mayRecord: z.boolean().optional(),
      people: z.array(z.object({ id: z.uuid().nullable(), name: z.string(), post: z.string() })),
      problems: z.array(z.object({ id: z.uuid(), number: z.number().int(), title: z.string() })),
      measures: z.array(
        z.object({
          id: z.uuid(),
          number: z.number().int(),
          title: z.string(),
          dueOn: day,
          yellowOn: day,
          percent: z.number().int(),
          version: z.number().int(),
          mayReport: z.boolean(),
        }),
      ),
    }),
  ),
})

export type Bundle = z.infer<typeof bundle>
