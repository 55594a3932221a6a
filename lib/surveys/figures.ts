import type { SurveyKind, SurveySampling } from '@/prisma/generated/enums'
import { isValid, marginOf, satisfiedOf, shownFrom, tallyOf, votesOf } from './rules'

type Round = {
  kind: SurveyKind
  sampling: SurveySampling
  population: number | null
  questions: readonly string[]
}

/**
 * The figures of a round from its ballots. The satisfied share is that of the last question, the
 * overall judgement. Under ten valid ballots nothing but the counts of paper is given.
 */
export function figuresOf(
  round: Round,
  ballots: readonly (readonly number[])[],
  basicCounts: boolean,
) {
  const returned = ballots.length
  const valid = ballots.filter(isValid).length
  const shown = valid >= shownFrom
  const tallies = shown ? tallyOf(round.questions, ballots) : []
  const overall = tallies.at(-1)
  if (!overall) {
    return {
      returned,
      valid,
      shown,
      tallies,
      votes: null,
      satisfied: null,
      dissatisfied: null,
      margin: null,
    }
  }
  const votes = votesOf(overall)
  const satisfied = satisfiedOf(overall, basicCounts)
  const drawn = round.kind === 'HOUSEHOLD' && round.sampling === 'RANDOM'
  const margin = marginOf(satisfied, votes, drawn ? round.population : null)
  const { dissatisfied } = overall
  return { returned, valid, shown, tallies, votes, satisfied, dissatisfied, margin }
}
