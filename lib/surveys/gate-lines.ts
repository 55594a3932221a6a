import type { RuleMessage } from '@/lib/rule-message'
import type { RuleSet } from '@/lib/rule-sets/schema'
import { minimumOf, percentOf } from './rules'

/** The last closed round of a kind as far as the viewer sees it. */
type Counted = {
  published: boolean
  present: number | null
  valid: number
  votes: number | null
  satisfied: number | null
  dissatisfied: number | null
}

export type SurveyFacts = {
  members: number | null
  households: number | null
  MEETING: Counted | null
  HOUSEHOLD: Counted | null
}

type Lines = RuleSet['criteria']['survey']

/**
 * What the surveys of a case still lack: the last round of each kind the rules ask for, published, with
 * enough ballots, satisfied at least and dissatisfied at most by the lines of its kind.
 */
export function surveyGaps(facts: SurveyFacts, lines: Lines) {
  const kinds =
    lines.kinds === 'BOTH' ? (['MEETING', 'HOUSEHOLD'] as const) : ([lines.kinds] as const)
  const percents = kinds.flatMap((kind) => {
    const round = facts[kind]
    const percent = round && percentOf(round.satisfied ?? 0, round.votes ?? 0)
    return percent === null ? [] : [`${percent}%`]
  })
  return {
    params: { percents: percents.join(' / ') },
    missing: kinds.flatMap((kind) => gapsOf(kind, facts, lines)),
  }
}

function gapsOf(kind: 'MEETING' | 'HOUSEHOLD', facts: SurveyFacts, lines: Lines): RuleMessage[] {
  const told = (code: string, params = {}): RuleMessage => ({
    code,
    params: { survey: kind, ...params },
  })
  const round = facts[kind]
  if (!round) return [told('surveyNone')]
  const small = lines.smallVillage === 'TWO_THIRDS'
  const people = kind === 'MEETING' ? facts.members : facts.households
  const least = (wanted: number) => minimumOf(wanted, people, small)
  const gaps: RuleMessage[] = []
  if (kind === 'MEETING') {
    const [present, required] = [round.present ?? 0, least(lines.meetingPresent)]
    if (present < required) gaps.push(told('surveyPresent', { present, required }))
  }
  const line =
    kind === 'MEETING'
      ? { valid: lines.meetingValid, satisfied: lines.meetingSatisfied, veto: lines.meetingVeto }
      : {
          valid: lines.householdValid,
          satisfied: lines.householdSatisfied,
          veto: lines.householdVeto,
        }
  const required = least(line.valid)
  if (round.valid < required) gaps.push(told('surveyValid', { valid: round.valid, required }))
  else if (!round.published) gaps.push(told('surveyUnpublished'))
  if (round.satisfied === null || round.dissatisfied === null || !round.published) return gaps
  const votes = round.votes ?? 0
  const percent = percentOf(round.satisfied, votes)
  const against = percentOf(round.dissatisfied, votes)
  if (percent === null || against === null) return [...gaps, told('surveyNoVotes')]
  // Compared unrounded: 89.96 % is under 90 %.
  if (round.satisfied * 100 < line.satisfied * votes) {
    gaps.push(told('surveyBelow', { percent, required: line.satisfied }))
  }
  if (round.dissatisfied * 100 > line.veto * votes) {
    gaps.push(told('surveyVeto', { percent: against, limit: line.veto }))
  }
  return gaps
}
