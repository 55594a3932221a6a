import type { Day } from '@/lib/dates'
import type { Bundle } from './bundle-schema'

export type Duty = Bundle['cases'][number]['measures'][number] & {
  caseId: string
  village: string
  colour: 'green' | 'yellow' | 'red'
}

/** The measures a person reports on, the most urgent first. */
export function dutiesOf({ cases }: Pick<Bundle, 'cases'>, today: Day): Duty[] {
  return cases
    .flatMap(({ id, village, measures }) =>
      measures
        .filter(({ mayReport }) => mayReport)
        .map((measure) => ({
          ...measure,
          caseId: id,
          village: village.name,
          colour: colourOf(measure, today),
        })),
    )
    .toSorted((a, b) => (a.dueOn < b.dueOn ? -1 : a.dueOn > b.dueOn ? 1 : a.number - b.number))
}

function colourOf({ dueOn, yellowOn }: { dueOn: Day; yellowOn: Day }, today: Day): Duty['colour'] {
  if (today > dueOn) return 'red'
  return today >= yellowOn ? 'yellow' : 'green'
}
