import 'server-only'
import { authorize } from '@/lib/access/policy'
import { visibleCases } from '@/lib/access/scope'
import type { Viewer } from '@/lib/access/viewer-types'
import { batchChoices, confirmationBatches } from '@/lib/batches/queries'
import { toDay } from '@/lib/dates'
import { read, type Tx } from '@/lib/db'
import { NotFound } from '@/lib/errors'
import { isId } from '@/lib/ids'
import { readInternal } from '@/lib/internal-notes/queries'
import { subjectOf } from './open-case'
import { workingCase } from './select'
import { transitionOf, type Verb } from './workflow'

/**
 * The case behind the page of a verb: `NotFound` outside the scope, `Forbidden` when the rulebook
 * does not allow it. Whether the stage knows the verb now is the page's (`VerbCard`).
 */
export async function caseForVerb(tx: Tx, viewer: Viewer, caseId: string, verb: Verb) {
  if (!isId(caseId)) throw new NotFound()
  const kase = await tx.case.findFirst({
    where: { AND: [visibleCases(viewer), { id: caseId }] },
    select: { ...workingCase, pauseReason: true },
  })
  if (!kase) throw new NotFound()
  const subject = subjectOf(kase)
  authorize(viewer, transitionOf(verb).may, subject)
  return { viewer, kase, subject, verb }
}

/** A verb page that needs nothing but the case. */
export const readVerb = (viewer: Viewer, caseId: string, verb: Verb) =>
  read(viewer, (tx) => caseForVerb(tx, viewer, caseId, verb))

/** What confirming needs: batches with their decision chains, and the problems handed over. */
export const readConfirmation = (viewer: Viewer, caseId: string) =>
  read(viewer, async (tx) => {
    const found = await caseForVerb(tx, viewer, caseId, 'confirm')
    return {
      ...found,
      batches: await confirmationBatches(tx, viewer),
      problems: await problemsOf(tx, caseId),
    }
  })

/** A problem list handed over; 内部 parts only for those who may read them. */
export type HandOver = Awaited<ReturnType<typeof readHandOver>>

/** What carrying over needs: the later batches of the county. */
export const readCarryOver = (viewer: Viewer, caseId: string) =>
  read(viewer, async (tx) => {
    const found = await caseForVerb(tx, viewer, caseId, 'carryOver')
    const batches = await batchChoices(tx, viewer)
    const number = found.kase.batch?.number ?? 0
    return { ...found, batches: batches.filter((batch) => batch.number > number) }
  })

/** The problem list as handed over to the township (交办问题清单), for print. */
export const readHandOver = (viewer: Viewer, caseId: string) =>
  read(viewer, async (tx) => {
    if (!isId(caseId)) throw new NotFound()
    const kase = await tx.case.findFirst({
      where: { AND: [visibleCases(viewer), { id: caseId }] },
      select: workingCase,
    })
    if (!kase) throw new NotFound()
    authorize(viewer, 'case.read', subjectOf(kase))
    return {
      village: kase.village.name,
      township: kase.township.name,
      batch: kase.batch?.name ?? '',
      handedOverOn: kase.handedOverOn ? toDay(kase.handedOverOn) : null,
      problems: await problemsOf(tx, caseId),
      internal: await readInternal(tx, caseId),
    }
  })

function problemsOf(tx: Tx, caseId: string) {
  return tx.problem.findMany({
    where: { caseId },
    orderBy: { number: 'asc' },
    select: {
      id: true,
      number: true,
      category: true,
      title: true,
      cause: true,
      evidence: true,
      kind: { select: { titleZh: true, titleEn: true } },
    },
  })
}
