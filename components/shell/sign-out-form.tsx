'use client'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { isKept, readStates, wipe } from '@/lib/offline/device'
import { unsent } from '@/lib/offline/queue'

type SignOutFormProps = { owner: string; signOut: () => Promise<void>; children: ReactNode }

/** Signs out and erases what the person keeps on this phone; asks first when not all of it was sent. */
export function SignOutForm({ owner, signOut, children }: SignOutFormProps) {
  const t = useTranslations('ui')
  const leave = async () => {
    const kept = await isKept(owner).catch(() => false)
    const left = kept ? unsent(await readStates(owner)) : 0
    if (left > 0 && !window.confirm(t('unsentAsk', { count: left }))) return
    if (kept) await wipe(owner)
    await signOut()
  }
  return <form action={leave}>{children}</form>
}
