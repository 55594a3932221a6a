/** Ends the session and leads to the sign-in, as the desk's own form does. */
export async function signOut(): Promise<void> {
  await fetch('/work/sign-out', { method: 'POST' })
  location.assign('/sign-in')
}
