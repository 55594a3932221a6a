import { applyForAcceptance, passCounty, passTownship } from '@/lib/acceptance/commands'
import { formTeam } from '@/lib/acceptance/sheet-commands'
import { addDays, compareDays, type Day, daysBetween } from '@/lib/dates'
import { addProgress, finishMeasure } from '@/lib/measures/commands'
import { solveProblem, verifyProblem } from '@/lib/problems/commands'
import { commitmentSteps } from './commitments'
import { as, caseNow, officeOf, type Telling } from './context'
import { type CaseScript, helperOf } from './listing'
import { inventedName, townshipAccount } from './people'
import { measuresOf, type StoryMeasure } from './stories'
import { tellSurveys } from './surveys'

/** Who logs the progress of a measure: its carrier, not the township for everybody. */
function carrierAccount(script: CaseScript, measure: StoryMeasure): string {
  const helper = helperOf(script)
  const accounts = {
    TOWNSHIP: townshipAccount(script.township),
    HELPER_UNIT: helper === 0 ? 'helper-agriculture' : `helper-${helper}`,
    WORK_TEAM: script.township === '450223201' ? 'team-1' : `team-${script.township}`,
  }
  return accounts[measure.carrier]
}

/** A progress update of one measure (numbered from 1) on a day. */
export async function tellProgress(
  telling: Telling,
  script: CaseScript,
  caseId: string,
  number: number,
  on: Day,
  percent: number,
  words?: string,
) {
  const measure = (await caseNow(telling, caseId, on)).measures[number - 1]
  const told = measuresOf(script.stories)[number - 1]?.measure
  if (!measure || !told) throw new Error(`${script.village} has no measure ${number}`)
  const carrier = carrierAccount(script, told)
  await addProgress(await as(telling, carrier, on), {
    caseId,
    measureId: measure.id,
    version: measure.version,
    happenedOn: on,
    percent,
    text: words ?? (percent === 100 ? told.finished : told.halfway),
  })
}

/** Something that happens on a day of a case. */
export type Step = { on: Day; tell: () => Promise<void> }

/** The measures of a case go on side by side; the timeline has them day by day. */
export async function tellInOrder(steps: readonly Step[]) {
  for (const { tell } of steps.toSorted((a, b) => compareDays(a.on, b.on))) await tell()
}

/** One measure carried out: half way, then complete and done on one day. */
export function measureSteps(
  telling: Telling,
  script: CaseScript,
  caseId: string,
  number: number,
  finishedOn: Day,
  started: Day,
): Step[] {
  const half = addDays(started, Math.max(1, Math.floor(daysBetween(started, finishedOn) / 2)))
  return [
    { on: half, tell: () => tellProgress(telling, script, caseId, number, half, 50) },
    {
      on: finishedOn,
      tell: async () => {
        await tellProgress(telling, script, caseId, number, finishedOn, 100)
        await tellFinish(telling, script, caseId, number, finishedOn)
      },
    },
  ]
}

async function tellFinish(
  telling: Telling,
  script: CaseScript,
  caseId: string,
  number: number,
  on: Day,
) {
  const measure = (await caseNow(telling, caseId, on)).measures[number - 1]
  if (!measure) throw new Error(`${script.village} has no measure ${number}`)
  await finishMeasure(await as(telling, townshipAccount(script.township), on), {
    caseId,
    measureId: measure.id,
    version: measure.version,
    text: '',
  })
}

/** A problem solved by the township and verified by another person. */
export async function tellSolution(
  telling: Telling,
  script: CaseScript,
  caseId: string,
  number: number,
  solvedOn: Day,
  verifiedOn?: Day,
) {
  const problem = (await caseNow(telling, caseId, solvedOn)).problems[number - 1]
  const story = script.stories[number - 1]
  if (!problem || !story) throw new Error(`${script.village} has no problem ${number}`)
  const on = { caseId, problemId: problem.id }
  const account = townshipAccount(script.township)
  await solveProblem(await as(telling, account, solvedOn), {
    ...on,
    version: problem.version,
    solution: story.solution,
  })
  if (!verifiedOn) return
  const verifier = script.number % 2 === 0 ? `${account}-2` : officeOf(telling)
  await verifyProblem(await as(telling, verifier, verifiedOn), {
    ...on,
    version: problem.version + 1,
    verification: story.verification,
  })
}

/** Everything done and verified by `end`. */
export async function tellRectification(
  telling: Telling,
  script: CaseScript,
  caseId: string,
  period: { start: Day; end: Day },
) {
  const length = daysBetween(period.start, period.end)
  const measures = measuresOf(script.stories).flatMap(({ measure }, index) => {
    const finishedOn = addDays(period.start, Math.max(4, Math.round(length * measure.dueAt) - 3))
    return measureSteps(telling, script, caseId, index + 1, finishedOn, period.start)
  })
  const commitments = commitmentSteps(telling, script, caseId, {
    made: addDays(period.start, 3),
    due: addDays(period.end, -8),
    reported: addDays(period.end, -10),
    reach: { TOWNSHIP: 'evaluated', SECRETARY: 'evaluated', MEMBER: 'evaluated' },
  })
  await tellInOrder([...measures, ...commitments])
  for (const [index] of script.stories.entries()) {
    await tellSolution(
      telling,
      script,
      caseId,
      index + 1,
      addDays(period.end, -6),
      addDays(period.end, -3),
    )
  }
}

/** The township applies; with `passed` its second person accepts. */
export async function tellTownshipAcceptance(
  telling: Telling,
  script: CaseScript,
  caseId: string,
  applied: Day,
  passed?: Day,
) {
  const account = townshipAccount(script.township)
  await applyForAcceptance(await as(telling, account, applied), {
    caseId,
    version: (await caseNow(telling, caseId, applied)).version,
  })
  if (!passed) return
  const deputy = await as(telling, `${account}-2`, passed)
  await formAcceptanceTeam(telling, caseId, deputy, [
    { name: deputy.name, post: '党委副书记', userId: deputy.userId, leads: true },
    { name: inventedName(500 + script.number), post: '纪委书记', leads: false },
  ])
  await passTownship(deputy, {
    caseId,
    version: (await caseNow(telling, caseId, passed)).version,
    ...sheet(telling, script, 4),
  })
}

/** The county's team is formed; with `passed` the county office accepts. */
export async function tellCountyAcceptance(
  telling: Telling,
  script: CaseScript,
  caseId: string,
  formed: Day,
  passed?: Day,
) {
  const inspector = telling.countyId === '450223' ? 'inspector' : 'inspector-b'
  const lead = telling.users.get(inspector)
  await formAcceptanceTeam(telling, caseId, await as(telling, officeOf(telling), formed), [
    { name: lead?.name ?? '', post: lead?.post ?? '', userId: lead?.id, leads: true },
    { name: inventedName(600 + script.number), post: '县纪委监委干部', leads: false },
    { name: inventedName(700 + script.number), post: '县委组织部干部', leads: false },
  ])
  await tellSurveys(telling, script, caseId, { on: formed, closed: passed !== undefined })
  if (!passed) return
  await passCounty(await as(telling, officeOf(telling), passed), {
    caseId,
    version: (await caseNow(telling, caseId, passed)).version,
    ...sheet(telling, script, 2),
  })
}

type Member = { name: string; post: string; userId?: string; leads: boolean }

async function formAcceptanceTeam(
  telling: Telling,
  caseId: string,
  viewer: Awaited<ReturnType<typeof as>>,
  members: Member[],
) {
  const round = (await caseNow(telling, caseId, viewer.today)).acceptances[0]
  if (!round) throw new Error('no acceptance is open')
  await formTeam(viewer, {
    caseId,
    acceptanceId: round.id,
    acceptanceVersion: round.version,
    members,
  })
}

/** A filled score sheet of about 80 to 95 points, different from case to case. */
function sheet(telling: Telling, script: CaseScript, spread: number) {
  const batch = telling.batches.get(script.batch)
  const items = batch?.ruleSet.scoreSheet.items ?? []
  const scores = Object.fromEntries(
    items.map((item, index) => [
      item.code,
      Math.max(0, item.max - ((index + script.number) % spread === 0 ? 1.5 : 0.5)),
    ]),
  )
  return { scores, notes: {} }
}
