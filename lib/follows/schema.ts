import { z } from 'zod'

/** The star of a case: set (`on`) or taken off. */
export const followInput = z.object({ caseId: z.uuid(), follow: z.enum(['on', 'off']) })

/** The same as one value, for the stars of a list, which share a form: `on:<case>`. */
export const starInput = z
  .object({ star: z.string().transform(asFollow).pipe(followInput) })
  .transform(({ star }) => star)

function asFollow(star: string) {
  const [follow, caseId] = star.split(':')
  return { follow, caseId }
}
