import type { Day } from '@/lib/dates'

/** Inspection rounds and their draws: each on the chain of its round. */
export type RoundEvents = {
  roundPlanned: { title: string; method: string; fromOn: Day; toOn: Day }
  roundChanged: { title: string }
  roundEnded: { title: string; cancelled: boolean; note: string }
  roundPublished: { title: string }
  villagePicked: { village: string; code: string; inspectors: string[]; reason: string }
  drawFrozen: { draw: number; eligible: number; sha256: string; reason: string }
  drawSeeded: { draw: number; random: string; source: string; publicOn: Day }
  drawMade: {
    draw: number
    publicNumber: string
    seed: string
    villages: number
    resultSha256: string
  }
  drawAbandoned: { draw: number; reason: string }
  drawReplaced: { draw: number; out: string; in: string; reason: string }
  drawAssigned: { draw: number; checks: number; dueOn: Day }
}
