import 'server-only'
import type { z } from 'zod'
import { authorize } from '@/lib/access/policy'
import { signature, type Viewer } from '@/lib/access/viewer-types'
import type { NewEvent } from '@/lib/audit/events'
import { type Actor, record } from '@/lib/audit/record'
import { addDays, fromDay, toDay, yearOf } from '@/lib/dates'
import { type Tx, transaction } from '@/lib/db'
import { InvalidInput, RuleBroken } from '@/lib/errors'
import { newId } from '@/lib/ids'
import { ruleSetOf } from '@/lib/rule-sets/queries'
import { openSheet, openYear, requireComputed, settleTotal } from './open-sheet'
import { pointsOf } from './points'
import type {
  announceAppraisalInput,
  computeAppraisalInput,
  openAppraisalInput,
  publishAppraisalInput,
  verifySheetInput,
} from './schema'
import { catalogueOf } from './sheet'

/** Opens the appraisal of a year under the county's newest rules; the worker computes it. Returns its id. */
export function openAppraisal(viewer: Viewer, { year }: z.infer<typeof openAppraisalInput>) {
  return transaction(viewer, async (tx) => {
    const { countyId, today } = viewer
    const grant = authorize(viewer, 'appraisal.manage', { countyId })
    if (year > yearOf(today))
      throw new InvalidInput([{ field: 'year', code: 'appraisalYearAhead' }])
    const ruleSet = await tx.ruleSet.findFirst({
      where: { countyId },
      orderBy: { version: 'desc' },
      select: { id: true, version: true, content: true },
    })
    if (!ruleSet) throw new RuleBroken('noRuleSet')
    const id = newId()
    const { count } = await tx.appraisal.createMany({
      skipDuplicates: true,
      data: [
        {
          ...{
            id,
            countyId,
            year,
            fromOn: fromDay(`${year}-01-01`),
            toOn: fromDay(`${year}-12-31`),
          },
          ...{ ruleSetId: ruleSet.id, ruleVersion: ruleSet.version },
          selfScored: ruleSetOf(ruleSet).appraisal.selfScore,
          ...{ openedById: viewer.userId, openedByName: signature({ viewer, grant }) },
          openedOn: fromDay(today),
        },
      ],
    })
    if (count === 0) throw new InvalidInput([{ field: 'year', code: 'appraisalExists' }])
    await tell(
      tx,
      { viewer, grant },
      {
        kind: 'appraisalOpened',
        details: { year, ruleVersion: ruleSet.version },
      },
    )
    return id
  })
}

/** Asks the worker to compute it again, from the facts as they stand then. */
export function askForComputing(viewer: Viewer, input: z.infer<typeof computeAppraisalInput>) {
  return transaction(viewer, async (tx) => {
    const { appraisal } = await openYear(tx, viewer, input, 'OPEN')
    await tx.$executeRaw`UPDATE appraisals SET asked_at = clock_timestamp() WHERE id = ${appraisal.id}::uuid`
    return appraisal.id
  })
}

/**
 * 核定: the county office names who headed the organisation and confirms the computed scores, or sets
 * another with its reason. From then on the worker leaves the sheet alone.
 */
export function verifySheet(viewer: Viewer, input: z.infer<typeof verifySheetInput>) {
  const { heads, lines, note } = input
  return transaction(viewer, async (tx) => {
    const to = { may: 'appraisal.manage', state: 'OPEN' } as const
    const { sheet, grant } = await openSheet(tx, viewer, input, to)
    requireComputed(sheet.appraisal)
    const { from, to: until } = periodDays(sheet.appraisal)
    const outside = heads.findIndex((head) => head.from < from || head.to > until)
    if (outside >= 0)
      throw new InvalidInput([{ field: `heads.${outside}.from`, code: 'invalidDate' }])
    const titles = titlesOf(sheet)
    const changed: string[] = []
    for (const value of sheet.values) {
      const line = lines[value.code]
      const set = line?.score === value.score ? null : (line?.score ?? null)
      if (value.score !== null) refuseAbove(`lines.${value.code}.score`, set, value.effective)
      if (set !== null && !line?.note) {
        throw new InvalidInput([{ field: `lines.${value.code}.note`, code: 'verifyNoteMissing' }])
      }
      if (value.score === null) continue
      if (set !== null) changed.push(titles.get(value.code) ?? value.code)
      await tx.appraisalValue.updateMany({
        where: { id: value.id },
        data: { verified: set, verifyNote: set === null ? '' : (line?.note ?? '') },
      })
    }
    await settleTotal(tx, sheet, { heads, note, ...signed(viewer, signature({ viewer, grant })) })
    const { year } = sheet.appraisal
    await tell(
      tx,
      { viewer, grant },
      {
        kind: 'appraisalVerified',
        details: { year, organisation: sheet.organisationName, changed },
      },
    )
    return sheet.id
  })
}

/** 公示: each organisation sees its own result and may appeal for as long as the rules say. */
export function announceAppraisal(viewer: Viewer, input: z.infer<typeof announceAppraisalInput>) {
  return transaction(viewer, async (tx) => {
    const { appraisal, grant } = await openYear(tx, viewer, input, 'OPEN')
    requireComputed(appraisal)
    const { id, year } = appraisal
    const nameless = await tx.appraisalSheet.count({
      where: { appraisalId: id, heads: { equals: [] } },
    })
    if (nameless > 0) throw new RuleBroken('headsMissing', { count: nameless })
    const name = signature({ viewer, grant })
    await tx.appraisalSheet.updateMany({
      where: { appraisalId: id, verifiedById: null },
      data: signed(viewer, name),
    })
    const shown = { state: 'ANNOUNCED', shown: true } as const
    await tx.appraisalValue.updateMany({ where: { sheet: { appraisalId: id } }, data: shown })
    await tx.appraisalSheet.updateMany({ where: { appraisalId: id }, data: shown })
    const { appealDays } = ruleSetOf(appraisal.ruleSet).appraisal
    const appealUntil = addDays(viewer.today, appealDays)
    await tx.appraisal.update({
      where: { id },
      data: {
        ...{ state: 'ANNOUNCED', announcedById: viewer.userId, announcedByName: name },
        ...{ announcedOn: fromDay(viewer.today), appealUntil: fromDay(appealUntil) },
        version: { increment: 1 },
      },
      select: { id: true },
    })
    await tell(
      tx,
      { viewer, grant },
      {
        kind: 'appraisalAnnounced',
        details: { year, appealUntil },
        changes: { appraisal: ['OPEN', 'ANNOUNCED'] },
      },
    )
    return id
  })
}

/** 公布: after the time for appeals, with every appeal answered. From then on nothing of it changes. */
export function publishAppraisal(viewer: Viewer, input: z.infer<typeof publishAppraisalInput>) {
  const { documentNo } = input
  return transaction(viewer, async (tx) => {
    const { appraisal, grant } = await openYear(tx, viewer, input, 'ANNOUNCED')
    const { id, year, appealUntil } = appraisal
    const until = appealUntil && toDay(appealUntil)
    if (until && viewer.today <= until) throw new RuleBroken('appealPeriodRuns', { until })
    const open = await tx.appraisalAppeal.count({
      where: { sheet: { appraisalId: id }, answeredOn: null },
    })
    if (open > 0) throw new RuleBroken('appealsOpen', { count: open })
    const state = 'PUBLISHED' as const
    await tx.appraisalAppeal.updateMany({ where: { sheet: { appraisalId: id } }, data: { state } })
    await tx.appraisalValue.updateMany({ where: { sheet: { appraisalId: id } }, data: { state } })
    const sheets = await tx.appraisalSheet.updateMany({
      where: { appraisalId: id },
      data: { state },
    })
    await tx.appraisal.update({
      where: { id },
      data: {
        ...{ state, documentNo, publishedById: viewer.userId },
        ...{ publishedByName: signature({ viewer, grant }), publishedOn: fromDay(viewer.today) },
        version: { increment: 1 },
      },
      select: { id: true },
    })
    await tell(
      tx,
      { viewer, grant },
      {
        kind: 'appraisalPublished',
        details: { year, documentNo, sheets: sheets.count },
        changes: { appraisal: ['ANNOUNCED', 'PUBLISHED'] },
      },
    )
    return id
  })
}

const signed = (viewer: Viewer, name: string) => ({
  ...{ verifiedById: viewer.userId, verifiedByName: name, verifiedOn: fromDay(viewer.today) },
})

const periodDays = ({ fromOn, toOn }: { fromOn: Date; toOn: Date }) => ({
  ...{ from: toDay(fromOn), to: toDay(toOn) },
})

/** The indicators of a sheet by code, in the rule set's own words. */
export function titlesOf({
  kind,
  appraisal,
}: {
  kind: 'TOWNSHIP' | 'HELPER_UNIT'
  appraisal: { ruleSet: { id: string; content: unknown } }
}): Map<string, string> {
  const catalogue = catalogueOf(ruleSetOf(appraisal.ruleSet).appraisal, kind)
  return new Map(catalogue.map(({ code, title }) => [code, title.zh]))
}

/** A score is at most the full score of its indicator. */
export function refuseAbove(field: string, score: number | null, full: number): void {
  if (score === null || score <= full) return
  throw new InvalidInput([{ field, code: 'scoreAboveWeight', params: { max: pointsOf(full) } }])
}

/** Events of an appraisal stand in the county's own chain. */
export function tell(tx: Tx, actor: Actor, event: NewEvent) {
  return record(tx, actor, { accountsOf: actor.viewer.countyId }, event)
}
