import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { hostname, tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { chooseAddress, publicAddress } from '@/lib/launch/address'
import { lockDataDir, lockHolder } from '@/lib/launch/data-dir'
import { hashFiles } from '@/lib/launch/hash'
import { freePort } from '@/lib/launch/ports'
import { ensureCheckpointKey, loadSecrets } from '@/lib/launch/secrets'

const folder = mkdtempSync(path.join(tmpdir(), 'ovop-launch-'))
afterAll(() => rmSync(folder, { recursive: true }))

describe('addresses', () => {
  test.each([
    [{}, null],
    [{ HOSTNAME: '127.0.0.1', APP_URL: 'http://localhost:3000' }, null],
    [{ HOSTNAME: hostname() }, null],
    [{ HOSTNAME: '0.0.0.0' }, 'HOSTNAME=0.0.0.0'],
    [{ APP_URL: 'https://ovop.example.cn' }, 'APP_URL=https://ovop.example.cn'],
    [{ NEXTAUTH_URL: 'http://10.1.2.3:3000' }, 'NEXTAUTH_URL=http://10.1.2.3:3000'],
  ])('%j is open to others: %s', (given, expected) => {
    expect(publicAddress(given)).toBe(expected)
  })

  test('a fixed port that is in use is an error, not another port', async () => {
    const port = await freePort()
    const other = createServer()
    await new Promise<void>((resolve) => other.listen(port, '127.0.0.1', resolve))
    await expect(chooseAddress({ PORT: String(port) })).rejects.toThrow(
      `Port ${port} (PORT) is in use`,
    )
    await new Promise((resolve) => other.close(resolve))
    expect(await chooseAddress({ PORT: String(port) })).toEqual({
      host: '127.0.0.1',
      port,
      url: `http://localhost:${port}`,
      note: null,
    })
    await expect(chooseAddress({ PORT: 'web' })).rejects.toThrow('PORT=web is not a port number')
  })
})

describe('the data folder', () => {
  test('is taken by one process at a time, and a dead one does not count', () => {
    const unlock = lockDataDir(folder)
    expect(lockHolder(folder)).toBe(process.pid)
    expect(() => lockDataDir(folder)).toThrow(`process ${process.pid}`)
    unlock()
    expect(lockHolder(folder)).toBeNull()
    writeFileSync(
      path.join(folder, 'lock.json'),
      JSON.stringify({ pid: process.pid, identity: 'another boot' }),
    )
    expect(lockHolder(folder)).toBeNull()
  })

  test('keeps its secrets, readable by the owner only', () => {
    const first = loadSecrets(folder)
    expect(loadSecrets(folder)).toEqual(first)
    expect(first.nextAuthSecret.length).toBeGreaterThanOrEqual(32)
    const { privateFile } = ensureCheckpointKey(folder)
    for (const file of [path.join(folder, 'secrets.json'), privateFile]) {
      expect(statSync(file).mode & 0o077).toBe(0)
    }
  })
})

test('the hash of the sources changes with a name, a text or an added file, not with dates', () => {
  const at = (name: string, text: string) => writeFileSync(path.join(folder, name), text)
  const hash = () => hashFiles(folder, ['a.ts', 'b.ts', 'absent'])
  at('a.ts', 'one')
  const first = hash()
  at('a.ts', 'one')
  expect(hash()).toBe(first)
  at('a.ts', 'two')
  const second = hash()
  expect(second).not.toBe(first)
  at('b.ts', '')
  expect(hash()).not.toBe(second)
})
