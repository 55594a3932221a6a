/** What can stand in a field of a ballot: one answer, nothing (0), or more than one tick (9). */
export const answers = { SATISFIED: 1, BASIC: 2, DISSATISFIED: 3, UNKNOWN: 4 } as const

export type Answer = keyof typeof answers

export const answerNames = Object.keys(answers) as Answer[]

export const blank = 0
const spoiled = 9

/** From so many valid ballots on figures are kept and shown; below, nowhere. */
export const shownFrom = 10

/** The wording of 民意测评表 (design, forms.md); the last one is the overall judgement. */
export const defaultQuestions = [
  '村班子工作能力',
  '村干部工作作风',
  '村干部廉洁自律、办事公道',
  '近一年来村里突出问题解决情况',
  '对村班子的总体评价',
] as const

/** What a ballot must not carry: it reaches people who are not to learn of any listing. */
export const namesTheLabel = (text: string) => /软弱|涣散|整顿|销号/.test(text)

export type Vote = { answers: readonly number[]; wish: string }

/** What stands behind one question. */
export type Tally = {
  question: string
  satisfied: number
  basic: number
  dissatisfied: number
  unknown: number
  blank: number
  spoiled: number
}

/** A ballot counts when at least one question carries exactly one tick. */
export const isValid = (ballot: readonly number[]) =>
  ballot.some((answer) => answer >= 1 && answer <= 4)

/** Counts by question. Fields left empty or ticked twice do not count, of invalid ballots none does. */
export function tallyOf(
  questions: readonly string[],
  ballots: readonly (readonly number[])[],
): Tally[] {
  const valid = ballots.filter(isValid)
  return questions.map((question, index) => {
    const count = (value: number) =>
      valid.filter((ballot) => (ballot[index] ?? blank) === value).length
    return {
      question,
      satisfied: count(answers.SATISFIED),
      basic: count(answers.BASIC),
      dissatisfied: count(answers.DISSATISFIED),
      unknown: count(answers.UNKNOWN),
      blank: count(blank),
      spoiled: count(spoiled),
    }
  })
}

/** Votes on a question: everybody who ticked one answer, 不了解 included. */
export const votesOf = (tally: Tally) =>
  tally.satisfied + tally.basic + tally.dissatisfied + tally.unknown

/** Who counts as satisfied by the rule of the batch, which says whether 基本满意 counts. */
export const satisfiedOf = (tally: Tally, basicCounts: boolean) =>
  tally.satisfied + (basicCounts ? tally.basic : 0)

/** A share in percent with one decimal, rounded half up; null without votes. */
export const percentOf = (part: number, votes: number): number | null =>
  votes > 0 ? Math.floor((part * 1000) / votes + 0.5) / 10 : null

/**
 * Half of the 95 % interval of a share in percentage points, of households drawn at random out of
 * `population`; null where nothing was drawn or nobody answered.
 */
export function marginOf(part: number, votes: number, population: number | null): number | null {
  if (population === null || votes < 2 || population < votes) return null
  const share = part / votes
  const finite = population === 1 ? 0 : (population - votes) / (population - 1)
  return Math.round(1960 * Math.sqrt(((share * (1 - share)) / votes) * finite)) / 10
}

/** The least number of valid ballots: two thirds of the members in a small village, never under ten. */
export function minimumOf(wanted: number, members: number | null, smallVillage: boolean): number {
  if (!smallVillage || members === null) return wanted
  return Math.min(wanted, Math.max(shownFrom, Math.ceil((members * 2) / 3)))
}

/** How two typings of a paper ballot compare. */
const sameVote = (one: Vote, other: Vote) =>
  one.wish.trim() === other.wish.trim() &&
  one.answers.length === other.answers.length &&
  one.answers.every((answer, index) => answer === other.answers[index])

type Entry = Vote & { number: number; pass: number; byId: string; byName: string }

/**
 * Where each paper ballot stands: typed once, typed alike twice or settled (`vote`), or waiting for
 * the third step (`differs`).
 */
export function papersOf(entries: readonly Entry[]) {
  return [...Map.groupBy(entries, ({ number }) => number)]
    .sort(([a], [b]) => a - b)
    .map(([number, typed]) => {
      const [first, second, third] = [1, 2, 3].map((pass) => typed.find((one) => one.pass === pass))
      const differs = first && second ? !sameVote(first, second) : false
      const vote = third ?? (first && second && !differs ? first : undefined)
      return { number, first, second, third, differs, vote }
    })
}

/** The paper ballot somebody types next: the first one still wanting their pass. */
export function nextPaper(entries: readonly Entry[], userId: string): number {
  const papers = new Map(papersOf(entries).map((paper) => [paper.number, paper]))
  for (let number = 1; ; number++) {
    const paper = papers.get(number)
    if (!paper) return number
    if (!paper.second && paper.first?.byId !== userId) return number
  }
}
