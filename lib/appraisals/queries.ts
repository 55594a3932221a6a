import 'server-only'
import { cache } from 'react'
import { isOwnWork } from '@/lib/acceptance/rules'
import { authorize, can } from '@/lib/access/policy'
import { visibleAppraisals, visibleSheets } from '@/lib/access/scope-appraisals'
import { selvesOf, type Viewer } from '@/lib/access/viewer-types'
import { toDay, yearOf } from '@/lib/dates'
import { read } from '@/lib/db'
import { NotFound } from '@/lib/errors'
import { ruleSetOf } from '@/lib/rule-sets/queries'
import type { Prisma } from '@/prisma/generated/client'
import { needsRecheck, selfOnScale } from './score'
import { catalogueOf } from './sheet'
import { bindingsOf, headsOf, itemsOf } from './stored'

const year = {
  ...{ id: true, countyId: true, year: true, state: true, version: true, selfScored: true },
  ...{ fromOn: true, toOn: true, ruleVersion: true, askedAt: true, computedAt: true },
  ...{ computedOn: true, openedOn: true, announcedOn: true, appealUntil: true, publishedOn: true },
  ...{ documentNo: true, publishedByName: true, announcedByName: true, openedByName: true },
} satisfies Prisma.AppraisalSelect

function yearLine(row: Prisma.AppraisalGetPayload<{ select: typeof year }>) {
  const { askedAt, computedAt } = row
  return {
    ...row,
    from: toDay(row.fromOn),
    to: toDay(row.toOn),
    computedOn: row.computedOn && toDay(row.computedOn),
    announcedOn: row.announcedOn && toDay(row.announcedOn),
    appealUntil: row.appealUntil && toDay(row.appealUntil),
    publishedOn: row.publishedOn && toDay(row.publishedOn),
    waiting: row.state === 'OPEN' && (computedAt === null || askedAt > computedAt),
  }
}

export type AppraisalYear = ReturnType<typeof yearLine>

/** The years, the latest first, and which the county office may still open. */
export const listAppraisals = (viewer: Viewer) =>
  read(viewer, async (tx) => {
    authorize(viewer, 'appraisal.read')
    const rows = await tx.appraisal.findMany({
      where: visibleAppraisals(viewer),
      orderBy: { year: 'desc' },
      take: 50,
      select: year,
    })
    const sheets = await tx.appraisalSheet.findMany({
      where: { AND: [visibleSheets(viewer), { appraisalId: { in: rows.map(({ id }) => id) } }] },
      select: { id: true, appraisalId: true, kind: true },
    })
    const mayManage = can(viewer, 'appraisal.manage')
    const known = new Set(rows.map((row) => row.year))
    const now = yearOf(viewer.today)
    return {
      years: rows.map((row) => {
        const own = sheets.filter(({ appraisalId }) => appraisalId === row.id)
        return {
          ...yearLine(row),
          townships: own.filter(({ kind }) => kind === 'TOWNSHIP').length,
          units: own.filter(({ kind }) => kind === 'HELPER_UNIT').length,
        }
      }),
      mayManage,
      mayOpen: mayManage ? [now, now - 1].filter((one) => !known.has(one)) : [],
    }
  })

/** One year: organisations by code and name, never by score. Organisations see their own alone. */
export const readAppraisal = cache((viewer: Viewer, id: string) =>
  read(viewer, async (tx) => {
    authorize(viewer, 'appraisal.read')
    const row = await tx.appraisal.findFirst({
      where: { AND: [visibleAppraisals(viewer), { id }] },
      select: { ...year, ruleSet: { select: { id: true, content: true } } },
    })
    if (!row) throw new NotFound()
    const sheets = await tx.appraisalSheet.findMany({
      where: { AND: [visibleSheets(viewer), { appraisalId: id }] },
      orderBy: [{ kind: 'asc' }, { place: 'asc' }, { id: 'asc' }],
      select: {
        ...{ id: true, kind: true, organisationName: true, cases: true, computed: true },
        ...{ verified: true, grade: true, heads: true, verifiedOn: true, verifiedByName: true },
        appeals: { select: { answeredOn: true } },
        values: { select: { verified: true } },
      },
    })
    return {
      appraisal: yearLine(row),
      bands: ruleSetOf(row.ruleSet).appraisal.bands,
      appealDays: ruleSetOf(row.ruleSet).appraisal.appealDays,
      sheets: sheets.map(({ appeals, values, heads, ...sheet }) => ({
        ...sheet,
        heads: headsOf(heads),
        appeals: appeals.length,
        openAppeals: appeals.filter(({ answeredOn }) => answeredOn === null).length,
        changed: values.some(({ verified }) => verified !== null),
      })),
      mayManage: can(viewer, 'appraisal.manage', { countyId: row.countyId }),
    }
  }),
)

/** One organisation's sheet: every figure with its list, 包保, heads, appeals, and what the viewer may do. */
export const readSheet = cache((viewer: Viewer, id: string) =>
  read(viewer, async (tx) => {
    const row = await tx.appraisalSheet.findFirst({
      where: { AND: [visibleSheets(viewer), { id }] },
      select: {
        ...{
          id: true,
          version: true,
          countyId: true,
          organisationId: true,
          organisationName: true,
        },
        ...{ kind: true, state: true, heads: true, bindings: true, cases: true, computed: true },
        ...{ verified: true, grade: true, note: true, verifiedById: true, verifiedByName: true },
        verifiedOn: true,
        appraisal: { select: { ...year, ruleSet: { select: { id: true, content: true } } } },
        values: { orderBy: { position: 'asc' } },
        appeals: { orderBy: { id: 'asc' } },
      },
    })
    if (!row) throw new NotFound()
    const { countyId, organisationId: addresseeId, state, kind } = row
    const subject = { countyId, addresseeId }
    authorize(viewer, 'appraisal.read', subject)
    const rules = ruleSetOf(row.appraisal.ruleSet).appraisal
    const catalogue = new Map(catalogueOf(rules, kind).map((one) => [one.code, one]))
    const appraisal = yearLine(row.appraisal)
    const timely = !appraisal.appealUntil || viewer.today <= appraisal.appealUntil
    return {
      sheet: { ...row, heads: headsOf(row.heads), bindings: bindingsOf(row.bindings) },
      appraisal,
      rules,
      values: row.values.map(({ items, ...value }) => {
        const { selfScore, score, effective, weight } = value
        const scaled = selfScore === null ? null : selfOnScale(selfScore, weight, effective)
        return {
          ...value,
          indicator: catalogue.get(value.code),
          items: itemsOf(items),
          counts: value.verified ?? score,
          recheck:
            scaled !== null &&
            score !== null &&
            needsRecheck(scaled, score, effective, rules.recheckPercent),
        }
      }),
      appeals: row.appeals.map((one) => ({
        ...one,
        title: catalogue.get(one.code)?.title,
        madeOn: toDay(one.madeOn),
        answeredOn: one.answeredOn && toDay(one.answeredOn),
        mayAnswer:
          state === 'ANNOUNCED' &&
          one.answeredOn === null &&
          can(viewer, 'appraisal.answer', subject) &&
          !isOwnWork(selvesOf(viewer), [one.byId, one.verifiedById]),
      })),
      mayVerify: state === 'OPEN' && !appraisal.waiting && can(viewer, 'appraisal.manage', subject),
      mayScore:
        state === 'OPEN' && appraisal.selfScored && can(viewer, 'appraisal.selfScore', subject),
      mayAppeal: state === 'ANNOUNCED' && timely && can(viewer, 'appraisal.appeal', subject),
      mayPrint: state !== 'OPEN' || can(viewer, 'appraisal.manage', subject),
    }
  }),
)

export type ReadSheet = Awaited<ReturnType<typeof readSheet>>
