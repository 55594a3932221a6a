import 'server-only'
import type { z } from 'zod'
import type { Viewer } from '@/lib/access/viewer-types'
import { RuleBroken } from '@/lib/errors'
import type { verifyTimelineInput } from './schema'
import { readTimeline } from './timeline-queries'
import { verifyCase } from './verify'

/**
 * The button "verify" of a timeline: recomputes the case's whole chain and holds it against the
 * signed checkpoints. Throws `RuleBroken('chainBroken')` naming the events at fault.
 */
export async function verifyTimeline(viewer: Viewer, input: z.infer<typeof verifyTimelineInput>) {
  await readTimeline(viewer, input.caseId, { limit: 1 })
  const { events, findings, vouchedUntil, unvouchedEvents } = await verifyCase(input.caseId)
  if (findings.length > 0) {
    const places = [
      ...new Set(findings.map((finding) => ('seq' in finding ? finding.seq : finding.number))),
    ]
    throw new RuleBroken('chainBroken', {
      findings: findings.length,
      places: places.slice(0, 10).join('、'),
    })
  }
  return {
    events,
    vouching: vouchedUntil === null ? 'none' : unvouchedEvents > 0 ? 'part' : 'all',
    vouched: events - unvouchedEvents,
    unvouched: unvouchedEvents,
  }
}
