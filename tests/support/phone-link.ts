import { keepItem, readItems } from '@/lib/offline/device'
import type { Item } from '@/lib/offline/item'
import { outboxOf, postOf } from '@/lib/offline/outbox'
import { sendAll } from '@/lib/offline/send'
import { emptyPhone, type PhoneScene, photoFor, picture, visitTo } from './phone-scene'
import type { Fault } from './phone-server'

/** A poor link, its time reckoned from the bytes instead of waited for. */
const link = { bitsPerSecond: 400_000, latencySeconds: 0.4, dropsEvery: 20 }

/**
 * Keeps 500 visits and 200 photos on the phone and sends them over the link. Whatever is on its way
 * when the link drops is lost: before it arrived in the first half of its time, else its answer.
 */
export async function syncOver(
  { key, person, cases }: PhoneScene,
  random: () => number,
  faults: (next: (bytes: number) => Fault) => void,
) {
  await emptyPhone(key, person)
  const items: Item[] = []
  const photo = await picture(random, 400)
  for (let n = 0; n < 500; n++) {
    const visit = visitTo(cases[n % 2]?.caseId ?? '', `第${n}次走访：${random()}`)
    await keepItem(key, person, visit)
    items.push(visit)
    if (n % 5 >= 2) continue
    const taken = photoFor(visit)
    await keepItem(key, person, taken, photo)
    items.push(taken)
  }
  let seconds = 0
  let drops = 0
  faults((bytes) => {
    const begun = seconds
    seconds += link.latencySeconds + (bytes * 8) / link.bitsPerSecond
    const dropAt = (Math.floor(begun / link.dropsEvery) + 1) * link.dropsEvery
    if (seconds < dropAt) return 'fine'
    drops += 1
    const halfway = (begun + seconds) / 2
    seconds = dropAt
    return dropAt < halfway ? 'lost' : 'answerLost'
  })
  // Each time the network is back, the page sends again.
  for (let tries = 0; tries < 1_000; tries++) {
    const ended = await sendAll(outboxOf(key, person), postOf(key, person), Date.now)
    if (ended === 'done') break
  }
  const left = (await readItems(key, person)).items.filter(({ state }) => state !== 'sent')
  if (left.length > 0) throw new Error(`${left.length} are still on the phone`)
  return { items, drops, seconds }
}
