import { expect } from 'vitest'
import { loadSession } from '@/lib/access/load-viewer'
import {
  openCases,
  visibleAttachments,
  visibleCases,
  visibleCommitments,
  visibleRecords,
  visibleVisits,
} from '@/lib/access/scope'
import { visibleNotices } from '@/lib/access/scope-notices'
import { visibleSteps } from '@/lib/access/scope-reminders'
import type { Viewer } from '@/lib/access/viewer-types'
import { readTimeline } from '@/lib/audit/timeline-queries'
import { listBatches } from '@/lib/batches/queries'
import { listCases } from '@/lib/cases/list-queries'
import { isListed, isTransformed } from '@/lib/cases/workflow'
import { read } from '@/lib/db'
import { Prisma } from '@/prisma/generated/client'
import { caseTables } from './plant'
import type { Scene } from './scope-model'
import { type Sight, sightOf, standing } from './scope-oracle'
import { sceneDay } from './scope-people'
import type { Planted } from './scope-world'

type Seen = { kase: Scene['cases'][number]; planted: Planted['cases'][number]; sight: Sight }
const sorted = (ids: readonly string[]) => [...ids].sort()

/** Opens person `index`'s session as a request does and holds everything it shows against the oracle. */
export async function checkPerson(scene: Scene, planted: Planted, index: number): Promise<void> {
  const person = scene.people[index]
  const who = planted.people[index]
  if (!person || !who) return
  const state = await loadSession(who.sessionId, { today: sceneDay, idleHours: 12 })
  const at = standing(person)
  if (!at) {
    // Shut out: no session, or a county still to be chosen before anything is shown.
    expect(state?.countyChosen ?? false).toBe(false)
    return
  }
  const viewer = state?.viewer
  expect(viewer?.countyId).toBe(planted.counties[at.county])
  if (!viewer) return
  const seen = scene.cases.map((kase, number): Seen => {
    const rows = planted.cases[number]
    if (!rows) throw new Error('a case was not planted')
    return { kase, planted: rows, sight: sightOf(scene, index, kase) }
  })
  await checkTables(viewer, seen)
  await checkPrisma(viewer, seen)
  await checkQueries(viewer, seen)
  await checkDirectory(viewer, scene, planted, index)
}

const overviewTables = ['cases', ...caseTables, 'assignments', 'acceptance_members'] as const
const everyTable = [
  ...overviewTables,
  'attachments',
  'internal_notes',
  'events',
  'visits',
  'work_records',
  'commitments',
  'reminder_steps',
  'supervision_notices',
] as const
const everything = Prisma.raw(
  [
    ...everyTable.map((table) => `SELECT '${table}' AS "table", id::text FROM ${table}`),
    `SELECT 'chain_heads', chain FROM chain_heads WHERE case_id IS NOT NULL`,
  ].join(' UNION ALL '),
)

/** Raw SQL without any filter, under the settings of the viewer: every table with case data. */
async function checkTables(viewer: Viewer, seen: readonly Seen[]) {
  const rows = await read(viewer, (tx) => tx.$queryRaw<{ table: string; id: string }[]>(everything))
  const of = (table: string) =>
    sorted(rows.filter((row) => row.table === table).map((row) => row.id))
  const open = seen.filter(({ sight }) => sight.overview)
  expect(of('cases')).toEqual(sorted(open.map(({ planted }) => planted.id)))
  for (const table of caseTables) {
    expect([table, of(table)]).toEqual([
      table,
      sorted(open.map(({ planted }) => planted.tables[table] ?? '')),
    ])
  }
  const count = (list: (kase: Seen['kase']) => readonly unknown[]) =>
    open.reduce((sum, { kase }) => sum + list(kase).length, 0)
  expect(of('assignments')).toHaveLength(count((kase) => kase.assignments))
  expect(of('acceptance_members')).toHaveLength(count((kase) => kase.members))
  const marked = (ids: (one: Seen) => string[], by: (sight: Sight) => boolean[]) =>
    sorted(seen.flatMap((one) => ids(one).filter((_, number) => by(one.sight)[number])))
  expect(of('attachments')).toEqual(
    marked(
      ({ planted }) => planted.scans,
      (sight) => sight.scans,
    ),
  )
  expect(of('internal_notes')).toEqual(
    marked(
      ({ planted }) => planted.notes,
      (sight) => sight.notes,
    ),
  )
  expect(of('events')).toEqual(
    marked(
      ({ planted }) => planted.events,
      (sight) => sight.events,
    ),
  )
  expect(of('visits')).toEqual(
    sorted(seen.filter(({ sight }) => sight.papers).map(({ planted }) => planted.visit)),
  )
  expect(of('work_records')).toEqual(
    sorted(seen.filter(({ sight }) => sight.papers).map(({ planted }) => planted.record)),
  )
  expect(of('commitments')).toEqual(
    sorted(seen.filter(({ sight }) => sight.papers).map(({ planted }) => planted.commitment)),
  )
  expect(of('supervision_notices')).toEqual(
    sorted(seen.filter(({ sight }) => sight.notice).map(({ planted }) => planted.notice)),
  )
  expect(of('reminder_steps')).toEqual(of('commitments'))
  expect(of('chain_heads')).toEqual(
    sorted(seen.filter(({ sight }) => sight.papers).map(({ planted }) => `case:${planted.id}`)),
  )
}

/** Prisma through the scope: rows, count, groups, and children by their case. */
async function checkPrisma(viewer: Viewer, seen: readonly Seen[]) {
  const [visible, open] = [visibleCases(viewer), openCases(viewer)]
  const select = { id: true } as const
  const got = await read(viewer, async (tx) => ({
    rows: await tx.case.findMany({ where: { AND: [visible, {}] }, select }),
    count: await tx.case.count({ where: visible }),
    groups: await tx.case.groupBy({ by: ['stage'], where: visible, _count: { _all: true } }),
    open: await tx.case.findMany({
      where: open,
      select: { id: true, attachments: { select }, internalNotes: { select } },
    }),
    plans: await tx.plan.findMany({ where: { case: visible }, select }),
    measures: await tx.measure.count({ where: { case: visible } }),
  }))
  const alone = await scopeAlone(viewer, seen)
  const overview = seen.filter(({ sight }) => sight.overview)
  const papers = seen.filter(({ sight }) => sight.papers)
  expect(alone.visible).toEqual(sorted(overview.map(({ planted }) => planted.id)))
  expect(alone.open).toEqual(sorted(papers.map(({ planted }) => planted.id)))
  expect(alone.visits).toEqual(sorted(papers.map(({ planted }) => planted.visit)))
  expect(alone.records).toEqual(sorted(papers.map(({ planted }) => planted.record)))
  expect(alone.commitments).toEqual(sorted(papers.map(({ planted }) => planted.commitment)))
  const sent = seen.filter(({ sight }) => sight.notice)
  expect(alone.notices).toEqual(sorted(sent.map(({ planted }) => planted.notice)))
  const ids = (list: readonly { id: string }[]) => sorted(list.map(({ id }) => id))
  expect(ids(got.rows)).toEqual(sorted(overview.map(({ planted }) => planted.id)))
  expect(got.count).toBe(overview.length)
  expect(got.groups.reduce((sum, group) => sum + group._count._all, 0)).toBe(overview.length)
  expect(ids(got.plans)).toEqual(sorted(overview.map(({ planted }) => planted.tables.plans ?? '')))
  expect(got.measures).toBe(overview.length)
  expect(ids(got.open)).toEqual(sorted(papers.map(({ planted }) => planted.id)))
  const scans = papers.flatMap(({ planted, sight }) =>
    planted.scans.filter((_, number) => sight.scans[number]),
  )
  expect(ids(got.open.flatMap((kase) => kase.attachments))).toEqual(sorted(scans))
  expect(alone.scans).toEqual(sorted(scans))
  const notes = papers.flatMap(({ planted, sight }) =>
    planted.notes.filter((_, number) => sight.notes[number]),
  )
  expect(ids(got.open.flatMap((kase) => kase.internalNotes))).toEqual(sorted(notes))
}

/** The scope without the second wall behind it: its filters, run with the county office's settings. */
async function scopeAlone(viewer: Viewer, seen: readonly Seen[]) {
  const found = {
    visible: [] as string[],
    open: [] as string[],
    visits: [] as string[],
    records: [] as string[],
    commitments: [] as string[],
    scans: [] as string[],
    notices: [] as string[],
  }
  for (const countyId of new Set(seen.map(({ planted }) => planted.countyId))) {
    const wide: Viewer = {
      ...viewer,
      countyId,
      grants: [
        { role: 'COUNTY_OFFICE', organisationId: '', organisationName: '', townshipId: null },
      ],
    }
    await read(wide, async (tx) => {
      const select = { id: true } as const
      const visible = await tx.case.findMany({ where: visibleCases(viewer), select })
      const open = await tx.case.findMany({ where: openCases(viewer), select })
      const visits = await tx.visit.findMany({ where: visibleVisits(viewer), select })
      const commitments = await tx.commitment.findMany({
        where: visibleCommitments(viewer),
        select,
      })
      const steps = await tx.reminderStep.findMany({ where: visibleSteps(viewer), select })
      expect(sorted(steps.map(({ id }) => id))).toEqual(sorted(commitments.map(({ id }) => id)))
      const records = await tx.workRecord.findMany({ where: visibleRecords(viewer), select })
      const notices = await tx.supervisionNotice.findMany({ where: visibleNotices(viewer), select })
      const scans = await tx.attachment.findMany({ where: visibleAttachments(viewer), select })
      found.notices.push(...notices.map(({ id }) => id))
      found.scans.push(...scans.map(({ id }) => id))
      found.records.push(...records.map(({ id }) => id))
      found.visits.push(...visits.map(({ id }) => id))
      found.commitments.push(...commitments.map(({ id }) => id))
      found.visible.push(...visible.map(({ id }) => id))
      found.open.push(...open.map(({ id }) => id))
    })
  }
  const { visible, open, visits, records, commitments, scans, notices } = found
  return {
    visible: sorted(visible),
    open: sorted(open),
    visits: sorted(visits),
    records: sorted(records),
    commitments: sorted(commitments),
    scans: sorted(scans),
    notices: sorted(notices),
  }
}

/** The product's own lists and figures (pages and API alike), and the timeline of each case. */
async function checkQueries(viewer: Viewer, seen: readonly Seen[]) {
  const overview = seen.filter(({ sight }) => sight.overview)
  const page = await orRefused(listCases(viewer, {}, { limit: 100 }))
  expect(sorted(page?.items.map(({ id }) => id) ?? [])).toEqual(
    sorted(overview.map(({ planted }) => planted.id)),
  )
  expect(page?.total ?? 0).toBe(overview.length)
  const batches = (await orRefused(listBatches(viewer))) ?? []
  const sum = (figure: 'total' | 'transformed') =>
    batches.reduce((all, batch) => all + batch[figure], 0)
  const listed = overview.filter(({ kase }) => isListed(kase.stage as never))
  expect(sum('total')).toBe(listed.length)
  expect(sum('transformed')).toBe(
    listed.filter(({ kase }) => isTransformed(kase.stage as never)).length,
  )
  for (const { planted, sight } of seen) {
    const told = await readTimeline(viewer, planted.id, { limit: 100 }).then(
      ({ events }) => sorted(events.map(({ id }) => id)),
      (error) => error.status,
    )
    const events = sorted(planted.events.filter((_, number) => sight.events[number]))
    expect(told).toEqual(sight.papers ? events : sight.overview ? 403 : 404)
  }
}

/** People, organisations, appointments, villages and batches: of the own county, for who serves in it. */
async function checkDirectory(viewer: Viewer, scene: Scene, planted: Planted, index: number) {
  const serves = viewer.grants.length > 0
  const cases = viewer.grants.some(({ role }) => role !== 'SYSTEM_ADMIN')
  const county = planted.counties.indexOf(viewer.countyId)
  const got = await read(viewer, async (tx) => ({
    users: await tx.user.findMany({ select: { id: true } }),
    appointments: await tx.appointment.count(),
    organisations: await tx.organisation.count(),
    villages: await tx.village.count(),
    batches: await tx.batch.count(),
    ruleSets: await tx.ruleSet.count(),
    secrets:
      (await tx.credential.count()) +
      (await tx.session.count({ where: { userId: { not: viewer.userId } } })),
  }))
  const people = scene.people.flatMap(({ home }, number) =>
    number === index || (serves && home === county) ? [planted.people[number]?.userId ?? ''] : [],
  )
  expect(sorted(got.users.map(({ id }) => id))).toEqual(sorted(people))
  const appointments = scene.people.flatMap(({ appointments }, number) =>
    appointments.filter((one) => number === index || (serves && one.county === county)),
  )
  expect(got).toMatchObject({
    appointments: appointments.length,
    organisations: serves ? 14 : 0,
    villages: serves ? scene.cases.filter((kase) => kase.county === county).length : 0,
    batches: cases ? 1 : 0,
    ruleSets: cases ? 1 : 0,
    secrets: 0,
  })
}

async function orRefused<T>(query: Promise<T>): Promise<T | undefined> {
  return query.catch((error) => {
    if (error.status === 403) return undefined
    throw error
  })
}
