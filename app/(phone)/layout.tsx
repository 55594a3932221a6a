import type { Metadata } from 'next'
import { NextIntlClientProvider } from 'next-intl'
import { getMessages } from 'next-intl/server'
import type { ReactNode } from 'react'
import { PlainShell } from '@/components/shell/plain-shell'
import { env } from '@/lib/env'
import type { Messages } from '@/lib/i18n/namespaces'

export const metadata: Metadata = {
  manifest: '/manifest.webmanifest',
  appleWebApp: { capable: true, title: '一村一策' },
  icons: { icon: '/icon.svg', apple: '/icons/icon-192.png' },
}

/** Around what works without a network: it is kept on the phone, so it says nothing about anybody. */
export default async function PhoneLayout({ children }: { children: ReactNode }) {
  const { errors, phone, ui, terms } = (await getMessages()) as Messages
  const { recordKind, recordOption } = terms
  return (
    <NextIntlClientProvider messages={{ errors, phone, ui, terms: { recordKind, recordOption } }}>
      <PlainShell demo={env().DEMO}>{children}</PlainShell>
    </NextIntlClientProvider>
  )
}
