import 'server-only'
import { cookies } from 'next/headers'
import { isLocale, localeCookie, textCookie } from './locales'

const year = { path: '/', maxAge: 365 * 24 * 3600, sameSite: 'lax', httpOnly: true } as const

/** Remembers the language of this browser; only in actions and route handlers. */
export async function keepLocale(locale: unknown): Promise<void> {
  if (isLocale(locale)) (await cookies()).set(localeCookie, locale, year)
}

/** Remembers whether this browser shows large text. */
export async function keepText(text: unknown): Promise<void> {
  const jar = await cookies()
  if (text === 'large') jar.set(textCookie, 'large', year)
  else jar.delete(textCookie)
}

/** Whether this browser shows large text. */
export async function isTextLarge(): Promise<boolean> {
  return (await cookies()).get(textCookie)?.value === 'large'
}
