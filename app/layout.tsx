import type { Metadata, Viewport } from 'next'
import { headers } from 'next/headers'
import { getLocale, getMessages, getTimeZone, getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { SoftLinks } from '@/components/shell/soft-links'
import { Words } from '@/components/shell/words'
import { postedHeader } from '@/lib/commitments/posted'
import { clientMessages, postedMessages } from '@/lib/i18n/messages'
import type { Messages } from '@/lib/i18n/namespaces'
import { isTextLarge } from '@/lib/i18n/preferences'
import './globals.css'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('shell')
  return { title: { default: t('product'), template: `%s · ${t('product')}` } }
}

export const viewport: Viewport = { themeColor: '#b3261e' }

export default async function RootLayout({ children }: { children: ReactNode }) {
  const locale = await getLocale()
  const posted = (await headers()).has(postedHeader)
  const ofClient = posted ? postedMessages : clientMessages
  const messages = JSON.stringify(ofClient((await getMessages()) as Messages))
  const text = (await isTextLarge()) ? 'large' : undefined
  return (
    <html lang={locale} data-text={text}>
      <body>
        <SoftLinks />
        <Words locale={locale} timeZone={await getTimeZone()} messages={messages}>
          {children}
        </Words>
      </body>
    </html>
  )
}
