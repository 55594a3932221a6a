import 'server-only'
import { isOwnWork } from '@/lib/acceptance/rules'
import { can } from '@/lib/access/policy'
import { visibleCommitments } from '@/lib/access/scope'
import { selvesOf, type Viewer } from '@/lib/access/viewer-types'
import { authorsOf, mayFor, subjectOfCommitment } from '@/lib/commitments/rules'
import { fromDay, toDay } from '@/lib/dates'
import type { Tx } from '@/lib/db'
import type { QueueItem } from './queue'
import { queueLimit } from './queue-row'

/** Commitments that wait for this viewer's review or evaluation, overdue ones among them: one statement. */
export async function commitmentItems(tx: Tx, viewer: Viewer): Promise<QueueItem[]> {
  const { today } = viewer
  const rows = await tx.commitment.findMany({
    where: {
      AND: [
        visibleCommitments(viewer),
        {
          OR: [
            { status: { in: ['DRAFTED', 'CARRIED_OUT'] } },
            { status: 'PUBLISHED', dueOn: { lt: fromDay(today) } },
          ],
        },
        {
          OR: [
            { caseId: null },
            { case: { paused: false, stage: { notIn: ['CLOSED', 'NOT_CONFIRMED'] } } },
          ],
        },
      ],
    },
    orderBy: [{ dueOn: 'asc' }, { id: 'asc' }],
    take: queueLimit,
    select: {
      id: true,
      countyId: true,
      townshipId: true,
      caseId: true,
      level: true,
      position: true,
      text: true,
      status: true,
      dueOn: true,
      evidenceOn: true,
      enteredById: true,
      submittedById: true,
      carriedOutById: true,
      reviewedById: true,
      village: { select: { name: true, demo: true, township: { select: { name: true } } } },
      case: { select: { batch: { select: { name: true } } } },
    },
  })
  return rows.flatMap((row): QueueItem[] => {
    const step = row.status === 'DRAFTED' ? 'accept' : 'evaluate'
    if (!can(viewer, mayFor(step, row.level), subjectOfCommitment(row))) return []
    if (isOwnWork(selvesOf(viewer), authorsOf(step, row))) return []
    const { township, ...village } = row.village
    const reported = row.status === 'CARRIED_OUT'
    const day = toDay(reported && row.evidenceOn ? row.evidenceOn : row.dueOn)
    const text = row.text.length > 40 ? `${row.text.slice(0, 40)}…` : row.text
    return [
      {
        key: row.id,
        verb: step === 'accept' ? 'reviewCommitment' : 'evaluateCommitment',
        href: `/commitments/manage/${row.id}`,
        village,
        township: township.name,
        batch: row.case?.batch?.name ?? null,
        // Without a clock of its own: what is due stands in words.
        light: { colour: 'grey', code: 'noDeadline', params: {} },
        why: { position: row.position, text, reported: reported ? 'yes' : 'no', day },
      },
    ]
  })
}
