import 'server-only'
import { cache } from 'react'
import { isOwnWork } from '@/lib/acceptance/rules'
import { authorize, can } from '@/lib/access/policy'
import { visibleCommitments } from '@/lib/access/scope'
import { selvesOf, type Viewer } from '@/lib/access/viewer-types'
import { isListed, isOpen } from '@/lib/cases/workflow'
import { toDay } from '@/lib/dates'
import { read } from '@/lib/db'
import { linksOf } from '@/lib/entries/links-queries'
import { NotFound } from '@/lib/errors'
import {
  authorsOf,
  commitmentVerbs,
  isOverdue,
  knowsVerb,
  mayFor,
  subjectOfCommitment,
} from './rules'
import { wholeCommitment } from './select'

/**
 * One commitment with what it links to, and what the viewer may do with it now. Shared by its pages
 * within one request.
 */
export const readCommitment = cache((viewer: Viewer, id: string) =>
  read(viewer, async (tx) => {
    const row = await tx.commitment.findFirst({
      where: { AND: [visibleCommitments(viewer), { id }] },
      select: wholeCommitment,
    })
    if (!row) throw new NotFound()
    const subject = subjectOfCommitment(row)
    authorize(viewer, 'commitment.read', subject)
    const standing = { status: row.status, dueOn: toDay(row.dueOn) }
    const { case: kase } = row
    const open = !kase || (isListed(kase.stage) && isOpen(kase.stage) && !kase.paused)
    const known = open
      ? commitmentVerbs.filter(
          (verb) =>
            knowsVerb(verb, standing, viewer.today) &&
            can(viewer, mayFor(verb, row.level), subject),
        )
      : []
    const own = (verb: (typeof known)[number]) => isOwnWork(selvesOf(viewer), authorsOf(verb, row))
    return {
      commitment: { ...row, dueOn: standing.dueOn },
      overdue: isOverdue(standing, viewer.today),
      ...(row.caseId
        ? await linksOf(tx, { ...row, caseId: row.caseId })
        : { problems: [], measures: [] }),
      verbs: known.filter((verb) => !own(verb)),
      /** Something is to be judged, but it is the viewer's own. */
      ownWork: known.some((verb) => own(verb)),
    }
  }),
)

export type CommitmentPage = Awaited<ReturnType<typeof readCommitment>>
