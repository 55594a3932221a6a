import { keepVault, readVault, type Vault, wipe } from './device'
import { countTry, isOpen, mostTries } from './pin-rules'
import { type DataKey, makeKey, unwrap } from './vault'

/** What a PIN led to. */
export type Unlocking =
  | { kind: 'open'; key: DataKey; vault: Vault }
  | { kind: 'wrong'; left: number; waitUntil: number }
  | { kind: 'wait'; until: number }
  /** The days since the last online sign-in are over: nothing opens until the next one. */
  | { kind: 'expired' }
  /** Too many wrong PINs: everything of this person on the phone is gone. */
  | { kind: 'wiped' }

/** Tries a PIN; the try is written down before it is made. */
export async function unlock(owner: string, pin: string, now: number): Promise<Unlocking> {
  const vault = await readVault(owner)
  if (!vault) return { kind: 'wiped' }
  if (!isOpen(vault, now)) return { kind: 'expired' }
  if (now < vault.waitUntil) return { kind: 'wait', until: vault.waitUntil }
  const counted = { ...vault, ...countTry(vault, now) }
  await keepVault(counted)
  const key = await unwrap(pin, owner, vault.wrapped)
  if (key) {
    const opened = { ...vault, tries: 0, waitUntil: 0, usedAt: now }
    await keepVault(opened)
    return { kind: 'open', key, vault: opened }
  }
  if (counted.tries < mostTries) {
    return { kind: 'wrong', left: mostTries - counted.tries, waitUntil: counted.waitUntil }
  }
  await wipe(owner)
  return { kind: 'wiped' }
}

type Term = Pick<Vault, 'openUntil' | 'usedAt' | 'clockOffset'>

/** Makes the vault of a person under the PIN they chose. */
export async function makeVault(owner: string, pin: string, term: Term): Promise<DataKey> {
  const { key, wrapped } = await makeKey(pin, owner)
  await keepVault({ owner, wrapped, tries: 0, waitUntil: 0, ...term })
  return key
}

/** Writes down what the server said about the time, in the phone's own clock. */
export async function renewTerm(owner: string, term: Partial<Term>): Promise<Vault | undefined> {
  const vault = await readVault(owner)
  if (!vault) return undefined
  const renewed = { ...vault, ...term }
  await keepVault(renewed)
  return renewed
}
