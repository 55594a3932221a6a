import { z } from 'zod'
import { reason, requiredText, text } from '@/lib/cases/schema'
import { blank, entryId, version } from '@/lib/entries/schema'
import { FindingGravity, FindingKind } from '@/prisma/generated/enums'

/** Where findings come from besides the county's own checks: 巡察、审计、信访、市级抽查. */
export const outsideOrigins = ['PATROL', 'AUDIT', 'PETITION', 'CITY_CHECK'] as const

export const enterFindingInput = z.object({
  id: entryId,
  villageId: z.uuid(),
  origin: z.enum(outsideOrigins),
  /** The paper it comes from, with its number and day. */
  source: z.string().trim().min(2).max(300),
  foundOn: z.iso.date(),
  kind: z.enum(FindingKind),
  gravity: z.enum(FindingGravity),
  text: requiredText,
  evidence: text.default(''),
  measureId: z.preprocess(blank, z.uuid().optional()),
})

export type EnterFinding = z.output<typeof enterFindingInput>

const onFinding = { findingId: z.uuid(), version }

export const sendFindingInput = z.object({
  ...onFinding,
  organisationIds: z.preprocess(
    (value) => (typeof value === 'string' ? [value] : (value ?? [])),
    z.array(z.uuid()).min(1, { error: 'chooseOne' }).max(10),
  ),
})
export const settleFindingInput = z.object({
  ...onFinding,
  /** Whether it held true. */
  outcome: z.enum(['SETTLED', 'DISMISSED']),
  reason,
})
export const withdrawFindingInput = z.object({ ...onFinding, reason })
