import { createHash, createPublicKey, generateKeyPairSync, sign, verify } from 'node:crypto'
import { canonical } from '@/lib/audit/canonical'
import type { ChainHead } from '@/lib/audit/chain'
import { publicKeysIn } from '@/lib/audit/public-keys'

/**
 * A signed statement of where every chain stood at an instant. It is small and written to a file
 * outside the database as well; the heads themselves travel beside it and are bound by `root`.
 * `number` counts from 1 and `previous` is the hash of the checkpoint before it, so that none can
 * be taken out of the row. `keyId` tells keys apart; `signature` is Ed25519 in base64.
 */
export type Checkpoint = {
  version: 1
  number: number
  at: string
  count: number
  root: string
  previous: string | null
  keyId: string
  signature: string
}

/** What is wrong with a checkpoint, or with the chains when held against it. */
export type CheckpointFinding =
  | {
      code: 'signatureWrong' | 'keyUnknown' | 'rootWrong' | 'checkpointMissing'
      number: number
    }
  | { code: 'chainMissing' | 'chainShorter' | 'chainDiffers'; chain: string; seq: number }

/** Makes an Ed25519 key pair as PEM text. The private one never enters the database. */
export function newKeyPair(): { privateKey: string; publicKey: string } {
  return generateKeyPairSync('ed25519', {
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
    publicKeyEncoding: { type: 'spki', format: 'pem' },
  })
}

/**
 * The root over all chain heads: SHA-256 of the canonical JSON of `[chain, seq, hash]` sorted by
 * chain. The order given does not matter. Throws `RangeError` when a chain is listed twice.
 */
export function headsRoot(heads: readonly ChainHead[]): string {
  const rows = heads.map(({ chain, seq, hash }) => [chain, seq, hash] as const)
  if (new Set(rows.map(([chain]) => chain)).size !== rows.length) {
    throw new RangeError('a chain has two heads')
  }
  return sha256(canonical(rows.toSorted(([a], [b]) => (a < b ? -1 : 1))))
}

/**
 * Makes the next checkpoint over the heads of all chains. `at` is an ISO instant, `previous` the
 * checkpoint before it (null for the first), `privateKey` PEM. Hold the chains against every
 * earlier checkpoint first: what is signed here is vouched for from now on.
 */
export function signCheckpoint(
  input: { at: string; heads: readonly ChainHead[]; previous: Checkpoint | null },
  privateKey: string,
): Checkpoint {
  const { at, heads, previous } = input
  const statement = {
    version: 1 as const,
    number: (previous?.number ?? 0) + 1,
    at,
    count: heads.length,
    root: headsRoot(heads),
    previous: previous && checkpointHash(previous),
    keyId: keyIdOf(privateKey),
  }
  const signature = sign(null, Buffer.from(canonical(statement)), privateKey).toString('base64')
  return { ...statement, signature }
}

/**
 * Checks the checkpoints that were kept, in order: every signature (`keyUnknown`,
 * `signatureWrong`) and that none is missing in the row (`checkpointMissing`). What was cut off
 * at the end shows only against a second copy. `publicKeys` is PEM text with one key or several.
 */
export function verifyCheckpoints(
  checkpoints: readonly Checkpoint[],
  publicKeys: string,
): CheckpointFinding[] {
  const keys = new Map(publicKeysIn(publicKeys).map((key) => [keyIdOf(key), key]))
  return checkpoints.flatMap((checkpoint, index) => {
    const before = checkpoints[index - 1]
    const isNext =
      checkpoint.number === (before?.number ?? 0) + 1 &&
      checkpoint.previous === (before ? checkpointHash(before) : null)
    const missing = { code: 'checkpointMissing' as const, number: checkpoint.number }
    return [...(isNext ? [] : [missing]), ...signatureFindings(checkpoint, keys)]
  })
}

function signatureFindings(
  checkpoint: Checkpoint,
  keys: ReadonlyMap<string, string>,
): CheckpointFinding[] {
  const { signature, ...statement } = checkpoint
  const { number } = checkpoint
  const publicKey = keys.get(checkpoint.keyId)
  if (!publicKey) return [{ code: 'keyUnknown', number }]
  const bytes = Buffer.from(canonical(statement))
  const isSigned = verify(null, bytes, publicKey, Buffer.from(signature, 'base64'))
  return isSigned ? [] : [{ code: 'signatureWrong', number }]
}

/** Checks that heads kept beside a checkpoint are the ones it was signed over (`rootWrong`). */
export function verifyHeads(
  checkpoint: Checkpoint,
  heads: readonly ChainHead[],
): CheckpointFinding[] {
  const isSame = new Set(heads.map(({ chain }) => chain)).size === heads.length
  const isRoot = isSame && heads.length === checkpoint.count && headsRoot(heads) === checkpoint.root
  return isRoot ? [] : [{ code: 'rootWrong', number: checkpoint.number }]
}

/**
 * Holds the present chains against checkpointed heads: every chain must still contain the event
 * with that number and hash. `hashAt` gives the hash of an event of a chain, undefined when there
 * is none. Findings: `chainMissing` (no event left), `chainShorter`, `chainDiffers` (rewritten).
 */
export function compareWithChains(
  heads: readonly ChainHead[],
  hashAt: (chain: string, seq: number) => string | undefined,
): CheckpointFinding[] {
  return heads.flatMap(({ chain, seq, hash }): CheckpointFinding[] => {
    const present = hashAt(chain, seq)
    if (present === hash) return []
    if (present !== undefined) return [{ code: 'chainDiffers', chain, seq }]
    const isGone = hashAt(chain, 1) === undefined
    return [{ code: isGone ? 'chainMissing' : 'chainShorter', chain, seq }]
  })
}

/**
 * The events that no checkpoint vouches for: what was added to each present chain since the
 * checkpointed heads. Whoever owns the database could have rewritten these unseen.
 */
export function unvouched(
  heads: readonly ChainHead[],
  present: readonly ChainHead[],
): { chain: string; fromSeq: number; toSeq: number }[] {
  const vouched = new Map(heads.map((head) => [head.chain, head.seq]))
  return present.flatMap(({ chain, seq }) => {
    const fromSeq = (vouched.get(chain) ?? 0) + 1
    return seq >= fromSeq ? [{ chain, fromSeq, toSeq: seq }] : []
  })
}

function checkpointHash(checkpoint: Checkpoint): string {
  return sha256(canonical(checkpoint))
}

/** Sixteen hexadecimal digits of the hash of the public key, which a private key contains. */
export function keyIdOf(key: string): string {
  return sha256(createPublicKey(key).export({ type: 'spki', format: 'der' })).slice(0, 16)
}

function sha256(data: string | Buffer): string {
  return createHash('sha256').update(data).digest('hex')
}
