import { beforeAll, describe, expect, test } from 'vitest'
import { readBurden, readWeek } from '@/lib/burden/queries'
import { answerComplaint, fileComplaint } from '@/lib/complaints/commands'
import { listComplaints, readComplaint } from '@/lib/complaints/queries'
import { newId } from '@/lib/ids'
import { addProgress } from '@/lib/measures/commands'
import { logVisit } from '@/lib/visits/commands'
import { bind, type CaseAt, caseAt } from '@/tests/support/case-at'
import { databaseOfThisFile } from '@/tests/support/database'
import { makeWorld, type World, worldDay } from '@/tests/support/world'

const { owner } = databaseOfThisFile()
let world: World
let at: CaseAt

beforeAll(async () => {
  world = await makeWorld()
  at = await caseAt(world, 'RECTIFYING', { village: 'A.0.0' })
  await bind(world, 'A.0.0', at.caseId, 'HELPER_UNIT')
  await bind(world, 'A.0.0', at.caseId, 'WORK_TEAM')
})

const visit = {
  kind: 'HOME_VISIT',
  day: worldDay,
  found: '入户三家',
  settled: '',
  task: '',
} as const
const log = async (who: string) =>
  logVisit(await world.viewer(who), {
    id: newId(),
    caseId: at.caseId,
    ...visit,
    taskPerson: '',
    companionIds: [],
    companions: '',
    met: '',
    problemIds: [],
    measureIds: [],
  })

async function check(method: string, state: string) {
  await owner.query(
    `INSERT INTO spot_checks (id, village_id, case_id, method, state, sheet, due_on, assigned_on, visited_on, submitted_on)
     VALUES ($1, $2, $3, $4::"InspectionMethod", $5::"SpotCheckState", '[]', $6::date, $6::date,
       CASE WHEN $5 = 'SUBMITTED' THEN $6::date END, CASE WHEN $5 = 'SUBMITTED' THEN $6::date END)`,
    [newId(), world.villages['A.0.0'], at.caseId, method, state, worldDay],
  )
}

const monthOf = async (who: string) => {
  // What the commands record happens today; what they are about on the day of the world.
  const today = await readBurden(await world.viewer(who), { month: worldDay.slice(0, 7) })
  return today.lines.find(({ id }) => id === world.villages['A.0.0'])?.burden
}

describe('the burden meter', () => {
  test('visits by outsiders count, those of the resident team do not', async () => {
    await log('A.helper')
    await log('A.team')
    expect((await monthOf('A.office'))?.visits).toBe(1)
    expect((await monthOf('A.township'))?.visits).toBe(1)
  })

  test('an undercover check counts for others once it is submitted', async () => {
    await check('COVERT', 'ASSIGNED')
    await check('OPEN', 'SUBMITTED')
    expect((await monthOf('A.office'))?.inspections).toBe(2)
    expect((await monthOf('A.township'))?.inspections).toBe(1)
    const { rows } = await owner.query('SELECT code FROM villages WHERE id = $1', [
      world.villages['A.0.0'],
    ])
    const week = await readWeek(await world.viewer('A.office'))
    expect(week).toEqual(new Map([[rows[0].code, { visits: 1, inspections: 2 }]]))
  })

  test('fields are counted by the day they were entered', async () => {
    await addProgress(await world.viewer('A.township'), {
      caseId: at.caseId,
      measureId: at.measures[0]?.id ?? '',
      version: 1,
      happenedOn: worldDay,
      percent: 30,
      text: '已召开支委会',
    } as never)
    const month = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 7)
    const { lines, sum } = await readBurden(await world.viewer('A.office'), { month })
    const line = lines.find(({ id }) => id === world.villages['A.0.0'])
    expect(line?.burden.fields).toBeGreaterThan(20)
    expect(sum.fields).toBe(line?.burden.fields)
  })

  test('is not for helper, team, inspector and leader, and ends at the township', async () => {
    for (const who of ['A.helper', 'A.team', 'A.inspector', 'A.leader', 'A.admin']) {
      await expect(monthOf(who)).rejects.toMatchObject({ status: 403 })
    }
    expect(await monthOf('A.other-township')).toBeUndefined()
    expect(await monthOf('B.office')).toBeUndefined()
  })
})

describe('complaints', () => {
  test('written by anybody, answered once by the county office, read by their author', async () => {
    const team = await world.viewer('A.team')
    const id = await fileComplaint(team, { page: '/visits/new', text: '字段太多' })
    const office = await world.viewer('A.office')
    expect((await listComplaints(office, { state: 'open' })).open).toBe(1)
    expect((await readComplaint(team, id)).answers).toBe(false)
    const answer = { complaintId: id, version: 1, answer: '下月起合并' }
    for (const who of ['A.helper', 'A.township', 'B.office']) {
      const viewer = await world.viewer(who)
      await expect(readComplaint(viewer, id)).rejects.toMatchObject({ status: 404 })
      await expect(answerComplaint(viewer, answer)).rejects.toMatchObject({ status: 404 })
    }
    await expect(answerComplaint(team, answer)).rejects.toMatchObject({ status: 403 })
    await answerComplaint(office, answer)
    await expect(answerComplaint(office, { ...answer, version: 2 })).rejects.toMatchObject({
      status: 409,
    })
    expect((await readComplaint(team, id)).complaint).toMatchObject({
      answer: '下月起合并',
      answeredByName: 'Aoffice',
      answeredOn: worldDay,
    })
    const { rows } = await owner.query(
      "SELECT kind FROM events WHERE kind LIKE 'complaint%' ORDER BY seq",
    )
    expect(rows.map(({ kind }) => kind)).toEqual(['complaintFiled', 'complaintAnswered'])
  })

  test('nobody answers their own, and a box is not filled by a script', async () => {
    const office = await world.viewer('A.office')
    const id = await fileComplaint(office, { page: '', text: '自己的意见' })
    await expect(
      answerComplaint(office, { complaintId: id, version: 1, answer: '已阅' }),
    ).rejects.toMatchObject({ code: 'ownWork' })
    const helper = await world.viewer('A.helper')
    for (let count = 0; count < 30; count++)
      await fileComplaint(helper, { page: '', text: '又一条' })
    await expect(fileComplaint(helper, { page: '', text: '再一条' })).rejects.toMatchObject({
      code: 'tooManyComplaints',
    })
  })
})
