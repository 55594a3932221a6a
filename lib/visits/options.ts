type Numbered = { id: string; number: number; title: string }
type Offered = {
  id: string
  village: { name: string }
  problems: readonly Numbered[]
  measures: readonly Numbered[]
}

const told = ({ id, number, title }: Numbered) => ({ id, label: `${number}. ${title}` })

/** The villages of a visit's form with what can be linked, as the form shows them. */
export function villageOptions(cases: readonly Offered[]) {
  return cases.map(({ id, village, problems, measures }) => ({
    id,
    label: village.name,
    problems: problems.map(told),
    measures: measures.map(told),
  }))
}
