import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { keyIdOf } from '@/lib/audit/checkpoint-rules'
import { publicKeysIn } from '@/lib/audit/public-keys'
import { writeAtomically } from '../secrets'
import type { Manifest } from './manifest'
import type { Places } from './places'

/**
 * The restored checkpoints were signed with a private key that no backup contains. It must have been
 * carried over apart; or, when it is lost, this installation's key signs on and the public halves of
 * both are kept, so that the old checkpoints can still be verified.
 */
export function takeKey(options: {
  folder: string
  content: Manifest
  places: Places
  newKey: boolean
  log: (line: string) => void
}): void {
  const { folder, content, places, newKey, log } = options
  if (!content.publicKey || content.checkpoints.length === 0) return
  const theirs = publicKeysIn(readFileSync(path.join(folder, content.publicKey.path), 'utf8'))
  const own = existsSync(places.publicKey)
    ? publicKeysIn(readFileSync(places.publicKey, 'utf8'))
    : []
  const known = new Set(own.map(keyIdOf))
  const strange = theirs.filter((key) => !known.has(keyIdOf(key)))
  if (strange.length === 0) return
  if (!newKey) {
    throw new Error(
      `The checkpoints of the backup were signed with key ${strange.map(keyIdOf).join(', ')}, which this installation does not have. Nothing was restored.\n` +
        `Put the old installation's checkpoint.pem and checkpoint.pub.pem into ${path.dirname(places.publicKey)} first; they are kept apart from backups.\n` +
        'If the private key is lost, add --new-key: a new one signs from now on, and the old public key stays beside it.',
    )
  }
  writeAtomically(places.publicKey, [...own, ...strange].join(''), 0o644)
  log(
    `Key ${own.map(keyIdOf).join(', ')} signs from now on; ${strange.map(keyIdOf).join(', ')} stays for the checkpoints before. Give the inspection office the new ${places.publicKey}.`,
  )
}
