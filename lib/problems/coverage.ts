/** Numbers of the measures that answer each problem; a problem nobody answers has none. */
export function coverageOf(
  measures: readonly { number: number; problemIds: readonly string[]; status?: string }[],
): (problemId: string) => number[] {
  const counted = measures.filter(({ status }) => status !== 'CANCELLED')
  return (problemId) =>
    counted.filter(({ problemIds }) => problemIds.includes(problemId)).map(({ number }) => number)
}
