import { systemViewer } from '@/lib/access/system'
import { writeCheckpoint } from '@/lib/audit/checkpoint'
import { createBatch } from '@/lib/batches/commands'
import { enterHistorical } from '@/lib/cases/historical-commands'
import { today as todayNow } from '@/lib/clock'
import { addDays, type Day, yearOf } from '@/lib/dates'
import { read } from '@/lib/db'
import { importDivisions } from '@/lib/directory/import-divisions'
import { createRuleSet } from '@/lib/rule-sets/commands'
import { defaultRuleSet } from '@/lib/rule-sets/defaults'
import { tellAppraisals } from './appraisals'
import { tellClosing, tellFollowUps } from './closing'
import { tellDisclosure } from './commitments'
import { as, endSessions, officeOf, readBatches, type Telling } from './context'
import { seedVillages } from './county'
import { tellDocuments } from './documents'
import { type CaseScript, tellConfirmation, tellProposal } from './listing'
import { seedPeople } from './people'
import { tellDraft, tellReview } from './planning'
import { tellArticleProjects } from './records'
import { tellCountyAcceptance, tellRectification, tellTownshipAcceptance } from './rectifying'
import { tellReminders } from './reminders'
import { stories } from './stories'
import { tellThirdBatch } from './third-batch'
import {
  committing,
  type DemoVillage,
  firstBatch,
  neighbourBatch,
  secondBatch,
  thirdBatch,
  unlisted,
} from './villages'

type Log = (line: string) => void

/**
 * The demo: the real directory of Luzhai, the article's three batches of 36 villages (two of them
 * the article's own, the rest invented and marked 演示), everything done through the commands that
 * users use; and a second small county, invented throughout.
 */
export async function seedDemo({
  log,
  today = todayNow(),
}: {
  log: Log
  today?: Day
}): Promise<void> {
  const luzhai = await openCounty('450223', '鹿寨县', today, log)
  await tellEarlierBatches(luzhai, today, log)
  log('  third batch: 12 villages')
  await tellThirdBatch(luzhai, today)
  await tellDisclosure(luzhai, today)
  await tellDocuments(luzhai, today)
  await tellReminders(luzhai, today)
  await tellAppraisals(luzhai, today)
  await endSessions(luzhai)
  const neighbour = await openCounty('451322', '象州县', today, log)
  await tellNeighbour(neighbour, today)
  await endSessions(neighbour)
  await writeCheckpoint()
}

async function openCounty(
  countyId: '450223' | '451322',
  name: string,
  today: Day,
  log: Log,
): Promise<Telling> {
  await importDivisions({ county: countyId, log: (line) => log(`  ${line}`) })
  const people = await seedPeople(countyId, name)
  const whole = [
    ...firstBatch,
    ...secondBatch,
    thirdBatch.townshipAcceptance,
    thirdBatch.countyAcceptance,
    thirdBatch.consolidating,
  ]
  const weak = Object.values(thirdBatch).filter((village) => !whole.includes(village))
  const standing = (villages: readonly DemoVillage[], how: 'whole' | 'weak') =>
    villages.map((village) => ({ ...village, standing: how }))
  const invented =
    countyId === '450223'
      ? [...standing(whole, 'whole'), ...standing([...weak, ...unlisted, ...committing], 'weak')]
      : standing(neighbourBatch, 'whole')
  const villages = await seedVillages(countyId, invented)
  const telling: Telling = {
    ...people,
    countyId,
    villages,
    kinds: new Map(),
    batches: new Map(),
    sessions: new Map(),
    viewers: new Map(),
  }
  const kinds = await read(systemViewer('setup', countyId), (tx) =>
    tx.problemKind.findMany({ select: { id: true, code: true } }),
  )
  for (const kind of kinds) telling.kinds.set(kind.code, kind.id)
  await openBatches(telling, today)
  return telling
}

/** The batches of a county; the current one under the newest rules, which ask for consolidation. */
async function openBatches(telling: Telling, today: Day) {
  const office = await as(telling, officeOf(telling), today)
  const rules = await read(office, (tx) =>
    tx.ruleSet.findFirstOrThrow({ where: { countyId: telling.countyId }, select: { id: true } }),
  )
  const consolidating = await createRuleSet(office, {
    ruleSet: {
      ...defaultRuleSet,
      title: '软弱涣散村党组织整顿规则（设巩固期）',
      noticePrefixes: prefixesOf(telling.countyId === '450223' ? '鹿' : '象'),
      criteria: {
        ...defaultRuleSet.criteria,
        consolidation: { ...defaultRuleSet.criteria.consolidation, months: 3 },
      },
    },
  })
  const start = addDays(today, -260)
  const current = {
    name: '',
    year: yearOf(start),
    startOn: start,
    targetEndOn: addDays(today, 180),
    ruleSetId: consolidating,
  }
  const batches =
    telling.countyId === '450223'
      ? [
          {
            number: 1,
            name: '第一批',
            year: 2014,
            startOn: '2014-03-01',
            targetEndOn: '2014-12-31',
            ruleSetId: rules.id,
          },
          {
            number: 2,
            name: '第二批',
            year: 2015,
            startOn: '2015-03-01',
            targetEndOn: '2015-12-31',
            ruleSetId: rules.id,
          },
          { ...current, number: 3, name: '第三批' },
        ]
      : [{ ...current, number: 1, name: '第一批' }]
  for (const batch of batches)
    await createBatch(await as(telling, officeOf(telling), batch.startOn), batch)
  telling.batches = await readBatches(office)
}

async function tellEarlierBatches(telling: Telling, today: Day, log: Log) {
  await tellArticle(telling, today)
  for (const [batch, villages] of [
    [1, firstBatch],
    [2, secondBatch],
  ] as const) {
    log(`  batch ${batch}: ${villages.length + 1} villages from proposal to follow-up`)
    for (const [index, village] of villages.entries()) {
      const number = (batch - 1) * 12 + index + 2
      const picked = [
        stories[index % stories.length],
        stories[(index * 3 + batch + 1) % stories.length],
      ]
      const script = {
        village: `${village.stem}演示村`,
        township: village.township,
        batch,
        number,
        stories: [...new Set(picked)].filter((story) => story !== undefined),
      }
      await tellWholeLife(telling, script, 2013 + batch, index, today)
    }
  }
}

/** The two villages the article reports, with its facts and nothing else. */
async function tellArticle(telling: Telling, today: Day) {
  const office = await as(telling, officeOf(telling), today)
  const directory = await read(office, (tx) =>
    tx.village.findMany({
      where: { countyId: '450223', code: { in: ['450223201206', '450223103205'] } },
      select: { id: true, code: true },
    }),
  )
  const idOf = (code: string) => directory.find((village) => village.code === code)?.id ?? ''
  const source =
    '县基层办关于软弱涣散基层党组织整顿工作的报道。报道未载明具体日期，起止日期按批次填写。'
  const adjusted = {
    kindId: telling.kinds.get('SECRETARY_INACTIVE') ?? '',
    title: '党组织负责人年纪长、能力弱、无作为',
    cause: '',
    evidence: '',
  }
  await enterHistorical(office, {
    villageId: idOf('450223201206'),
    batchId: telling.batches.get(1)?.id ?? '',
    sourceDocument: source,
    confirmedOn: '2014-03-01',
    closedOn: '2014-12-31',
    proposal: '报道载：对江口乡新安村等 5 个党组织负责人进行组织调整。',
    findings: [adjusted],
  })
  const heling = await enterHistorical(office, {
    villageId: idOf('450223103205'),
    batchId: telling.batches.get(2)?.id ?? '',
    sourceDocument: source,
    confirmedOn: '2015-03-01',
    closedOn: '2015-12-31',
    proposal:
      '报道载：对寨沙镇河岭村等 5 个党组织负责人进行组织调整；村党组织带领群众种植沙糖橘 250 亩、沙田柚 50 亩，兴建一批牲畜养殖场，村民经济收入有了明显增长。',
    findings: [adjusted],
  })
  await tellArticleProjects(telling, heling, '2015-12-31', today)
}

/** A case of an earlier year, from proposal to the end of its follow-up. */
async function tellWholeLife(
  telling: Telling,
  script: CaseScript,
  year: number,
  index: number,
  today: Day,
) {
  const day = (month: number, date: number) =>
    addDays(`${year}-${String(month).padStart(2, '0')}-01`, date - 1 + (index % 6))
  const period = { start: day(5, 4), end: day(10, 26) }
  const caseId = await tellProposal(telling, script, day(3, 3))
  await tellConfirmation(telling, script, caseId, day(4, 3))
  await tellDraft(telling, script, caseId, day(4, 12), period)
  await tellReview(telling, script, caseId, {
    submitted: day(4, 16),
    ...(index % 4 === 1 && { returned: day(4, 20), resubmitted: day(4, 23) }),
    approved: day(4, 27),
  })
  await tellRectification(telling, script, caseId, period)
  await tellTownshipAcceptance(telling, script, caseId, day(11, 3), day(11, 10))
  await tellCountyAcceptance(telling, script, caseId, day(11, 18), day(11, 24))
  await tellClosing(telling, script, caseId, day(12, 8))
  await tellFollowUps(telling, script, caseId, today)
}

/** 象州县: four invented villages, from drafting to rectifying. */
async function tellNeighbour(telling: Telling, today: Day) {
  const day = (offset: number) => addDays(today, offset)
  for (const [index, village] of neighbourBatch.entries()) {
    const script = {
      village: `${village.stem}演示村`,
      township: village.township,
      batch: 1,
      number: index + 1,
      stories: stories.slice(index, index + 2),
    }
    const caseId = await tellProposal(telling, script, day(-120 + index))
    await tellConfirmation(telling, script, caseId, day(-100 + index))
    if (index === 3) continue
    await tellDraft(
      telling,
      script,
      caseId,
      day(-90),
      { start: day(-60), end: day(150) },
      { 1: day(40), 2: day(90), 3: day(60), 4: day(100) },
    )
    await tellReview(telling, script, caseId, {
      submitted: day(-85),
      ...(index < 2 && { approved: day(-80) }),
    })
  }
}

/** 发文字号 under the county's own short name. */
function prefixesOf(county: string) {
  return {
    REMINDER: `${county}组提函`,
    SUPERVISION: `${county}组督函`,
    TALK: `${county}组约函`,
    CIRCULAR: `${county}组通报`,
  }
}
