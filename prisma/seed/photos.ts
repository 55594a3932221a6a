import sharp from 'sharp'
import { addAttachment } from '@/lib/attachments/commands'
import type { Day } from '@/lib/dates'
import { read } from '@/lib/db'
import { as, officeOf, type Telling } from './context'
import { scenes } from './scenes'

/** Visits that carry photos; the last one carries the first one's again, for the question of the office. */
const photographed = 12

/**
 * Photos on the latest visits of work teams and helper units to invented villages: drawn by the
 * machine and without faces.
 */
export async function tellPhotos(telling: Telling, today: Day): Promise<void> {
  const office = await as(telling, officeOf(telling), today)
  const visits = await read(office, (tx) =>
    tx.visit.findMany({
      where: {
        countyId: telling.countyId,
        role: { in: ['WORK_TEAM', 'HELPER_UNIT'] },
        withdrawnOn: null,
        village: { demo: true },
      },
      orderBy: [{ day: 'desc' }, { id: 'asc' }],
      take: photographed,
      select: { id: true, caseId: true, authorId: true },
    }),
  )
  const accountOf = new Map([...telling.users].map(([account, { id }]) => [id, account]))
  for (const [number, visit] of visits.entries()) {
    const account = visit.authorId && accountOf.get(visit.authorId)
    if (!account) continue
    const viewer = await as(telling, account, today)
    const shown =
      number === photographed - 1 ? [0] : number % 3 === 0 ? [number, number + 25] : [number]
    for (const [index, which] of shown.entries()) {
      const file = new File([await drawn(which)], `现场照片${index + 1}.jpg`)
      const subject = { kind: 'VISIT' as const, id: visit.id }
      await addAttachment(viewer, { caseId: visit.caseId, subject, file, internal: false })
    }
  }
}

async function drawn(number: number): Promise<Uint8Array<ArrayBuffer>> {
  const scene = scenes[number % scenes.length] ?? scenes[0]
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 800 600" width="800" height="600">${scene(number)}</svg>`
  return Uint8Array.from(await sharp(Buffer.from(svg)).jpeg({ quality: 70 }).toBuffer())
}
