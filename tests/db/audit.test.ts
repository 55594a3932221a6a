import { rmSync } from 'node:fs'
import path from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { systemViewer } from '@/lib/access/system'
import { type ChainEvent, eventHash, GENESIS } from '@/lib/audit/chain'
import { writeCheckpoint } from '@/lib/audit/checkpoint'
import { readCheckpoints } from '@/lib/audit/checkpoint-files'
import { eventsOfChain } from '@/lib/audit/stored-events'
import { verifyAll, verifyCase } from '@/lib/audit/verify'
import { decline, propose } from '@/lib/cases/commands'
import { read } from '@/lib/db'
import { env } from '@/lib/env'
import { databaseOfThisFile } from '@/tests/support/database'
import { makeWorld, type World } from '@/tests/support/world'

const { owner, app } = databaseOfThisFile()
let world: World
let caseId: string
const chain = () => `case:${caseId}`

/** Runs SQL as the owner with the append-only triggers off, as an attacker who owns the database. */
async function tamper(sql: string, values: unknown[] = []) {
  await owner.query(
    'ALTER TABLE events DISABLE TRIGGER USER; ALTER TABLE chain_heads DISABLE TRIGGER USER',
  )
  await owner.query(sql, values)
  await owner.query(
    'ALTER TABLE events ENABLE TRIGGER USER; ALTER TABLE chain_heads ENABLE TRIGGER USER',
  )
}

/** Recomputes a whole chain after tampering: what an unkeyed chain alone cannot reveal. */
async function recompute(chainName: string) {
  const events = await read(systemViewer('verify'), (tx) => eventsOfChain(tx, chainName))
  let prevHash = GENESIS
  for (const [index, event] of events.entries()) {
    const moved: ChainEvent = { ...event, seq: index + 1 }
    const hash = eventHash(prevHash, moved)
    await tamper('UPDATE events SET seq = $2, prev_hash = $3, hash = $4 WHERE id = $1', [
      event.id,
      index + 1,
      prevHash,
      hash,
    ])
    prevHash = hash
  }
  await tamper('UPDATE chain_heads SET seq = $2, hash = $3 WHERE chain = $1', [
    chainName,
    events.length,
    prevHash,
  ])
}

/** Keeps a copy of a case's events to put back after an attack. */
async function attacked(work: () => Promise<void>) {
  await owner.query(
    'CREATE TABLE kept_events AS SELECT * FROM events; CREATE TABLE kept_heads AS SELECT * FROM chain_heads',
  )
  try {
    await work()
    return (await verifyAll()).findings
  } finally {
    await tamper(
      'DELETE FROM events; INSERT INTO events SELECT * FROM kept_events; DELETE FROM chain_heads; INSERT INTO chain_heads SELECT * FROM kept_heads',
    )
    await owner.query('DROP TABLE kept_events; DROP TABLE kept_heads')
  }
}

beforeAll(async () => {
  world = await makeWorld()
  const township = await world.viewer('A.township')
  for (const number of [0, 1]) {
    const id = await propose(township, {
      villageId: world.villages[`A.0.${number}`] ?? '',
      proposal: '',
      findings: [{ kindId: world.kinds[0] ?? '', title: '书记长期空缺', cause: '', evidence: '' }],
    })
    if (number === 0) caseId = id
  }
  await decline(await world.viewer('A.office'), { caseId, version: 1, reason: '不符合条件' })
  await writeCheckpoint()
})

describe('the chain', () => {
  test('holds as written, for all and for one case', async () => {
    expect(await verifyAll()).toMatchObject({ findings: [], checkpoints: 1, unvouchedEvents: 0 })
    expect(await verifyCase(caseId)).toMatchObject({ events: 2, findings: [] })
  })

  test('is append-only for the app role and for the owner', async () => {
    await expect(app.query('DELETE FROM events')).rejects.toThrow(/permission denied/)
    await expect(owner.query('UPDATE events SET kind = kind')).rejects.toThrow(/append-only/)
    await expect(owner.query('TRUNCATE events')).rejects.toThrow(/append-only/)
  })

  test.each([
    [
      'an edited reason',
      () =>
        tamper(
          `UPDATE events SET details = jsonb_set(details, '{reason}', '"另有原因"') WHERE chain = $1 AND seq = 2`,
          [chain()],
        ),
    ],
    [
      'another actor',
      () => tamper(`UPDATE events SET actor_name = '别人' WHERE chain = $1 AND seq = 1`, [chain()]),
    ],
    [
      'a deleted last event with its head set back',
      async () => {
        await tamper('DELETE FROM events WHERE chain = $1 AND seq = 2', [chain()])
        await tamper(
          'UPDATE chain_heads h SET seq = 1, hash = (SELECT hash FROM events WHERE chain = h.chain AND seq = 1) WHERE chain = $1',
          [chain()],
        )
      },
    ],
    [
      'two events swapped',
      () =>
        tamper('UPDATE events SET seq = 3 - seq + 10 WHERE chain = $1', [chain()]).then(() =>
          tamper('UPDATE events SET seq = seq - 10 WHERE chain = $1', [chain()]),
        ),
    ],
    [
      'a whole chain deleted with its head',
      async () => {
        await tamper('DELETE FROM events WHERE chain = $1', [chain()])
        await tamper('DELETE FROM chain_heads WHERE chain = $1', [chain()])
      },
    ],
    [
      'an edit with the whole chain recomputed',
      async () => {
        await tamper(
          `UPDATE events SET details = jsonb_set(details, '{reason}', '"另有原因"') WHERE chain = $1 AND seq = 2`,
          [chain()],
        )
        await recompute(chain())
      },
    ],
    [
      'an event deleted and the rest recomputed',
      async () => {
        await tamper('DELETE FROM events WHERE chain = $1 AND seq = 1', [chain()])
        await recompute(chain())
      },
    ],
  ])('%s is found', async (_name, attack) => {
    const findings = await attacked(attack)
    expect(findings).not.toEqual([])
    expect(findings.every((finding) => 'chain' in finding && finding.chain === chain())).toBe(true)
    expect((await verifyAll()).findings).toEqual([])
  })

  test('a rewritten chain is not signed again', async () => {
    const attack = attacked(async () => {
      await tamper('DELETE FROM events WHERE chain = $1 AND seq = 1', [chain()])
      await recompute(chain())
      await expect(writeCheckpoint()).rejects.toThrow(/not signed/)
    })
    expect(await attack).not.toEqual([])
  })

  test('what came after the last checkpoint is said not to be vouched for', async () => {
    await propose(await world.viewer('A.township'), {
      villageId: world.villages['A.0.2'] ?? '',
      proposal: '',
      findings: [{ kindId: world.kinds[0] ?? '', title: '班子不团结', cause: '', evidence: '' }],
    })
    expect(await verifyAll()).toMatchObject({ findings: [], unvouchedEvents: 1 })
    expect(await writeCheckpoint()).toBe(2)
    expect(await writeCheckpoint()).toBeUndefined()
    expect(await verifyAll()).toMatchObject({ findings: [], unvouchedEvents: 0, checkpoints: 2 })
  })

  test('a checkpoint file taken away or edited is found', async () => {
    expect(readCheckpoints()).toHaveLength(2)
    rmSync(path.join(env().CHECKPOINT_DIR, 'checkpoint-000002.json'))
    expect((await verifyAll()).findings).toEqual([{ code: 'checkpointMissing', number: 2 }])
  })
})
