import { assign } from '@/lib/assignments/commands'
import { confirm, propose } from '@/lib/cases/commands'
import { addDays, type Day } from '@/lib/dates'
import { as, caseNow, officeOf, type Telling } from './context'
import { departments, inventedName, townshipAccount } from './people'
import type { Story } from './stories'

/** One invented case: village, batch, what was wrong, and a number that varies it. */
export type CaseScript = {
  village: string
  township: string
  batch: number
  number: number
  stories: readonly Story[]
}

const bodies: Record<string, string> = {
  VILLAGE_SELF_CHECK: '村党支部',
  TOWNSHIP_COMMITTEE: '乡镇党委会',
  JOINT_REVIEW: '部门联审',
  COUNTY_LEADER_CHECK: '县领导带队核查组',
  DEPARTMENT_MEETING: '县委组织部部务会',
  STANDING_COMMITTEE: '县委常委会',
  PREFECTURE_FILING: '市委组织部',
  NOTICE_ISSUED: '县委组织部',
}

/** The chain of decisions of a rule set, one step every other day, the last on `until`. */
export function decisionsUntil(steps: readonly string[], until: Day, result: string) {
  return Object.fromEntries(
    steps.map((step, index) => [
      step,
      {
        body: bodies[step] ?? step,
        decidedOn: addDays(until, -2 * (steps.length - 1 - index)),
        documentNo: '',
        result,
      },
    ]),
  )
}

/** propose: the township puts the village forward with its findings. */
export async function tellProposal(telling: Telling, script: CaseScript, on: Day): Promise<string> {
  const township = await as(telling, townshipAccount(script.township), on)
  return propose(township, {
    villageId: telling.villages.get(script.village) ?? '',
    proposal: '经村自查、乡镇走访座谈，建议列为整顿对象。',
    findings: script.stories.map((story) => ({
      kindId: telling.kinds.get(story.kind) ?? '',
      title: story.title,
      cause: story.cause,
      evidence: story.evidence,
    })),
  })
}

/** confirm and assign: the decisions of the rule set, then the responsibility slots. */
export async function tellConfirmation(
  telling: Telling,
  script: CaseScript,
  caseId: string,
  on: Day,
) {
  const office = await as(telling, officeOf(telling), on)
  const batch = telling.batches.get(script.batch)
  if (!batch) throw new Error(`no batch ${script.batch}`)
  await confirm(office, {
    caseId,
    version: (await caseNow(telling, caseId, on)).version,
    batchId: batch.id,
    decisions: decisionsUntil(batch.ruleSet.decisions.confirmation, on, '同意'),
    handedOverOn: on,
  })
  const neighbour = telling.countyId === '450223' ? '' : '-b'
  const leader = ['county-leader', 'county-leader-2', 'county-leader-3'][script.number % 3]
  const county = telling.townships[0]?.id.slice(0, 6) === '450223' ? '鹿寨县' : '象州县'
  const department = departments[helperOf(script)] ?? departments[0]
  const township = telling.townships.find((one) => one.id === script.township)
  const team = telling.organisations.get(`${township?.name}驻村工作队`)
  const teamAccount = script.township === '450223201' ? 'team-1' : `team-${script.township}`
  const seats = [
    { slot: 'COUNTY_LEADER' as const, userId: telling.users.get(`${leader}${neighbour}`)?.id },
    {
      slot: 'TOWNSHIP_LEADER' as const,
      userId: telling.users.get(`${townshipAccount(script.township)}-2`)?.id,
    },
    {
      slot: 'TOWNSHIP_OFFICER' as const,
      personName: inventedName(100 + script.number),
      personPost: '包村干部',
    },
    {
      slot: 'HELPER_UNIT' as const,
      organisationId: telling.organisations.get(`${county}${department}`),
    },
    {
      slot: 'WORK_TEAM' as const,
      organisationId: team,
      userId: telling.users.get(teamAccount)?.id,
      personPost: '第一书记',
    },
  ]
  for (const seat of seats) {
    await assign(office, { caseId, personName: '', personPost: '', fromOn: on, ...seat })
  }
}

/** Which department a case is paired with; villages of 江口乡 and 寨沙镇 with 农业农村局. */
export function helperOf(script: CaseScript): number {
  return script.township === '450223201' || script.township === '450223103'
    ? 0
    : 1 + (script.number % (departments.length - 1))
}
