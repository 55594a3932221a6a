import 'fake-indexeddb/auto'
import { afterAll, beforeAll, expect, inject, test, vi } from 'vitest'
import { env } from '@/lib/env'
import { withClient } from '@/lib/launch/roles'
import { databaseOfThisFile } from '@/tests/support/database'
import { syncOver } from '@/tests/support/phone-link'
import { liveThrough } from '@/tests/support/phone-rounds'
import { type PhoneScene, phoneScene } from '@/tests/support/phone-scene'
import { type Fault, phoneFetch, startPhoneServer } from '@/tests/support/phone-server'
import { seeded, seedFrom } from '@/tests/support/seeded'

vi.mock('@/lib/accounts/session-cookie', async () => {
  const { sessionOfRequest } = await import('@/tests/support/request-session')
  return { currentSessionId: async () => sessionOfRequest.getStore() }
})
vi.mock('next-intl/server', async () => {
  const { errorWords } = await import('@/tests/support/request-session')
  return { getTranslations: errorWords }
})

const { owner } = databaseOfThisFile()
const seed = seedFrom('OFFLINE_SEED')
const rounds = 50

/** The death of the server, as the database sees it: every connection of the app is gone. */
const kill = () =>
  withClient(`${inject('server').superUrl}postgres`, async (client) => {
    const database = new URL(env().DATABASE_URL).pathname.slice(1)
    await client.query(
      "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = $1 AND usename = 'ovop_app'",
      [database],
    )
  })

let fault: (bytes: number) => Fault = () => 'fine'
const session = { id: '' }
let scene: PhoneScene
let server: Awaited<ReturnType<typeof startPhoneServer>>

beforeAll(async () => {
  scene = await phoneScene(owner)
  server = await startPhoneServer({ fault: (bytes) => fault(bytes), kill })
  vi.stubGlobal(
    'fetch',
    phoneFetch(server.url, () => session.id),
  )
})
afterAll(() => server.stop())

test(`${rounds} outages lose and double nothing (OFFLINE_SEED=${seed})`, async () => {
  console.log(`OFFLINE_SEED=${seed}`)
  for (let round = 0; round < rounds; round++) {
    const random = seeded(seed + round)
    session.id = await scene.signIn()
    const faults = (next: () => Fault) => {
      fault = next
    }
    await liveThrough({ scene, random, faults, session }).catch((error) => {
      throw new Error(`round ${round} of OFFLINE_SEED=${seed}`, { cause: error })
    })
  }
})

test('500 visits with 200 photos over a link that drops every 20 seconds, each once', async () => {
  session.id = await scene.signIn()
  const before = await scene.told()
  const { items, drops, seconds } = await syncOver(scene, seeded(seed), (next) => {
    fault = next
  })
  console.log(`${drops} drops in ${Math.round(seconds)} s of 400 kbit/s and 400 ms`)
  expect(drops).toBeGreaterThan(20)
  const stored = await scene.stored(items.map(({ id }) => id))
  expect(stored.size).toBe(700)
  expect([...stored.values()].every((times) => times === 1)).toBe(true)
  const { texts, files } = await scene.told()
  const visits = items.filter(({ kind }) => kind === 'visit')
  expect(texts.slice(before.texts.length)).toEqual(visits.map(({ input }) => input.found))
  expect(files - before.files).toBe(200)
})
