import type { Day } from '@/lib/dates'

/** Opinion surveys: all 内部 but the publication, and nothing of any single ballot. */
export type SurveyEvents = {
  surveyOpened: SurveyTold & { due: number; endsOn: Day }
  surveyChanged: SurveyTold & { reworded: boolean }
  surveyIssued: SurveyTold & { channel: string; count: number }
  surveyIssueVoided: SurveyTold & { count: number; reason: string }
  surveyClosed: SurveyTold & { issued: number; returned: number; valid: number }
  surveyPublished: SurveyTold & { valid: number; votes: number; satisfied: number }
}

/** Which round an event tells of: its kind and its number within case and kind. */
type SurveyTold = { surveyId: string; survey: string; number: number }
