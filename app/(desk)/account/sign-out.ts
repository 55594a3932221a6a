'use server'
import { redirect } from 'next/navigation'
import { signOutHere } from '@/lib/accounts/sign-out-commands'

/** Ends this browser's session, whatever state it is in. */
export async function signOut(): Promise<void> {
  await signOutHere()
  redirect('/sign-in')
}
