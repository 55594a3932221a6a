import { z } from 'zod'

const ballots = z.int().min(10).max(10_000)
const percent = z.number().min(0).max(100)

/**
 * What a survey must reach, by kind: people present and valid ballots at least, satisfied at least so
 * many percent, dissatisfied over so many a veto. `basic`: whether 基本满意 counts as satisfied.
 * `smallVillage`: a minimum falls to two thirds of the members (households), never under ten, because
 * figures of fewer ballots are shown nowhere.
 */
export const surveyLines = {
  kinds: z.enum(['BOTH', 'MEETING', 'HOUSEHOLD']).default('BOTH'),
  basic: z.enum(['COUNTS', 'COUNTS_NOT']).default('COUNTS'),
  smallVillage: z.enum(['TWO_THIRDS', 'NO_RULE']).default('TWO_THIRDS'),
  meetingPresent: ballots.default(15),
  meetingValid: ballots.default(15),
  meetingSatisfied: percent.default(90),
  meetingVeto: percent.default(50),
  householdValid: ballots.default(30),
  householdSatisfied: percent.default(90),
  householdVeto: percent.default(50),
}

/** Rule sets of before say nothing of surveys and get these; the criterion stays off in them. */
export const usualSurveyLines = {
  kinds: 'BOTH',
  basic: 'COUNTS',
  smallVillage: 'TWO_THIRDS',
  meetingPresent: 15,
  meetingValid: 15,
  meetingSatisfied: 90,
  meetingVeto: 50,
  householdValid: 30,
  householdSatisfied: 90,
  householdVeto: 50,
} as const

export const surveyNumbers = [
  'meetingPresent',
  'meetingValid',
  'meetingSatisfied',
  'meetingVeto',
  'householdValid',
  'householdSatisfied',
  'householdVeto',
] as const
