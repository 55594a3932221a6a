import { loadSession } from '@/lib/access/load-viewer'
import { systemViewer } from '@/lib/access/system'
import type { Viewer } from '@/lib/access/viewer-types'
import type { Day } from '@/lib/dates'
import { read, transaction } from '@/lib/db'
import { newId } from '@/lib/ids'
import { parseRuleSet, type RuleSet } from '@/lib/rule-sets/schema'
import type { seedPeople } from './people'

type People = Awaited<ReturnType<typeof seedPeople>>

/** A demo county while it is being told: its people, villages, kinds and batches by name. */
export type Telling = People & {
  countyId: string
  villages: Map<string, string>
  kinds: Map<string, string>
  batches: Map<number, { id: string; ruleSet: RuleSet }>
  sessions: Map<string, string>
  /** Viewers whose rights do not hang on single cases; these change from command to command. */
  viewers: Map<string, Viewer>
}

/**
 * The viewer of an account on a day of the past, read as a request reads it. What it does happened
 * on that day, was entered today, and says so: origin IMPORT.
 */
export async function as(telling: Telling, account: string, day: Day): Promise<Viewer> {
  const known = telling.viewers.get(account)
  if (known) return { ...known, today: day }
  const user = telling.users.get(account)
  if (!user) throw new Error(`the demo has no account ${account}`)
  let sessionId = telling.sessions.get(account)
  if (!sessionId) {
    const id = newId()
    await transaction(systemViewer('signIn'), (tx) =>
      tx.session.create({ data: { id, userId: user.id }, select: { id: true } }),
    )
    telling.sessions.set(account, id)
    sessionId = id
  }
  const state = await loadSession(sessionId, { today: day, idleHours: 12 })
  if (!state) throw new Error(`the demo session of ${account} has ended`)
  const viewer: Viewer = { ...state.viewer, today: day, origin: 'IMPORT' }
  const unbound = viewer.grants.every(({ role }) => role === 'COUNTY_OFFICE' || role === 'TOWNSHIP')
  if (unbound) telling.viewers.set(account, viewer)
  return viewer
}

/** Ends the sessions the telling used: nobody is left signed in. */
export async function endSessions(telling: Telling): Promise<void> {
  const ids = [...telling.sessions.values()]
  await transaction(systemViewer('signIn'), (tx) =>
    tx.session.deleteMany({ where: { id: { in: ids } } }),
  )
}

/** The case as the next step must find it. */
export async function caseNow(telling: Telling, caseId: string, day: Day) {
  const office = await as(telling, officeOf(telling), day)
  return read(office, (tx) =>
    tx.case.findUniqueOrThrow({
      where: { id: caseId },
      select: {
        version: true,
        stage: true,
        townshipId: true,
        problems: { orderBy: { number: 'asc' } },
        measures: { orderBy: { number: 'asc' } },
        acceptances: {
          where: { status: 'OPEN' },
          select: { id: true, version: true, level: true },
        },
        followUps: {
          orderBy: { month: 'asc' },
          select: { id: true, month: true, dueOn: true, version: true },
        },
      },
    }),
  )
}

/** The county office's first account: the neighbour's accounts end in -b. */
export function officeOf(telling: Telling): string {
  return telling.countyId === '450223' ? 'county-office' : 'county-office-b'
}

/** The batches of a county with their rule sets. */
export async function readBatches(viewer: Viewer): Promise<Telling['batches']> {
  const rows = await read(viewer, (tx) =>
    tx.batch.findMany({
      where: { countyId: viewer.countyId },
      select: { id: true, number: true, ruleSet: { select: { content: true } } },
    }),
  )
  return new Map(
    rows.map((row) => [row.number, { id: row.id, ruleSet: parseRuleSet(row.ruleSet.content) }]),
  )
}
