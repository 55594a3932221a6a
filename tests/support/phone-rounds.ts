import { expect } from 'vitest'
import { keepItem, readItems, readPhoto } from '@/lib/offline/device'
import type { Item } from '@/lib/offline/item'
import { unlock } from '@/lib/offline/lock'
import { outboxOf, postOf } from '@/lib/offline/outbox'
import { again, inOrder, mayEdit, nextToSend } from '@/lib/offline/queue'
import { type Post, sendAll } from '@/lib/offline/send'
import {
  emptyPhone,
  type PhoneScene,
  photoFor,
  picture,
  pin,
  progressOn,
  recordOf,
  visitTo,
} from './phone-scene'
import type { Fault } from './phone-server'

/** The network and the hand of chance that one round is given. */
export type Weather = {
  scene: PhoneScene
  random: () => number
  /** From now on every request meets what this says. */
  faults: (next: () => Fault) => void
  session: { id: string }
}

class Crash extends Error {}

const pick = <T>(random: () => number, from: readonly T[]): T =>
  from[Math.floor(random() * from.length)] as T

const wanted: readonly Fault[] = [
  'fine',
  'fine',
  'fine',
  'fine',
  'lost',
  'answerLost',
  'killed',
  'portal',
  'badGateway',
]

/** One outage: much is written, much goes wrong, and in the end everything must be accounted for. */
export async function liveThrough(weather: Weather): Promise<void> {
  const { scene } = weather
  const before = await scene.told()
  const all = await write(weather)
  await send(weather)
  await holdsTogether(weather, all, before)
  await correct(weather, all)
  await emptyPhone(scene.key, scene.person)
}

/** Three to eight entries with up to three photos each; one more stays a draft. */
async function write({ scene, random }: Weather): Promise<Item[]> {
  const { key, person, cases } = scene
  const all: Item[] = []
  const count = 3 + Math.floor(random() * 6)
  for (let n = 0; n <= count; n++) {
    const place = pick(random, cases)
    const text = `第${n}项，${Math.floor(random() * 1e9)}`
    const item = await writeOne(scene, random(), place, text)
    const kept = n === count ? { ...item, state: 'draft' as const } : item
    await keepItem(key, person, kept)
    all.push(kept)
    for (let p = Math.floor(random() * 4); p > 0; p--) {
      const photo = photoFor(item)
      await keepItem(key, person, photo, await picture(random))
      all.push(photo)
    }
  }
  return all
}

/** Mostly visits, some progress, some records. */
async function writeOne(
  scene: PhoneScene,
  chance: number,
  place: PhoneScene['cases'][number],
  text: string,
): Promise<Item> {
  if (chance < 0.6) return visitTo(place.caseId, text)
  if (chance < 0.75) return recordOf(place.caseId, text)
  return progressOn(place, await scene.versionOf(place.measureId), text)
}

/** Sends until nothing waits: in one tab or two, through every fault, killed and opened again. */
async function send(weather: Weather): Promise<void> {
  const { scene, random, faults, session } = weather
  let requests = 0
  const expireAt = random() < 0.4 ? Math.floor(random() * 12) : -1
  const loseAt = random() < 0.4 ? Math.floor(random() * 12) : -1
  const tabs = random() < 0.3 ? 2 : 1
  faults(() => {
    requests += 1
    return requests > 150 ? 'fine' : pick(random, wanted)
  })
  let { key } = scene
  for (let tries = 0; tries < 300; tries++) {
    if (!nextToSend((await readItems(key, scene.person)).items)) return
    const post = trouble(postOf(key, scene.person), weather, async () => {
      if (requests === expireAt) await scene.signOut(session.id)
      if (requests === loseAt) await scene.lose()
    })
    const ended = await Promise.allSettled(
      Array.from({ length: tabs }, () => sendAll(outboxOf(key, scene.person), post, Date.now)),
    )
    for (const one of ended) {
      if (one.status === 'rejected' && !(one.reason instanceof Crash)) throw one.reason
      if (one.status === 'rejected') key = await openAgain(scene)
      if (one.status === 'fulfilled' && one.value === 'signIn') session.id = await scene.signIn()
    }
  }
  throw new Error('the phone never came to an end')
}

/** Sendings that are doubled, and a browser killed before or after one of them. */
function trouble(post: Post, { random }: Weather, first: () => Promise<void>): Post {
  return async (item, parent) => {
    await first()
    const what = random()
    if (what < 0.05) throw new Crash()
    if (what < 0.2) {
      const several = await Promise.all([1, 2, 3].map(() => post(item, parent)))
      return pick(random, several)
    }
    const outcome = await post(item, parent)
    if (what < 0.25) throw new Crash()
    return outcome
  }
}

/** The app started anew: only the PIN opens what lies on the phone. */
async function openAgain({ person }: PhoneScene) {
  const opened = await unlock(person, pin, Date.now())
  if (opened.kind !== 'open') throw new Error(`the phone is ${opened.kind}`)
  return opened.key
}

type Told = Awaited<ReturnType<PhoneScene['told']>>

/** Each item once on the server, or on the phone with its reason; told as often, in order. */
async function holdsTogether({ scene }: Weather, all: Item[], before: Told): Promise<void> {
  const { items } = await readItems(scene.key, scene.person)
  const stored = await scene.stored(all.map(({ id }) => id))
  expect(items.map(({ id }) => id).toSorted()).toEqual(all.map(({ id }) => id).toSorted())
  for (const item of items) {
    const times = stored.get(item.id) ?? 0
    const parent = items.find(({ id }) => id === item.belongsTo)
    const bytes = item.kind === 'photo' ? await readPhoto(scene.key, item.id) : undefined
    const where = `${item.kind} ${item.id} is ${item.state} (${item.refusal?.code})`
    if (item.state === 'sent') {
      expect(times, where).toBe(1)
      expect(bytes, where).toBeUndefined()
    } else if (item.state === 'refused') {
      // Of what the server broke on, or of a photo whose answer was lost before the person lost
      // the village, it is not known whether it arrived; sent again, it still does so once.
      const unknown = !mayEdit(item) || item.kind === 'photo'
      expect(times, where).toBeLessThanOrEqual(unknown ? 1 : 0)
      expect(item.refusal?.detail, where).not.toBe('')
    } else {
      expect(item.state === 'draft' || parent?.state !== 'sent', where).toBe(true)
      expect(times, where).toBe(0)
    }
    if (item.kind === 'photo' && item.state !== 'sent') expect(bytes, where).toBeDefined()
    // Whatever became of a photo on the server, what it belongs to had arrived before.
    if (item.kind === 'photo' && item.state !== 'queued') expect(parent?.state, where).toBe('sent')
  }
  const arrived = inOrder(items).filter(({ kind, state }) => kind !== 'photo' && state === 'sent')
  const after = await scene.told()
  expect(after.texts.slice(before.texts.length)).toEqual(arrived.map(textOf))
  const photos = all.filter(({ kind, id }) => kind === 'photo' && stored.has(id))
  expect(after.files - before.files).toBe(photos.length)
}

const textOf = ({ input }: Item) => input.found ?? input.text

/** What was refused is corrected by its writer, once the village is theirs again, and arrives. */
async function correct({ scene, faults }: Weather, all: Item[]): Promise<void> {
  const { key, person } = scene
  await scene.regain()
  faults(() => 'fine')
  const { items } = await readItems(key, person)
  const refused = items.filter(({ state }) => state === 'refused')
  for (const item of refused) await keepItem(key, person, await corrected(scene, item))
  await sendAll(outboxOf(key, person), postOf(key, person), Date.now)
  const now = (await readItems(key, person)).items
  const stored = await scene.stored(all.map(({ id }) => id))
  for (const item of now) {
    if (item.state === 'draft') expect(stored.get(item.id)).toBeUndefined()
    else if (item.belongsTo === null) expect([item.state, stored.get(item.id)]).toEqual(['sent', 1])
  }
}

/** The item in better words where they may still change, else as it is. */
async function corrected(scene: PhoneScene, item: Item): Promise<Item> {
  const { kind, input } = item
  if (!mayEdit(item) || kind === 'photo') return again(item)
  if (kind === 'visit') return { ...again(item), input: { ...input, settled: '已改正' } }
  if (kind === 'record') return { ...again(item), input: { ...input, day: '2026-03-10' } }
  const version = await scene.versionOf(String(input.measureId))
  return { ...again(item), input: { ...input, version } }
}
