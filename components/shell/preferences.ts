'use server'
import { cookies } from 'next/headers'
import { isLocale, localeCookie, textCookie } from '@/lib/i18n/locales'

const year = { path: '/', maxAge: 365 * 24 * 3600, sameSite: 'lax', httpOnly: true } as const

/** Chooses the language of this browser. */
export async function chooseLocale(form: FormData): Promise<void> {
  const locale = form.get('locale')
  if (isLocale(locale)) (await cookies()).set(localeCookie, locale, year)
}

/** Turns the large text of this browser on or off. */
export async function chooseText(form: FormData): Promise<void> {
  const jar = await cookies()
  if (form.get('text') === 'large') jar.set(textCookie, 'large', year)
  else jar.delete(textCookie)
}
