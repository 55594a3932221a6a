import 'server-only'
import { getLocale, getTranslations } from 'next-intl/server'
import { isDatabaseAway } from './database-away'
import { Conflict, DomainError, InvalidInput, RuleBroken, Unauthorized } from './errors'
import type { FormState, Msg } from './form-state'
import { formatInstant } from './i18n/format'
import { newId } from './ids'
import { log } from './log'

/** An error of a command as the form shows it; an unexpected one is logged under a new id. */
export async function failure(error: unknown): Promise<FormState> {
  if (!(error instanceof DomainError)) {
    if (isDatabaseAway(error)) return { status: 'refused', message: { code: 'databaseAway' } }
    const errorId = newId()
    log().error({ err: error, errorId }, 'action failed')
    return { status: 'failed', errorId }
  }
  if (error instanceof InvalidInput) {
    return { status: 'invalid', fieldErrors: byField(error.issues) }
  }
  if (error instanceof Unauthorized) {
    return { status: 'refused', message: { code: 'signedOut' } }
  }
  if (error instanceof Conflict) {
    const fieldErrors = byField(error.issues)
    return {
      status: 'conflict',
      message: plain(error),
      conflict: await meanwhile(error),
      fieldErrors,
    }
  }
  if (error instanceof RuleBroken && error.reasons.length > 0) {
    return { status: 'refused', message: plain(error), reasons: error.reasons.map(plain) }
  }
  const { field } = error.params
  if (field) return { status: 'invalid', fieldErrors: { [field]: [plain(error)] } }
  return { status: 'refused', message: plain(error) }
}

type Raised = { code: string; params?: Record<string, string | number> & { field?: string } }

function plain({ code, params = {} }: Raised): Msg {
  const { field: _, ...rest } = params
  return { code, params: rest }
}

function byField(issues: InvalidInput['issues']): Record<string, Msg[]> {
  const found: Record<string, Msg[]> = {}
  for (const issue of issues) {
    found[issue.field] = [...(found[issue.field] ?? []), plain(issue)]
  }
  return found
}

async function meanwhile(error: Conflict): Promise<FormState['conflict']> {
  if (!error.meanwhile) return undefined
  const { by, at, kind } = error.meanwhile
  const t = await getTranslations()
  const key = `events.kinds.${kind}` as never
  const theirs = t.has(key) ? t(key) : ''
  return { by, at: formatInstant(new Date(at), await getLocale()), theirs }
}
