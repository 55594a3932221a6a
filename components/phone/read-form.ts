import type { Bundle } from '@/lib/offline/bundle-schema'
import type { Item } from '@/lib/offline/item'
import { choiceOf } from '@/lib/offline/record-kinds'

const lists = ['companionIds', 'problemIds', 'measureIds']

/** What a form holds as the input of the API; fields left blank are left out. */
export function inputOf(item: Item, form: FormData, bundle: Bundle): Record<string, unknown> {
  const input: Record<string, unknown> = {}
  for (const [name, value] of form) {
    if (typeof value !== 'string' || value.trim() === '') continue
    if (lists.includes(name)) input[name] = [...((input[name] as string[]) ?? []), value]
    else input[name] = value
  }
  if (item.kind === 'record') return recordOf(input)
  if (item.kind === 'visit') return input
  // A check that is no longer theirs has no form: what was written stays as it was.
  if (item.kind === 'check') return isHeld(item, bundle) ? checkOf(item, input) : item.input
  const { caseId, measureId, version } = item.input
  const known = measureOf(bundle, String(measureId))?.version ?? 0
  return { ...input, id: item.id, caseId, measureId, version: Math.max(Number(version), known) }
}

/** The typed field of a record stands under `detail`, as the API takes it. */
function recordOf({ caseId, kind, day, text, ...typed }: Record<string, unknown>) {
  const name = choiceOf(kind)?.name
  const chosen = name && typed[`detail.${name}`]
  const detail = name && chosen ? { [name]: chosen } : {}
  return { caseId, kind, day, text, detail }
}

const isHeld = ({ input }: Item, { checks }: Bundle) =>
  checks?.some(({ id }) => id === input.spotCheckId) ?? false

/** Answers and findings as the API nests them; findings only where problems were found. */
function checkOf({ input: { spotCheckId, caseId } }: Item, given: Record<string, unknown>) {
  const { visitedOn, conclusion, summary } = given
  const answers: Record<string, unknown> = {}
  const findings: Record<string, unknown>[] = []
  for (const [name, value] of Object.entries(given)) {
    const [part, key = '', field = ''] = name.split('.')
    if (part === 'answers') answers[key] = value
    if (part === 'findings') {
      const row = findings[Number(key)] ?? {}
      findings[Number(key)] = { ...row, [field]: value }
    }
  }
  return {
    ...{ spotCheckId, caseId, visitedOn, conclusion, answers },
    ...(summary !== undefined && { summary }),
    findings: findings.filter(Boolean),
  }
}

/** What the list shows of an item. */
export function titleOf(item: Item, input: Record<string, unknown>, bundle: Bundle): string {
  const village =
    item.kind === 'check'
      ? bundle.checks?.find(({ id }) => id === input.spotCheckId)?.village
      : bundle.cases.find(({ id }) => id === input.caseId)?.village.name
  const about =
    item.kind === 'progress'
      ? measureOf(bundle, String(input.measureId))?.title
      : String(input.found ?? input.text ?? '').slice(0, 24)
  return [village, about].filter(Boolean).join(' · ')
}

/** An open measure of the person's scope. */
export function measureOf(bundle: Bundle, id: string) {
  return bundle.cases.flatMap(({ measures }) => measures).find((measure) => measure.id === id)
}
