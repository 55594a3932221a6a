import type { Stage } from '@/prisma/generated/enums'

/** In which stages what can be done about a problem. */
export const problemStages: Readonly<Record<'add' | 'change' | 'settle', readonly Stage[]>> = {
  add: ['CANDIDATE', 'PLANNING', 'RECTIFYING'],
  /** Words are corrected only before a plan answers them. */
  change: ['CANDIDATE', 'PLANNING'],
  /** Solving, verifying and sending back. */
  settle: ['RECTIFYING'],
}
