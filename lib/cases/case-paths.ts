import type { Verb } from './workflow'

/** Verbs whose form does not stand on a page of its own name. */
const elsewhere: Partial<Record<Verb, string>> = {}

/** The page of a verb on a case: `submitPlan` → `/cases/<id>/submit-plan`. */
export function verbPath(caseId: string, verb: Verb): string {
  const own = verb.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)
  return `/cases/${caseId}/${elsewhere[verb] ?? own}`
}
