import { generateKeyPairSync, randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import path from 'node:path'

/** Made once per data folder and kept in DATA_DIR/secrets.json, readable by its owner only. */
export type Secrets = {
  postgresPassword: string
  ownerPassword: string
  appPassword: string
  nextAuthSecret: string
  /** 32 bytes in base64: Next encrypts what server actions close over with it. */
  serverActionsKey: string
}

const makers: { [Name in keyof Secrets]: () => string } = {
  postgresPassword: () => randomBytes(24).toString('hex'),
  ownerPassword: () => randomBytes(24).toString('hex'),
  appPassword: () => randomBytes(24).toString('hex'),
  nextAuthSecret: () => randomBytes(32).toString('hex'),
  serverActionsKey: () => randomBytes(32).toString('base64'),
}

/** Reads the secrets of a data folder, making those that are missing. */
export function loadSecrets(dataDir: string): Secrets {
  const file = path.join(dataDir, 'secrets.json')
  const known = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Partial<Secrets>) : {}
  const names = Object.keys(makers) as (keyof Secrets)[]
  const secrets = Object.fromEntries(
    names.map((name) => [name, known[name] ?? makers[name]()]),
  ) as Secrets
  if (names.some((name) => known[name] === undefined)) {
    mkdirSync(dataDir, { recursive: true, mode: 0o711 })
    writeAtomically(file, `${JSON.stringify(secrets, null, 2)}\n`, 0o600)
  }
  return secrets
}

/**
 * The Ed25519 pair that signs checkpoints, made when missing: keys/checkpoint.pem (private, PKCS 8)
 * and keys/checkpoint.pub.pem (public, SPKI). It lives outside the database on purpose: whoever
 * owns the database must not be able to sign.
 */
export function ensureCheckpointKey(dataDir: string): { privateFile: string; publicFile: string } {
  const folder = path.join(dataDir, 'keys')
  const privateFile = path.join(folder, 'checkpoint.pem')
  const publicFile = path.join(folder, 'checkpoint.pub.pem')
  if (!existsSync(privateFile)) {
    const pair = generateKeyPairSync('ed25519')
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    const publicKey = pair.publicKey.export({ type: 'spki', format: 'pem' }).toString()
    const privateKey = pair.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString()
    writeAtomically(publicFile, publicKey, 0o644)
    writeAtomically(privateFile, privateKey, 0o600)
  }
  return { privateFile, publicFile }
}

/** Never leaves half a file behind, whenever the machine stops. */
export function writeAtomically(file: string, content: string, mode: number): void {
  const unfinished = `${file}.${process.pid}.new`
  writeFileSync(unfinished, content, { mode })
  renameSync(unfinished, file)
}
