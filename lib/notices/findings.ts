import 'server-only'
import { signature } from '@/lib/access/viewer-types'
import type { Actor } from '@/lib/audit/record'
import { fromDay } from '@/lib/dates'
import type { Tx } from '@/lib/db'
import { sendFindings } from '@/lib/findings/commands'
import { moveFinding, tellOfFinding, toldOf, workingFinding } from '@/lib/findings/open-finding'
import type { WholeNotice } from './select'

type Carrying = Pick<WholeNotice, 'findings' | 'addresseeId' | 'copiedIds'>

/** What a signed notice carries is sent to whom it is sent, by whoever signs it. */
export async function sendCarried(tx: Tx, actor: Actor, notice: Carrying): Promise<void> {
  const ids = notice.findings.map(({ findingId }) => findingId)
  if (ids.length === 0) return
  await sendFindings(tx, actor, ids, [notice.addresseeId, ...notice.copiedIds])
}

/** What a closed notice carried is settled: it held true and was dealt with. */
export async function settleCarried(
  tx: Tx,
  actor: Actor,
  { findings: carried }: Carrying,
  reason: string,
): Promise<void> {
  if (carried.length === 0) return
  const findings = await tx.finding.findMany({
    where: { id: { in: carried.map(({ findingId }) => findingId) }, state: 'OPEN' },
    orderBy: { id: 'asc' },
    select: workingFinding,
  })
  for (const finding of findings) {
    await moveFinding(tx, finding, finding.version, {
      state: 'SETTLED',
      settlement: reason,
      settledById: actor.viewer.userId,
      settledByName: signature(actor),
      settledOn: fromDay(actor.viewer.today),
    })
    await tellOfFinding(tx, actor, finding, {
      kind: 'findingSettled',
      details: { ...toldOf(finding), upheld: true, reason },
    })
  }
}
