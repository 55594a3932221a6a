'use client'
import { useLocale, useTranslations } from 'next-intl'
import type { Msg } from '@/lib/form-state'
import { formatDay } from '@/lib/i18n/format'
import { withInnerQuotes } from '@/lib/i18n/quoted'

/** Turns message codes into sentences; days among the values are written as days. */
export function useMessage(): (msg: Msg) => string {
  const t = useTranslations('errors')
  const locale = useLocale()
  return ({ code, params = {} }) => {
    const key = (t.has(code as never) ? code : 'invalid') as 'invalid'
    const values = Object.entries(params).map(([name, value]) => [
      name,
      typeof value === 'string' ? formatDay(value, locale) : value,
    ])
    return t(key, withInnerQuotes(Object.fromEntries(values)))
  }
}
