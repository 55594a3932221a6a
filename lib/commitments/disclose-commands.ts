import 'server-only'
import type { z } from 'zod'
import { authorize } from '@/lib/access/policy'
import { systemViewer } from '@/lib/access/system'
import { signature, type Viewer } from '@/lib/access/viewer-types'
import { record } from '@/lib/audit/record'
import { today as todayNow } from '@/lib/clock'
import { addMonths, type Day, fromDay } from '@/lib/dates'
import { asSystem, read, type Tx, transaction } from '@/lib/db'
import { RuleBroken } from '@/lib/errors'
import { newId } from '@/lib/ids'
import { type DisclosureGroup, disclosureGroups } from './disclosure'
import { publishedStatuses } from './rules'
import type { switchDisclosureInput } from './schema'

/**
 * The county office switches the public page of its county on or off. Refused while listed villages
 * could be told apart on all that it would show.
 */
export function switchDisclosure(viewer: Viewer, input: z.output<typeof switchDisclosureInput>) {
  return transaction(viewer, async (tx) => {
    const { countyId } = viewer
    const grant = authorize(viewer, 'commitment.disclose', { countyId })
    const on = input.on === 'yes'
    const { groups } = await disclosureOf(tx, countyId, viewer.today)
    const shown = groups.filter((group) => group.shown)
    if (on && shown.length === 0) throw new RuleBroken('commitmentsNotDisclosable')
    if ((await isDisclosed(tx, countyId)) === on) return
    await tx.disclosureSwitch.create({
      data: {
        id: newId(),
        countyId,
        on,
        byId: viewer.userId,
        byName: signature({ viewer, grant }),
        switchedOn: fromDay(viewer.today),
      },
      select: { id: true },
    })
    const commitments = shown.reduce((sum, group) => sum + group.commitments, 0)
    await record(
      tx,
      { viewer, grant },
      { accountsOf: countyId },
      {
        kind: 'commitmentPageSwitched',
        details: { on, commitments: on ? commitments : 0 },
        changes: { publicCommitments: [!on, on] },
      },
    )
    await refreshDisclosure(tx, countyId, viewer.today)
  })
}

/** Whether the county's page is on: the latest switch holds. For the office or `disclose`. */
async function isDisclosed(tx: Tx, countyId: string): Promise<boolean> {
  const last = await tx.disclosureSwitch.findFirst({
    where: { countyId },
    orderBy: { id: 'desc' },
    select: { on: true },
  })
  return last?.on ?? false
}

/** Months after its due day for which a commitment stays on the page. */
const shownFor = 12

/**
 * What is published in a county, and which groups of it the page may show; for the office or
 * `disclose`. Commitments due long ago are left out of both: their days would tell the batches.
 */
export async function disclosureOf(tx: Tx, countyId: string, today: Day) {
  const published = await tx.commitment.findMany({
    where: {
      countyId,
      status: { in: [...publishedStatuses] },
      dueOn: { gte: fromDay(addMonths(today, -shownFor)) },
      village: { endedOn: null },
    },
    orderBy: [{ village: { code: 'asc' } }, { dueOn: 'asc' }, { id: 'asc' }],
    select: {
      townshipId: true,
      villageId: true,
      level: true,
      position: true,
      memberCount: true,
      text: true,
      dueOn: true,
      result: true,
      village: { select: { name: true } },
    },
  })
  const listed = await tx.case.findMany({
    where: { countyId },
    select: { townshipId: true, villageId: true },
  })
  return { published, groups: disclosureGroups(published, listed) }
}

/**
 * Makes the rows of a county's public page anew: none while it is off. Runs in the transaction of a
 * publication, an evaluation or the switch, and every night, when villages may have been listed.
 */
export function refreshDisclosure(tx: Tx, countyId: string, today: Day): Promise<void> {
  return asSystem(tx, systemViewer('disclose'), async () => {
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext(${`disclose:${countyId}`}))`
    await tx.disclosedCommitment.deleteMany({ where: { countyId } })
    if (!(await isDisclosed(tx, countyId))) return
    const { published, groups } = await disclosureOf(tx, countyId, today)
    const county = await tx.county.findUniqueOrThrow({
      where: { id: countyId },
      select: { name: true, townships: { select: { id: true, name: true } } },
    })
    const townships = new Map(county.townships.map(({ id, name }) => [id, name]))
    const isShown = shownBy(groups)
    await tx.disclosedCommitment.createMany({
      data: published.filter(isShown).map(({ village, villageId: _, ...row }, place) => ({
        ...row,
        id: newId(),
        countyId,
        countyName: county.name,
        townshipName: townships.get(row.townshipId) ?? '',
        villageName: row.level === 'TOWNSHIP' ? '' : village.name,
        place,
      })),
    })
  })
}

function shownBy(groups: readonly DisclosureGroup[]) {
  const keys = new Set(
    groups.flatMap(({ shown, townshipId, level }) => (shown ? [`${townshipId} ${level}`] : [])),
  )
  return ({ townshipId, level }: { townshipId: string; level: string }) =>
    keys.has(`${townshipId} ${level}`)
}

/** Every county's page anew; the nightly job. Returns how many counties were looked at. */
export async function refreshDisclosures(today: Day = todayNow()): Promise<number> {
  const counties = await read(systemViewer('disclose'), (tx) =>
    tx.county.findMany({ select: { id: true }, orderBy: { id: 'asc' } }),
  )
  for (const { id } of counties) {
    await transaction(systemViewer('disclose', id), (tx) => refreshDisclosure(tx, id, today))
  }
  return counties.length
}
