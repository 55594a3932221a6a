import { useLocale, useTranslations } from 'next-intl'
import type { Words } from '@/lib/audit/telling'
import { formatDay, formatMonth } from '@/lib/i18n/format'

/** The words `describe` needs, in the reader's language. */
export function useEventWords(): Words {
  const t = useTranslations('events.kind')
  const terms = useTranslations('terms')
  const locale = useLocale()
  return {
    sentence: (kind, params) => t(kind as never, params as never),
    term: (list, code) => {
      const key = `${list}.${code}`
      return terms.has(key as never) ? terms(key as never) : code
    },
    day: (day) => formatDay(day, locale),
    month: (month) => formatMonth(month, locale),
    list: (items) => items.join(locale === 'en' ? ', ' : '、'),
  }
}
