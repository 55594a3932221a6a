'use client'
import { useTranslations } from 'next-intl'
import { type FormEvent, type ReactNode, useEffect } from 'react'
import { finishLeaving } from '@/components/phone/leave-session'
import { isKept, readStates, wipe } from '@/lib/offline/device'
import { unsent } from '@/lib/offline/queue'

type SignOutFormProps = { owner: string; signOut: () => Promise<void>; children: ReactNode }

/**
 * Signs out; a plain form, so that it works without JavaScript too. What the person keeps on this
 * phone is erased before, after a question when not all of it was sent. Ends a session, too, that
 * was left without a network.
 */
export function SignOutForm({ owner, signOut, children }: SignOutFormProps) {
  const t = useTranslations('ui')
  useEffect(() => void finishLeaving(signOut), [signOut])
  const leave = async () => {
    const kept = await isKept(owner).catch(() => false)
    const left = kept ? unsent(await readStates(owner)) : 0
    if (left > 0 && !window.confirm(t('unsentAsk', { count: left }))) return
    if (kept) await wipe(owner)
    await signOut()
  }
  const onSubmit = (event: FormEvent) => {
    event.preventDefault()
    void leave()
  }
  return (
    <form action={signOut} onSubmit={onSubmit}>
      {children}
    </form>
  )
}
