'use client'
import type { EditorProblem, EditorWords } from './editor-data'
import type { LineNow } from './use-lines'

type CoverageProps = { problems: EditorProblem[]; lines: LineNow[]; words: EditorWords }

/** Each problem and the measures that answer it, while they are typed. */
export function Coverage({ problems, lines, words }: CoverageProps) {
  return (
    <section
      aria-label={words.problems}
      className="rounded-lg border border-line bg-paper lg:max-h-[calc(100vh-9rem)] lg:overflow-y-auto"
    >
      <h3 className="px-4 pt-3 pb-2">{words.problems}</h3>
      <ol>
        {problems.map((problem) => (
          <li
            key={problem.id}
            id={`problem-${problem.id}`}
            className="border-t border-line px-4 py-2.5 text-md"
          >
            <p className="font-medium">
              {problem.number}. {problem.title}
            </p>
            <p className="text-sm text-ink-2">{problem.kind}</p>
            {problem.cause ? <p className="text-sm text-ink-2">{problem.cause}</p> : null}
            <Answers numbers={numbersOf(problem.id, lines)} words={words} />
          </li>
        ))}
      </ol>
    </section>
  )
}

function numbersOf(problemId: string, lines: LineNow[]): number[] {
  return lines.flatMap((line, index) => (line.problemIds.includes(problemId) ? [index + 1] : []))
}

function Answers({ numbers, words }: { numbers: number[]; words: EditorWords }) {
  if (numbers.length === 0) {
    return (
      <p className="flex gap-1.5 text-sm font-medium text-amber">
        <span aria-hidden="true">▲</span>
        {words.uncovered}
      </p>
    )
  }
  return (
    <p className="flex gap-1.5 text-sm text-green">
      <span aria-hidden="true">✓</span>
      {words.coveredBy.replace('#', numbers.join(words.comma))}
    </p>
  )
}
