import type { Locale } from '@/lib/i18n/locales'
import type { Messages } from '@/lib/i18n/namespaces'

/** What the kept page is told with its HTML, and again when a person chooses otherwise. */
export type PageWords = {
  locale: Locale
  timeZone: string
  large: boolean
  demo: boolean
  messages: ReturnType<typeof phoneMessages>
}

/** The part of the messages that the kept page shows. */
export function phoneMessages({ errors, phone, shell, terms, ui }: Messages) {
  const { recordKind, recordOption, inspectionMethod, spotCheckConclusion } = terms
  const { findingKind, findingGravity } = terms
  const ofChecks = { inspectionMethod, spotCheckConclusion, findingKind, findingGravity }
  return { errors, phone, shell, terms: { recordKind, recordOption, ...ofChecks }, ui }
}
