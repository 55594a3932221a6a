import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { signOut } from '@/app/(desk)/account/sign-out'
import { PhoneApp } from '@/components/phone/phone-app'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('phone')
  return { title: t('title') }
}

/** The same page for everybody: what it shows comes from the phone itself. */
export default function WorkPage() {
  return <PhoneApp signOut={signOut} />
}
