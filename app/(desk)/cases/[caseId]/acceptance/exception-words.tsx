import { useLocale } from 'next-intl'
import { formatDay } from '@/lib/i18n/format'

type Of = { body: string; decidedOn: string; documentNo: string }

/** The meeting an exception rests on, in one line. */
export function ExceptionWords({ of }: { of: Of }) {
  const locale = useLocale()
  return [of.body, formatDay(of.decidedOn, locale), of.documentNo].filter(Boolean).join(' ')
}
