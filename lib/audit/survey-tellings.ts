import { percentOf } from '@/lib/surveys/rules'
import type { EventKind } from './events'
import { type Tell, tell, type Words } from './telling'

/** What opinion surveys say. */
export const surveyTellings = {
  surveyOpened: (d, w) => tell({ ...told(d, w), due: d.due, endsOn: w.day(d.endsOn) }),
  surveyChanged: (d, w) => tell({ ...told(d, w), reworded: d.reworded ? 'yes' : 'no' }),
  surveyIssued: (d, w) => tell({ ...told(d, w), channel: d.channel, count: d.count }),
  surveyIssueVoided: (d, w) => tell({ ...told(d, w), count: d.count }, d.reason),
  surveyClosed: (d, w) =>
    tell({ ...told(d, w), issued: d.issued, returned: d.returned, valid: d.valid }),
  surveyPublished: (d, w) =>
    tell({ ...told(d, w), valid: d.valid, percent: percentOf(d.satisfied, d.votes) ?? 0 }),
} satisfies { [K in EventKind]?: Tell<K> }

function told({ survey, number }: { survey: string; number: number }, { term }: Words) {
  return { survey: term('surveyKind', survey), number }
}
