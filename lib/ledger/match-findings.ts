import terms from '@/lib/i18n/messages/zh-CN/terms.json'
import type { ProblemCategory } from '@/prisma/generated/enums'
import { issue, type LedgerIssue } from './issue'
import { type Part, partsOf } from './parts'
import { likeness, plain } from './plain'
import type { LedgerLine } from './read-table'

export type KnownKind = { id: string; category: ProblemCategory; titleZh: string; titleEn: string }
type Finding = { kindId: string; title: string; cause: string; evidence: string }

/** What a row says was found; causes that fit no single problem are left over. */
export type Found = { findings: Finding[]; causesLeft: boolean; issues: LedgerIssue[] }

const categories = Object.keys(terms.category) as ProblemCategory[]

/**
 * Reads 类别, 具体情形, 主要问题 and 成因. Every situation must be one of the dictionary's, and it
 * must be clear which problem is of which kind: one kind for all, or one for each in order.
 */
export function readFindings(text: LedgerLine['text'], kinds: readonly KnownKind[]): Found {
  const { given, issues } = categoriesIn(text.category ?? '')
  const choices = kinds.filter((kind) => given.length === 0 || given.includes(kind.category))
  const problems = partsOf(text.problems ?? '').map((part) => part.text.replaceAll('\n', ''))
  const situations = partsOf(text.situation ?? '', { semicolons: true })
  const known: KnownKind[] = []
  for (const { text: name } of situations) {
    const kind = kinds.find((one) => isTitled(one, name))
    if (!kind) issues.push(unknownSituation(name, choices))
    else if (given.length > 0 && !given.includes(kind.category)) {
      const category = terms.category[kind.category]
      issues.push(issue('category', 'categoryDiffers', { name: kind.titleZh, category }))
    } else known.push(kind)
  }
  if (situations.length === 0 && problems.length > 0) {
    issues.push(issue('situation', 'situationNeeded', { choices: titles(choices) }))
  }
  const without = given.filter((one) => !known.some((kind) => kind.category === one))
  if (issues.length === 0 && situations.length > 0 && without.length > 0) {
    const category = without.map((one) => terms.category[one]).join('、')
    issues.push(issue('category', 'categoryWithout', { category }))
  }
  if (problems.length > 0 && ![0, 1, problems.length].includes(situations.length)) {
    const counts = { problems: problems.length, situations: situations.length }
    issues.push(issue('situation', 'problemsUnpaired', counts))
  }
  const names = problems.length > 0 ? problems : known.map((kind) => kind.titleZh)
  issues.push(...lengthIssues(names))
  if (issues.length > 0) return { findings: [], causesLeft: false, issues }
  const causes = causesOf(text.causes ?? '', names.length)
  const findings = names.map((title, index) => ({
    kindId: (known[index] ?? known[0])?.id ?? '',
    title,
    cause: causes?.[index] ?? '',
    evidence: '',
  }))
  return { findings, causesLeft: causes === undefined, issues: [] }
}

function lengthIssues(names: readonly string[]): LedgerIssue[] {
  const issues = names.flatMap((name) => {
    if (name.length > 200) return [issue('problems', 'titleTooLong', { max: 200 })]
    return name.length < 2 ? [issue('problems', 'titleTooShort', { name })] : []
  })
  return names.length > 30 ? [issue('problems', 'problemsTooMany', { max: 30 })] : issues
}

function categoriesIn(text: string): { given: ProblemCategory[]; issues: LedgerIssue[] } {
  const given: ProblemCategory[] = []
  const issues: LedgerIssue[] = []
  for (const name of text.split(/[、，,；;/\s]+/).filter(Boolean)) {
    const found = categories.find((one) =>
      [terms.category[one], terms.categoryLong[one]].some((word) => plain(word) === plain(name)),
    )
    if (found) given.push(found)
    else {
      const choices = categories.map((one) => terms.category[one]).join('、')
      issues.push(issue('category', 'categoryUnknown', { name: short(name), choices }))
    }
  }
  return { given: [...new Set(given)], issues }
}

const isTitled = (kind: KnownKind, name: string) =>
  [kind.titleZh, kind.titleEn].some((title) => plain(title) === plain(name))

function unknownSituation(name: string, choices: readonly KnownKind[]): LedgerIssue {
  const near = choices.filter((kind) => likeness(kind.titleZh, name) >= 0.5).slice(0, 2)
  return near.length > 0
    ? issue('situation', 'situationNear', { name: short(name), near: titles(near) })
    : issue('situation', 'situationUnknown', { name: short(name), choices: titles(choices) })
}

/** One cause for each problem, by its number or in order; undefined when it is not clear whose. */
function causesOf(text: string, count: number): string[] | undefined {
  if (text === '' || count === 1) return text === '' ? [] : [text]
  const parts = partsOf(text)
  if (parts.length > 0 && parts.every(isNumbered(count))) {
    const causes = Array<string>(count).fill('')
    for (const part of parts) causes[(part.number ?? 1) - 1] = part.text
    return new Set(parts.map(({ number }) => number)).size === parts.length ? causes : undefined
  }
  return parts.length === count ? parts.map((part) => part.text) : undefined
}

const isNumbered =
  (count: number) =>
  ({ number }: Part) =>
    number !== null && number >= 1 && number <= count

const titles = (kinds: readonly KnownKind[]) => kinds.map((kind) => kind.titleZh).join('；')
const short = (text: string) => (text.length > 60 ? `${text.slice(0, 60)}…` : text)
