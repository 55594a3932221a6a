import { readFileSync } from 'node:fs'
import { beforeAll, expect, test } from 'vitest'
import { systemViewer } from '@/lib/access/system'
import { addDays, fromDay } from '@/lib/dates'
import { transaction } from '@/lib/db'
import { replaceVillage } from '@/lib/draws/assign-commands'
import { freezeDraw, makeDraw, seedDraw } from '@/lib/draws/commands'
import { exportDraw } from '@/lib/draws/queries'
import { freezeDrawInput, makeDrawInput } from '@/lib/draws/schema'
import { newId } from '@/lib/ids'
import { planRound } from '@/lib/inspections/commands'
import { planRoundInput } from '@/lib/inspections/schema'
import { cast } from '@/lib/surveys/cast'
import { closeRound } from '@/lib/surveys/close-commands'
import { exportSurvey } from '@/lib/surveys/export-queries'
import { caseAt } from '@/tests/support/case-at'
import { addCast } from '@/tests/support/cast'
import { independent } from '@/tests/support/independent'
import { all, closingOf, issuedRound } from '@/tests/support/surveys'
import { makeWorld, type World, worldDay } from '@/tests/support/world'

let world: World
const inspectors: string[] = []

beforeAll(async () => {
  world = await makeWorld()
  await addCast(world)
  await transaction(systemViewer('setup'), async (tx) => {
    for (const number of [1, 2, 3, 4]) {
      const id = newId()
      inspectors.push(id)
      const person = { id, countyId: '450223', account: `drawn-${number}`, name: `督导${number}` }
      await tx.user.create({ data: { ...person, mustChangePassword: false, demo: true } })
      await tx.appointment.create({
        data: {
          ...{ id: newId(), countyId: '450223', userId: id, role: 'INSPECTOR' },
          organisationId: world.organisations['A.inspectors'] ?? '',
          ...{ fromOn: fromDay('2014-01-01'), confirmedAt: new Date() },
        },
      })
    }
  })
})

const office = (today = worldDay) => world.viewer('A.office', today)

test('the program shares no code with the product', () => {
  const source = readFileSync('tests/independent/recompute.mjs', 'utf8')
  const imported = [...source.matchAll(/(?:from|import\(|require\()\s*'([^']+)'/g)]
  expect(imported.map(([, name]) => name)).toEqual(['node:crypto', 'node:fs'])
})

test('it draws the villages and their inspectors again, replacements too', async () => {
  const roundId = await planRound(
    await office(),
    planRoundInput.parse({
      ...{ title: '三月督查', method: 'OPEN', fromOn: '2026-03-01', toOn: '2026-06-30' },
      scope: 'EVERY_VILLAGE',
      questions: [{ kind: 'YES_NO', text: '公开栏是否更新', required: 'on' }],
    }),
  )
  const { drawId } = await freezeDraw(
    await office(),
    freezeDrawInput.parse({
      ...{ roundId, strata: 'TOWNSHIP', sizeKind: 'SHARE', sizeValue: 34 },
      inspectors: inspectors.map((userId) => ({ userId })),
    }),
  )
  expect((await independent(await exportDraw(await office(), drawId))).agrees).toBe(true)
  const publicOn = addDays(worldDay, 2)
  await seedDraw(await office(), { drawId, version: 1, publicSource: '双色球', publicOn })
  const number = makeDrawInput.parse({ drawId, version: 2, publicNumber: '03 08 15 22 27 31 + 09' })
  await makeDraw(await office(addDays(worldDay, 3)), number)
  const drawn = await exportDraw(await office(), drawId)
  expect(drawn.result).toHaveLength(6)
  expect(await independent(drawn)).toMatchObject({ agrees: true })
  const code = drawn.result[0]?.code ?? ''
  await replaceVillage(await office(), { drawId, version: 3, code, reason: '村道塌方' })
  const replaced = await exportDraw(await office(), drawId)
  expect(replaced.replacements).toHaveLength(1)
  expect(await independent(replaced)).toMatchObject({ agrees: true })
  const [first, second, ...rest] = replaced.result
  const swapped = await independent({ ...replaced, result: [second, first, ...rest] })
  expect(swapped).toMatchObject({ agrees: false, said: expect.stringContaining('result') })
  const other = await independent({ ...replaced, publicNumber: '03 08 15 22 27 31 + 10' })
  expect(other).toMatchObject({ agrees: false, said: expect.stringContaining('seed') })
})

test('it counts a round again, with questions left blank', async () => {
  const { caseId } = await caseAt(world, 'RECTIFYING', { village: 'A.0.0' })
  const { surveyId, tokens } = await issuedRound(await office(), { caseId })
  for (const [index, token] of tokens.slice(0, 24).entries()) {
    const vote = index < 20 ? all((index % 4) + 1) : { answers: [1, 0, 3, 2, index % 5], wish: '' }
    await cast(token, vote, worldDay)
  }
  await closeRound(await office(), closingOf(surveyId))
  const exported = await exportSurvey(await office(), surveyId)
  expect(exported.ballots).toHaveLength(24)
  expect(await independent(exported)).toMatchObject({ agrees: true })
  const [, ...fewer] = exported.ballots
  expect(await independent({ ...exported, ballots: fewer })).toMatchObject({
    agrees: false,
    said: expect.stringContaining('returned'),
  })
})
