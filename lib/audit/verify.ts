import 'server-only'
import { readFileSync } from 'node:fs'
import { systemViewer } from '@/lib/access/system'
import { read, type Tx } from '@/lib/db'
import { env } from '@/lib/env'
import { type ChainFinding, type ChainHead, verifyChain } from './chain'
import { hashesAt } from './checkpoint'
import { headsAfter, readCheckpoints } from './checkpoint-files'
import {
  type CheckpointFinding,
  compareWithChains,
  unvouched,
  verifyCheckpoints,
  verifyHeads,
} from './checkpoint-rules'
import { chainHeads, eventsOfChain, everyChain } from './stored-events'

export type Verification = {
  chains: number
  events: number
  findings: (ChainFinding | CheckpointFinding)[]
  checkpoints: number
  /** When the last checkpoint was signed (ISO instant); null when there is none yet. */
  vouchedUntil: string | null
  /** Events since the last checkpoint: linked soundly, but nobody outside vouches for them yet. */
  unvouchedEvents: number
}

/**
 * Recomputes every chain and holds it against the signed checkpoints kept outside the database. An
 * edit, a deletion, a reordering or a recomputed chain is found, whoever made it.
 */
export function verifyAll(): Promise<Verification> {
  return read(systemViewer('verify'), async (tx) => {
    const heads = await chainHeads(tx)
    const result = await verifyChains(tx, heads)
    return { ...result, ...(await againstCheckpoints(tx, heads, result.findings)) }
  })
}

async function verifyChains(tx: Tx, heads: readonly ChainHead[]) {
  const headOf = new Map(heads.map((head) => [head.chain, head]))
  const findings: ChainFinding[] = []
  let events = 0
  const seen = new Set<string>()
  for await (const { chain, events: sealed } of everyChain(tx)) {
    seen.add(chain)
    events += sealed.length
    findings.push(...verifyChain(chain, sealed, headOf.get(chain) ?? null))
  }
  for (const head of heads)
    if (!seen.has(head.chain)) findings.push(...verifyChain(head.chain, [], head))
  return { chains: headOf.size, events, findings }
}

async function againstCheckpoints(
  tx: Tx,
  heads: readonly ChainHead[],
  chainFindings: readonly ChainFinding[],
) {
  const kept = readCheckpoints()
  const findings: (ChainFinding | CheckpointFinding)[] = [...chainFindings]
  if (kept.length > 0) {
    const publicKey = readFileSync(env().CHECKPOINT_PUBLIC_KEY_FILE, 'utf8')
    findings.push(
      ...verifyCheckpoints(
        kept.map(({ checkpoint }) => checkpoint),
        publicKey,
      ),
    )
    const then = new Map<string, ChainHead>()
    for (const { checkpoint, changed } of kept) {
      for (const head of changed) then.set(head.chain, head)
      findings.push(...verifyHeads(checkpoint, [...then.values()]))
    }
  }
  const vouched = headsAfter(kept)
  findings.push(...compareWithChains(vouched, await hashesAt(tx, vouched)))
  const newest = await tx.checkpoint.findFirst({
    orderBy: { number: 'desc' },
    select: { number: true },
  })
  const last = kept.at(-1)?.checkpoint
  // The database remembers a checkpoint that the folder no longer has: files were taken away.
  if ((newest?.number ?? 0) > (last?.number ?? 0)) {
    findings.push({ code: 'checkpointMissing', number: newest?.number ?? 0 })
  }
  const open = unvouched(vouched, heads)
  return {
    findings,
    checkpoints: kept.length,
    vouchedUntil: last?.at ?? null,
    unvouchedEvents: open.reduce((sum, { fromSeq, toSeq }) => sum + toSeq - fromSeq + 1, 0),
  }
}

/**
 * Verifies one case's chain, for the button on its timeline. Reads as the system viewer `verify`,
 * because a chain with its 内部 events left out cannot be recomputed; the caller has authorised
 * `case.timeline` before.
 */
export function verifyCase(caseId: string) {
  return read(systemViewer('verify'), async (tx) => {
    const chain = `case:${caseId}`
    const events = await eventsOfChain(tx, chain)
    const head = await tx.chainHead.findUnique({
      where: { chain },
      select: { seq: true, hash: true },
    })
    const vouched = headsAfter(readCheckpoints()).filter((one) => one.chain === chain)
    const last = readCheckpoints().at(-1)?.checkpoint
    return {
      events: events.length,
      findings: [
        ...verifyChain(chain, events, head),
        ...compareWithChains(vouched, await hashesAt(tx, vouched)),
      ],
      vouchedUntil: last?.at ?? null,
      unvouchedEvents: events.length - (vouched[0]?.seq ?? 0),
    }
  })
}

/** What `npm run verify` prints; true when everything holds. */
export async function verify(log: (line: string) => void): Promise<boolean> {
  const result = await verifyAll()
  log(`${result.events} events in ${result.chains} chains, ${result.checkpoints} checkpoints.`)
  for (const finding of result.findings) log(`FOUND ${describeFinding(finding)}`)
  log(
    result.vouchedUntil
      ? `Vouched for until ${result.vouchedUntil}; ${result.unvouchedEvents} later events have no checkpoint yet.`
      : `No checkpoint yet: nothing outside the database vouches for these ${result.events} events.`,
  )
  const found = result.findings.length
  log(found === 0 ? 'Everything holds.' : `${found} ${found === 1 ? 'finding' : 'findings'}.`)
  return result.findings.length === 0
}

function describeFinding(finding: ChainFinding | CheckpointFinding): string {
  const place =
    'chain' in finding ? `${finding.chain} event ${finding.seq}` : `checkpoint ${finding.number}`
  return `${place}: ${finding.code}`
}
