import type { Metadata, Viewport } from 'next'
import { cookies } from 'next/headers'
import { NextIntlClientProvider } from 'next-intl'
import { getLocale, getMessages, getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { textCookie } from '@/lib/i18n/locales'
import { clientMessages } from '@/lib/i18n/messages'
import type { Messages } from '@/lib/i18n/namespaces'
import './globals.css'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('shell')
  return { title: { default: t('product'), template: `%s · ${t('product')}` } }
}

export const viewport: Viewport = { themeColor: '#b3261e' }

export default async function RootLayout({ children }: { children: ReactNode }) {
  const locale = await getLocale()
  const messages = clientMessages((await getMessages()) as Messages)
  const text = (await cookies()).get(textCookie)?.value === 'large' ? 'large' : undefined
  return (
    <html lang={locale} data-text={text}>
      <body>
        <NextIntlClientProvider messages={messages}>{children}</NextIntlClientProvider>
      </body>
    </html>
  )
}
