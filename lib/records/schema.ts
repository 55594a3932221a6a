import { z } from 'zod'
import { reason, requiredText, text } from '@/lib/cases/schema'
import { entryId, linkedIds, version } from '@/lib/entries/schema'
import type { RecordKind } from '@/prisma/generated/enums'
import { type Details, details, projectResult } from './details'
import { recordKinds } from './kinds'

/** Kinds whose typed fields say it already: their text may stay blank. */
const toldByFields: readonly RecordKind[] = [
  'SECRETARY_ADJUSTED',
  'COMMITTEE_POST_CHANGED',
  'TEAM_MEMBER_ADDED',
  'ELECTION',
  'RESERVE_ADDED',
  'RESERVE_PROMOTED',
  'PROJECT',
  'FUNDS',
  'REGULATION_ADOPTED',
  'FOUR_DISCUSSIONS',
]

export const needsText = (kind: RecordKind) => !toldByFields.includes(kind)

type Common = { day: string; text: string; problemIds: string[]; measureIds: string[] }
/** What a person writes, the kind and its typed fields belonging together. */
export type RecordContent = {
  [K in RecordKind]: Common & { kind: K; detail: Details[K] }
}[RecordKind]

const common = { day: z.iso.date(), problemIds: linkedIds, measureIds: linkedIds }

/** One schema per kind around the same outer fields, told apart by `kind`. */
function perKind<Shape extends z.ZodRawShape>(outer: Shape) {
  const forms = recordKinds.map((kind) =>
    z.object({
      ...outer,
      ...common,
      kind: z.literal(kind),
      text: needsText(kind) ? requiredText : text.default(''),
      detail: z.preprocess((value) => value ?? {}, details[kind]),
    }),
  )
  const [first, ...others] = forms
  if (!first) throw new Error('no record kinds')
  return z.discriminatedUnion('kind', [first, ...others]) as unknown as z.ZodType<
    z.output<z.ZodObject<Shape>> & RecordContent
  >
}

/** A record as it is sent, under an id of the sender's own making. */
export const addRecordInput = perKind({ id: entryId, caseId: z.uuid() })
export type AddRecord = z.output<typeof addRecordInput>

const onRecord = { recordId: z.uuid(), version }

export const editRecordInput = perKind(onRecord)
export type EditRecord = z.output<typeof editRecordInput>
/** The same where the record stands in the address. */
export const editRecordBody = perKind({ version })
export const withdrawRecordInput = z.object({ ...onRecord, reason })
export const addResultInput = projectResult.extend(onRecord)
