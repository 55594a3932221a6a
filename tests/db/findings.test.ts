import { beforeAll, describe, expect, test } from 'vitest'
import { filesWhere } from '@/lib/attachments/list-queries'
import { read } from '@/lib/db'
import { enterFinding, sendFinding, settleFinding, withdrawFinding } from '@/lib/findings/commands'
import { listFindings, readFinding } from '@/lib/findings/queries'
import { enterFindingInput } from '@/lib/findings/schema'
import { newId } from '@/lib/ids'
import { readMeasure } from '@/lib/measures/queries'
import { readSpotCheck } from '@/lib/spot-checks/queries'
import { type CheckWorld, finding, makeCheckWorld, status } from '@/tests/support/check-world'
import { databaseOfThisFile } from '@/tests/support/database'
import { plant } from '@/tests/support/plant'

const { owner } = databaseOfThisFile()
let here: CheckWorld
let world: CheckWorld['world']
beforeAll(async () => {
  here = await makeCheckWorld()
  world = here.world
})
const v = (who: string) => here.v(who)
const assign: CheckWorld['assign'] = (...given) => here.assign(...given)
const submit: CheckWorld['submit'] = (...given) => here.submit(...given)

describe('findings', () => {
  test('reach an organisation once sent to it, with their files; a measure stays in question until decided', async () => {
    const village = 'A.0.4'
    const caseId = await here.kaseOf(village)
    const [measure] = (
      await owner.query('SELECT id FROM measures WHERE case_id = $1 ORDER BY number', [caseId])
    ).rows
    const id = await assign(village, 'OPEN', ['inspector'])
    await submit(id, {
      conclusion: 'PROBLEMS',
      findings: [{ ...finding, measureId: measure.id }, finding],
    })
    const [first, second] = (await readSpotCheck(await v('office'), id)).findings
    if (!first || !second) throw new Error('two findings')
    await plant(owner, [
      [
        'attachments',
        [
          {
            ...{ id: newId(), case_id: caseId, subject_kind: 'FINDING', subject_id: first.id },
            ...{ name: 'a.jpg', media_type: 'image/jpeg', bytes: 1, sha256: 'x', internal: false },
          },
        ],
      ],
    ])
    const files = async (who: string) => {
      const viewer = await v(who)
      return (await read(viewer, (tx) => filesWhere(tx, viewer, { caseId }))).length
    }
    const seen = async (who: string) =>
      (await listFindings(await v(who), { case: caseId })).findings.map((one) => one.id)
    const question = async (who: string) =>
      (await readMeasure(await v(who), caseId, measure.id)).questions.length
    for (const who of ['township', 'helper', 'team']) {
      expect([who, await seen(who), await files(who), await question(who)]).toEqual([who, [], 0, 0])
      expect(await status(readFinding(await v(who), first.id))).toBe(404)
    }
    expect([await files('inspector'), await question('office')]).toEqual([1, 1])

    const township = world.organisations['A.township-0'] ?? ''
    const sent = { findingId: first.id, version: 1, organisationIds: [township] }
    expect(await status(sendFinding(await v('inspector'), sent))).toBe(403)
    const abroad = { ...sent, organisationIds: [world.organisations['B.helper'] ?? ''] }
    expect(await status(sendFinding(await v('office'), abroad))).toBe(422)
    await sendFinding(await v('office'), sent)
    expect(await seen('township')).toEqual([first.id])
    expect([await files('township'), await question('township')]).toEqual([1, 1])
    expect([await seen('helper'), await files('helper'), await question('helper')]).toEqual([
      [],
      0,
      0,
    ])

    const decided = {
      ...{ findingId: first.id, version: 2, outcome: 'SETTLED' as const, reason: '复核属实' },
    }
    expect(await status(settleFinding(await v('township'), decided))).toBe(403)
    await settleFinding(await v('office'), decided)
    expect([await question('office'), await question('township')]).toEqual([0, 0])

    await withdrawFinding(await v('inspector'), {
      ...{ findingId: second.id, version: 1, reason: '重复登记' },
    })
    expect(await seen('office')).toEqual([first.id])
  })

  test('from outside are entered by the office and decided by somebody else of it', async () => {
    const input = enterFindingInput.parse({
      ...{ id: newId(), villageId: world.villages['A.0.5'], origin: 'AUDIT' },
      ...{ source: '审计报告〔2026〕2号', foundOn: '2026-03-01', ...finding },
    })
    expect(await status(enterFinding(await v('township'), input))).toBe(403)
    await enterFinding(await v('office'), input)
    await enterFinding(await v('office'), input)
    const decided = {
      findingId: input.id,
      version: 1,
      outcome: 'DISMISSED' as const,
      reason: '已更正',
    }
    expect(await status(settleFinding(await v('office'), decided))).toBe(403)
    await settleFinding(await v('office-2'), decided)
    expect((await readFinding(await v('office'), input.id)).finding.state).toBe('DISMISSED')
  })
})
