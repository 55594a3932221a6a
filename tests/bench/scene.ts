import { readFileSync } from 'node:fs'
import path from 'node:path'
import type pg from 'pg'
import { calendarSeed } from '@/lib/calendar/seed'
import { todayIn } from '@/lib/dates'
import { type Division, parseDivisions } from '@/lib/directory/divisions'
import { searchKeys, shortName } from '@/lib/directory/rules'
import { newId } from '@/lib/ids'
import { problemKindsSchema } from '@/lib/problem-kinds/schema'
import { defaultRuleSet } from '@/lib/rule-sets/defaults'
import { addCase } from './case-rows'
import { addPeople, type People } from './people'
import { seeded, Tables } from './rows'
import { addVisits } from './visits'

/** The county that is measured at both scales, with the same cases. */
const measured = '450223'
/** A county that does not exist, for the 40th page of a list. */
const synthetic = { id: '999901', name: '演示县', cases: 5_000 }

/** 45 cases a county: 4,995 in the 111 counties of Guangxi. */
const stages: readonly [stage: string, cases: number][] = [
  ['CANDIDATE', 4],
  ['NOT_CONFIRMED', 1],
  ['PLANNING', 5],
  ['PLAN_REVIEW', 5],
  ['RECTIFYING', 17],
  ['TOWNSHIP_ACCEPTANCE', 3],
  ['COUNTY_ACCEPTANCE', 3],
  ['CONSOLIDATING', 3],
  ['CLOSED', 4],
]
const early = ['CANDIDATE', 'NOT_CONFIRMED', 'PLANNING', 'PLAN_REVIEW']

export type Scene = {
  people: People
  /** The case whose page is opened: being rectified, with 18 measures and 42 events. */
  caseId: string
  /** Its village. */
  villageId: string
  /** People of the county of 5,000 cases; only at Guangxi scale. */
  crowded: People | null
  rows: Record<string, number>
}

/** Fills an empty, migrated database: one county, or all of Guangxi and the synthetic county. */
export async function fillScene(
  root: string,
  owner: pg.Client,
  scale: 'county' | 'guangxi',
): Promise<Scene> {
  const tables = new Tables()
  const file = readFileSync(path.join(root, 'prisma/data/guangxi-divisions.csv'), 'utf8')
  const { rows } = parseDivisions(
    file,
    scale === 'county' ? { county: measured, others: 'skip' } : {},
  )
  const kindIds = addBase(tables)
  const counties = Map.groupBy(rows, ({ countyCode }) => countyCode)
  let scene: Pick<Scene, 'people' | 'caseId' | 'villageId'> | undefined
  for (const [id, divisions] of counties) {
    const own = addCounty(tables, kindIds, divisions)
    if (id === measured) scene = own
  }
  if (!scene) throw new Error(`${measured} is not in the division file`)
  const crowded = scale === 'guangxi' ? addCrowd(tables, kindIds) : null
  await tables.insert(owner)
  const visits = await addVisits(owner)
  const names = ['counties', 'villages', 'cases', 'measures', 'events']
  const counts = Object.fromEntries(names.map((name) => [name, tables.count(name)]))
  return { ...scene, crowded, rows: { ...counts, visits } }
}

function addBase(tables: Tables): string[] {
  for (const row of calendarSeed()) tables.add('calendar_days', row)
  const text = readFileSync(new URL('../../prisma/data/problem-kinds.json', import.meta.url))
  return problemKindsSchema.parse(JSON.parse(text.toString())).map((kind) => {
    const id = newId()
    tables.add('problem_kinds', {
      id,
      code: kind.code,
      version: 1,
      category: kind.category,
      title_zh: kind.title.zh,
      title_en: kind.title.en,
      explanation: kind.explanation.zh,
      document: kind.document.zh,
      region: kind.region,
      valid_from: kind.validFrom,
      valid_to: kind.validTo,
    })
    return id
  })
}

function addCounty(tables: Tables, kindIds: readonly string[], divisions: readonly Division[]) {
  const [{ countyCode, countyName }] = divisions as [Division, ...Division[]]
  const townships = [...new Map(divisions.map((row) => [row.townshipCode, row.townshipName]))].map(
    ([id, name]) => ({ id, name }),
  )
  const ground = addGround(tables, { id: countyCode, name: countyName, townships })
  for (const row of divisions) {
    const kind = row.kind === 'village' ? 'VILLAGE' : 'COMMUNITY'
    const name = shortName(row.villageName, row.kind)
    addVillage(tables, ground.county, row.townshipCode, row.villageCode, name, kind)
  }
  const used = townships.slice(0, 6)
  const random = seeded(Number(countyCode))
  const all = stages.flatMap(([stage, cases]) => Array<string>(cases).fill(stage))
  let shown = { caseId: '', villageId: '' }
  for (const [index, stage] of all.entries()) {
    const townshipId = used[index % used.length]?.id ?? ''
    const number = String(index + 1).padStart(2, '0')
    const code = `${countyCode}9990${number}`
    const villageId = addVillage(tables, ground.county, townshipId, code, `演示${number}村`)
    const weight = early.includes(stage) ? { measures: 0, events: 6 } : { measures: 18, events: 42 }
    const common = { ...ground, countyId: countyCode, townshipId, villageId, kindIds, random }
    const id = addCase(tables, { ...common, ...weight, stage, problems: 3 })
    if (stage === 'RECTIFYING') shown = { caseId: id, villageId }
  }
  return { people: ground.people, ...shown }
}

function addCrowd(tables: Tables, kindIds: readonly string[]): People {
  const { id, name } = synthetic
  const townships = Array.from({ length: 10 }, (_, index) => ({
    id: `${id}${100 + index}`,
    name: `演示${index + 1}镇`,
  }))
  const ground = addGround(tables, { id, name, townships })
  const random = seeded(1)
  const all = stages.flatMap(([stage, cases]) => Array<string>(cases).fill(stage))
  for (let index = 0; index < synthetic.cases; index++) {
    const townshipId = townships[index % 10]?.id ?? ''
    const number = String(index + 1).padStart(5, '0')
    const villageId = addVillage(tables, id, townshipId, `${id}9${number}`, `演示${number}村`)
    const stage = all[index % all.length] ?? 'PLANNING'
    const common = { ...ground, countyId: id, townshipId, villageId, kindIds, random }
    addCase(tables, { ...common, stage, measures: 2, events: 2, problems: 1 })
  }
  return ground.people
}

type County = { id: string; name: string; townships: { id: string; name: string }[] }

function addGround(tables: Tables, { id, name, townships }: County) {
  const today = todayIn('Asia/Shanghai', new Date())
  tables.add('counties', { id, name, created_at: new Date() })
  for (const township of townships) tables.add('townships', { ...township, county_id: id })
  const ruleSetId = newId()
  tables.add('rule_sets', {
    id: ruleSetId,
    county_id: id,
    version: 1,
    title: defaultRuleSet.title,
    content: defaultRuleSet,
    created_at: new Date(),
  })
  const batchId = newId()
  tables.add('batches', {
    id: batchId,
    county_id: id,
    number: 1,
    name: '演示批次',
    year: Number(today.slice(0, 4)),
    start_on: today,
    target_end_on: today,
    rule_set_id: ruleSetId,
    created_at: new Date(),
    version: 1,
  })
  return { county: id, batchId, today, people: addPeople(tables, { id, townships }) }
}

/** Adds a village and returns its id; without a kind it is an invented one (演示). */
function addVillage(
  tables: Tables,
  countyId: string,
  townshipId: string,
  code: string,
  name: string,
  kind?: 'VILLAGE' | 'COMMUNITY',
): string {
  const id = newId()
  tables.add('villages', {
    id,
    code: code.padEnd(12, '0').slice(0, 12),
    county_id: countyId,
    township_id: townshipId,
    kind: kind ?? 'VILLAGE',
    name,
    official_name: `${name}${kind === 'COMMUNITY' ? '居委会' : '村委会'}`,
    organisation_type: 'BRANCH',
    ...searchKeys(name),
    demo: kind === undefined,
    population: kind ? null : 2_000,
    without_income: false,
    version: 1,
  })
  for (const _ of [1, 2])
    tables.add('reserve_cadres', {
      ...{ id: newId(), village_id: id, county_id: countyId, township_id: townshipId },
      name: '后备',
    })
  return id
}
