import { expect, test } from 'vitest'
import { readEnv } from '@/lib/env'

const good = {
  DATABASE_URL: 'postgresql://ovop_app:x@127.0.0.1:5432/ovop',
  NEXTAUTH_SECRET: 'x'.repeat(32),
}

test('defaults lie inside the data folder and follow the address', () => {
  const values = readEnv({ ...good, DATA_DIR: '/srv/ovop', APP_URL: 'https://ovop.example.cn' })
  expect(values).toMatchObject({
    CHECKPOINT_DIR: '/srv/ovop/checkpoints',
    CHECKPOINT_KEY_FILE: '/srv/ovop/keys/checkpoint.pem',
    FILES_DIR: '/srv/ovop/files',
    NEXTAUTH_URL: 'https://ovop.example.cn',
    SESSION_IDLE_HOURS: 12,
    DEMO: false,
  })
})

test('every missing and bad variable is named at once', () => {
  const bad = {
    DATABASE_URL: '',
    NEXTAUTH_SECRET: 'short',
    SESSION_IDLE_HOURS: 'soon',
    DEMO: 'yes?',
  }
  const message = (() => {
    try {
      readEnv(bad)
      return ''
    } catch (error) {
      return (error as Error).message
    }
  })()
  expect(message.split('\n').slice(1)).toEqual([
    '  DATABASE_URL: it is missing',
    '  NEXTAUTH_SECRET: at least 32 characters are needed',
    '  SESSION_IDLE_HOURS: hours are needed',
    '  DEMO: true or false is needed',
  ])
})

test('an address of another database is refused', () => {
  expect(() => readEnv({ ...good, DATABASE_URL: 'mysql://x/y' })).toThrow(/DATABASE_URL/)
})
