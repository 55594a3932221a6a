import { addDays, type Day, daysBetween } from '@/lib/dates'
import { approvePlan, returnPlan, savePlan, submitPlan } from '@/lib/plans/commands'
import type { SavePlanInput } from '@/lib/plans/schema'
import { as, caseNow, officeOf, type Telling } from './context'
import { type CaseScript, helperOf } from './listing'
import { departments, inventedName, townshipAccount } from './people'
import { measuresOf, type StoryMeasure } from './stories'

/** From the start of rectifying to the day by which everything is due. */
export type Period = { start: Day; end: Day }

/** Due days set by hand, by the title of the measure; the others follow their story. */
export type Dues = Readonly<Record<string, Day>>

/** When a measure of a story is due in a period. */
export function dueOf(measure: StoryMeasure, period: Period, dues: Dues): Day {
  return (
    dues[measure.title] ??
    addDays(period.start, Math.round(daysBetween(period.start, period.end) * measure.dueAt))
  )
}

/** The township drafts the plan: every problem with the measures its story tells. */
export async function tellDraft(
  telling: Telling,
  script: CaseScript,
  caseId: string,
  on: Day,
  period: Period,
  dues: Dues = {},
) {
  const township = await as(telling, townshipAccount(script.township), on)
  const { problems } = await caseNow(telling, caseId, on)
  const lines = measuresOf(script.stories).map(({ measure, problem }) => ({
    move: measure.move,
    title: measure.title,
    target: measure.target,
    problemIds: [problems[problem]?.id ?? ''],
    ...carrierOf(telling, script, measure),
    startOn: period.start,
    dueOn: dueOf(measure, period, dues),
  }))
  await savePlan(township, {
    caseId,
    planVersion: 0,
    ...sections(script),
    measures: lines,
  })
}

/** submit, optionally returned once with a reason and submitted again, then approved. */
export async function tellReview(
  telling: Telling,
  script: CaseScript,
  caseId: string,
  days: { submitted: Day; returned?: Day; resubmitted?: Day; approved?: Day },
) {
  const account = townshipAccount(script.township)
  const version = async (day: Day) => (await caseNow(telling, caseId, day)).version
  await submitPlan(await as(telling, account, days.submitted), {
    caseId,
    version: await version(days.submitted),
  })
  if (days.returned && days.resubmitted) {
    await returnPlan(await as(telling, officeOf(telling), days.returned), {
      caseId,
      version: await version(days.returned),
      reason: '第二项措施的目标不够具体，请明确可核查的指标后重新报送。',
    })
    await submitPlan(await as(telling, account, days.resubmitted), {
      caseId,
      version: await version(days.resubmitted),
    })
  }
  if (!days.approved) return
  await approvePlan(await as(telling, officeOf(telling), days.approved), {
    caseId,
    version: await version(days.approved),
    recordNo: `备〔${days.approved.slice(0, 4)}〕${script.number}号`,
  })
}

function carrierOf(telling: Telling, script: CaseScript, measure: StoryMeasure) {
  const township = telling.townships.find((one) => one.id === script.township)?.name ?? ''
  const county = telling.countyId === '450223' ? '鹿寨县' : '象州县'
  const carrier = {
    TOWNSHIP: {
      name: `${township}党委`,
      personName: inventedName(200 + script.number),
      personPost: '组织委员',
    },
    HELPER_UNIT: {
      name: `${county}${departments[helperOf(script)] ?? departments[0]}`,
      personName: inventedName(300 + script.number),
      personPost: '帮扶联络员',
    },
    WORK_TEAM: {
      name: `${township}驻村工作队`,
      personName: inventedName(400 + script.number),
      personPost: '第一书记',
    },
  }[measure.carrier]
  const { name, ...person } = carrier
  return { organisationId: telling.organisations.get(name), organisationName: name, ...person }
}

function sections(script: CaseScript): Omit<SavePlanInput, 'caseId' | 'planVersion' | 'measures'> {
  const people = 1200 + script.number * 37
  return {
    facts: `${script.village}辖 ${5 + (script.number % 9)} 个自然屯，户籍人口 ${people} 人，党员 ${28 + (script.number % 20)} 名。经研究认定为整顿对象。`,
    causes: script.stories.map((story) => story.cause).join('\n'),
    goals:
      '经过集中整顿，班子配备齐全、运转正常，突出问题得到解决，组织生活规范，群众满意度明显提高。',
    timetable: '一、调研动员；二、集中整顿；三、自查初验；四、县级验收；五、巩固提升。',
    responsibilities:
      '县领导联村指导，乡镇领导包村负责，第一书记驻村落实，帮扶单位结对支持，村党组织具体实施。',
    guarantees: '乡镇党委统筹经费和人员，定期研究，纳入基层党建工作考核；对进展缓慢的及时提醒。',
  }
}
