import { toDay } from '@/lib/dates'
import terms from '@/lib/i18n/messages/zh-CN/terms.json'
import { percentOf } from '@/lib/surveys/rules'
import type { LedgerRow } from './columns'
import type { LedgerCase } from './select'

/** One case as a line of the ledger; several things in one cell stand numbered on lines of their own. */
export function ledgerRow(kase: LedgerCase, number: number, batch: string): LedgerRow {
  const { village, problems, measures, assignments, acceptances } = kase
  const holders = (slot: LedgerCase['assignments'][number]['slot']) =>
    assignments.filter((one) => one.slot === slot)
  const people = (slot: Parameters<typeof holders>[0]) =>
    unique(holders(slot).map((one) => one.personName)).join('、')
  const last = (level: 'TOWNSHIP' | 'COUNTY') => acceptances.findLast((one) => one.level === level)
  const [township, county] = [last('TOWNSHIP'), last('COUNTY')]
  const dueOn = measures.reduce<Date | null>(
    (latest, { dueOn }) => (latest && latest > dueOn ? latest : dueOn),
    null,
  )
  return {
    number,
    township: kase.township.name,
    village: village.name,
    organisation: `${village.name}${terms.organisationType[village.organisationType]}`,
    partyMembers: village.partyMembers,
    population: village.population,
    income: village.collectiveIncome === null ? null : village.collectiveIncome / 10_000,
    batch,
    category: unique(problems.map((one) => terms.category[one.category])).join('、'),
    situation: situations(problems.map((one) => one.kind.titleZh)),
    confirmation:
      kase.decisions
        .map((one) => words([one.body, toDay(one.decidedOn), one.documentNo]))
        .join('\n') || (kase.confirmedOn ? toDay(kase.confirmedOn) : ''),
    relapse: kase.previousCaseId ? '是' : '否',
    problems: numbered(problems.map((one) => one.title)),
    causes: byNumber(problems.map((one) => one.cause)),
    measures: numbered(measures.map((one) => one.title)),
    targets: numbered(measures.map((one) => one.target)),
    responsibleUnits: unique(measures.map((one) => one.organisationName)).join('、'),
    responsiblePeople: unique(measures.map((one) => words([one.personName, one.personPost]))).join(
      '、',
    ),
    dueOn,
    countyLeader: people('COUNTY_LEADER'),
    townshipLeader: people('TOWNSHIP_LEADER'),
    firstSecretary: people('WORK_TEAM'),
    helperUnit: unique(holders('HELPER_UNIT').map((one) => one.organisation?.name ?? '')).join(
      '、',
    ),
    stage: terms.stage[kase.stage],
    solved: `${problems.filter((one) => one.status === 'VERIFIED').length}/${problems.length}`,
    coordination: numbered(kase.coordinationRequests.map((one) => one.title)),
    townshipAcceptance: township
      ? words([
          township.decidedOn ? toDay(township.decidedOn) : '',
          township.status === 'PASSED' ? '通过' : '未通过',
        ])
      : '',
    countyAcceptance: county
      ? words([
          county.total === null ? '' : `${county.total} 分`,
          terms.grade[county.grade as keyof typeof terms.grade] ?? '',
        ])
      : '',
    satisfaction: satisfactionOf(kase.surveyResults),
    closing: words([
      kase.closedOn ? toDay(kase.closedOn) : '',
      ...kase.closures.map((one) => one.number),
    ]),
    followUps: kase.followUps
      .map((one) =>
        words([
          one.doneOn ? toDay(one.doneOn) : '',
          one.result ? terms.followUpResult[one.result] : '',
        ]),
      )
      .join('\n'),
    remarks: kase.origin === 'HISTORICAL' ? words(['历史补录', kase.sourceDocument]) : '',
  }
}

/** The published share of the last round of each kind. */
function satisfactionOf(results: LedgerCase['surveyResults']): string {
  return (['MEETING', 'HOUSEHOLD'] as const)
    .flatMap((kind) => {
      const last = results.find((one) => one.kind === kind)
      const percent = last && percentOf(last.satisfied ?? 0, last.votes ?? 0)
      return typeof percent === 'number' ? `${terms.surveyKind[kind]} ${percent}%` : []
    })
    .join('\n')
}

/** Each once where that still says which problem is of which kind, else one for every problem. */
function situations(titles: readonly string[]): string {
  const once = unique(titles)
  return once.length === 1 || once.length === titles.length ? once.join('；') : numbered(titles)
}

/** As `numbered`, where some are missing: each with the number of its problem. */
function byNumber(texts: readonly string[]): string {
  if (texts.length === 1 || texts.every(Boolean)) return numbered(texts)
  return texts
    .map((text, index) => (text ? `${index + 1}.${text}` : ''))
    .filter(Boolean)
    .join('\n')
}

const unique = (all: readonly string[]) => [...new Set(all.filter(Boolean))]
const words = (all: readonly string[]) => all.filter(Boolean).join(' ')
const numbered = (all: readonly string[]) => {
  const given = all.filter(Boolean)
  return given.length > 1
    ? given.map((one, index) => `${index + 1}.${one}`).join('\n')
    : (given[0] ?? '')
}
