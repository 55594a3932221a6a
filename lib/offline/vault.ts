/** OWASP's figure for PBKDF2 with SHA-256; about a second on a slow phone. */
const iterations = 600_000

export type Bytes = Uint8Array<ArrayBuffer>

/** What encrypts everything on the phone; it never leaves the page's memory unwrapped. */
export type DataKey = CryptoKey

/** The data key, wrapped by a key that only the PIN gives. */
export type Wrapped = { salt: Bytes; iterations: number; iv: Bytes; key: Bytes }

/** Something encrypted, with what is needed to open it but the key. */
export type Sealed = { iv: Bytes; data: Bytes }

/** A new random data key and the same wrapped under a PIN, for one owner. */
export async function makeKey(pin: string, owner: string) {
  const raw = random(32)
  const salt = random(16)
  const iv = random(12)
  const wrapping = await keyFrom(pin, salt, iterations)
  const key = await crypto.subtle.encrypt(parameters(iv, owner), wrapping, raw)
  const wrapped: Wrapped = { salt, iterations, iv, key: new Uint8Array(key) }
  return { key: await dataKey(raw), wrapped }
}

/** The data key, or undefined when the PIN is wrong. */
export async function unwrap(
  pin: string,
  owner: string,
  { salt, iterations, iv, key }: Wrapped,
): Promise<DataKey | undefined> {
  const wrapping = await keyFrom(pin, salt, iterations)
  try {
    return await dataKey(await crypto.subtle.decrypt(parameters(iv, owner), wrapping, key))
  } catch {
    return undefined // AES-GCM tells a wrong key from a right one
  }
}

/** Encrypts bytes; `place` names where they are kept, so that nothing can be moved elsewhere. */
export async function sealBytes(key: DataKey, place: string, bytes: Bytes): Promise<Sealed> {
  const iv = random(12)
  return {
    iv,
    data: new Uint8Array(await crypto.subtle.encrypt(parameters(iv, place), key, bytes)),
  }
}

/** Throws when the key is another one, or the bytes were changed or come from another place. */
export async function unsealBytes(
  key: DataKey,
  place: string,
  { iv, data }: Sealed,
): Promise<Bytes> {
  return new Uint8Array(await crypto.subtle.decrypt(parameters(iv, place), key, data))
}

/** The same for a value. */
export const seal = (key: DataKey, place: string, value: unknown): Promise<Sealed> =>
  sealBytes(key, place, new TextEncoder().encode(JSON.stringify(value)))

export async function unseal(key: DataKey, place: string, sealed: Sealed): Promise<unknown> {
  return JSON.parse(new TextDecoder().decode(await unsealBytes(key, place, sealed)))
}

async function keyFrom(pin: string, salt: Bytes, iterations: number): Promise<CryptoKey> {
  const bytes = new TextEncoder().encode(pin)
  const base = await crypto.subtle.importKey('raw', bytes, 'PBKDF2', false, ['deriveKey'])
  return crypto.subtle.deriveKey(
    { name: 'PBKDF2', hash: 'SHA-256', salt, iterations },
    base,
    { name: 'AES-GCM', length: 256 },
    false,
    ['encrypt', 'decrypt'],
  )
}

/** Not extractable: a script of somebody else could use it while the page is open, not take it away. */
function dataKey(raw: Bytes | ArrayBuffer): Promise<DataKey> {
  return crypto.subtle.importKey('raw', raw, 'AES-GCM', false, ['encrypt', 'decrypt'])
}

function parameters(iv: Bytes, place: string): AesGcmParams {
  return { name: 'AES-GCM', iv, additionalData: new TextEncoder().encode(place) }
}

function random(length: number): Bytes {
  return crypto.getRandomValues(new Uint8Array(length))
}
