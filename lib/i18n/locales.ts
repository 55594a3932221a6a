/** The languages of the interface. zh-CN is the source and the default, en complete. */
export const locales = ['zh-CN', 'en'] as const

export type Locale = (typeof locales)[number]

export const defaultLocale: Locale = 'zh-CN'

/** Cookie that holds the chosen language. */
export const localeCookie = 'locale'

/** Cookie that holds `large` while the large-text switch is on. */
export const textCookie = 'text'

export function isLocale(value: unknown): value is Locale {
  return locales.includes(value as Locale)
}
