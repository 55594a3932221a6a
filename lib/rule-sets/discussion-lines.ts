import { z } from 'zod'

/** Lines a step of 四议两公开 can be held to; `0` draws none. */
export const fractions = ['0', '1/2', '2/3', '3/4', '4/5'] as const

const line = z
  .strictObject({
    /** Present, at least this part of those due. */
    presence: z.enum(fractions),
    /** For it, more than this part of those due or of those present. */
    approval: z.enum(fractions),
    of: z.enum(['DUE', 'PRESENT']),
  })
  .readonly()

export type DiscussionLine = z.infer<typeof line>

const none: DiscussionLine = { presence: '0', approval: '0', of: 'PRESENT' }

/** 党员大会 ≥ 2/3 present and > 1/2 of those due; 村民代表会议 ≥ 2/3 present and > 1/2 of those present. */
export const defaultDiscussionLines = {
  branch: none,
  committees: none,
  members: { presence: '2/3', approval: '1/2', of: 'DUE' },
  representatives: { presence: '2/3', approval: '1/2', of: 'PRESENT' },
} as const

/** Lines per step; rule sets of before have none written and are held to the usual ones. */
export const discussionLines = z
  .strictObject({ branch: line, committees: line, members: line, representatives: line })
  .readonly()
  .default(defaultDiscussionLines)

export type DiscussionLines = z.infer<typeof discussionLines>

/** A fraction in whole numbers. */
export function parts(fraction: string): { over: number; under: number } {
  const [over = '0', under = '1'] = fraction.split('/')
  return { over: Number(over), under: Number(under) }
}
