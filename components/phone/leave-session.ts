const pending = 'ovop-leave'

/** Ends the session; without a network, as soon as any page is open with one. */
export async function leaveSession(signOut: () => Promise<void>): Promise<void> {
  localStorage.setItem(pending, 'yes')
  await finishLeaving(signOut)
}

/** Ends a session that was to end while there was no network. */
export async function finishLeaving(signOut: () => Promise<void>): Promise<void> {
  if (!localStorage.getItem(pending) || !(await isReachable())) return
  forgetLeaving()
  await signOut()
}

/** There is no session that is still to end. */
export function forgetLeaving(): void {
  localStorage.removeItem(pending)
}

async function isReachable(): Promise<boolean> {
  try {
    return (await fetch('/api/health', { cache: 'no-store' })).ok
  } catch {
    return false
  }
}
