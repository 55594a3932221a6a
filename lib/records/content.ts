import { fromDay, toDay } from '@/lib/dates'
import type { RecordKind } from '@/prisma/generated/enums'
import type { RecordContent } from './schema'
import type { WholeRecord } from './select'

/** The columns of what a person wrote; the typed fields as JSON, without what is left blank. */
export function columnsOf({ kind, day, text, detail, problemIds, measureIds }: RecordContent) {
  return { kind, text, problemIds, measureIds, day: fromDay(day), detail: asJson(detail) }
}

export const asJson = (value: object) => JSON.parse(JSON.stringify(value)) as object

/** What a person wrote, out of its columns. */
export function contentOf(record: WholeRecord): RecordContent {
  const { kind, text, problemIds, measureIds, detail } = record
  return { kind, text, problemIds, measureIds, day: toDay(record.day), detail } as RecordContent
}

/** Each written field by itself, typed ones as `detail.x`, to tell what a correction changes. */
export function flatten(content: {
  kind: RecordKind
  day: string
  text: string
  detail: object
  problemIds: string[]
  measureIds: string[]
}): Record<string, unknown> {
  const { kind: _, detail, ...rest } = content
  const typed = Object.entries(asJson(detail)).map(([name, value]) => [`detail.${name}`, value])
  return { ...rest, ...Object.fromEntries(typed) }
}
