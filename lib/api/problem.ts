import 'server-only'
import { getTranslations } from 'next-intl/server'
import { isDatabaseAway } from '@/lib/database-away'
import { Conflict, DomainError, InvalidInput, RuleBroken } from '@/lib/errors'
import { newId } from '@/lib/ids'
import { log } from '@/lib/log'

const titles: Record<number, string> = {
  400: 'Bad request',
  401: 'Not signed in',
  403: 'Not permitted',
  404: 'Not found',
  409: 'Conflict',
  411: 'Length required',
  413: 'Content too large',
  415: 'Unsupported media type',
  422: 'Invalid input',
  500: 'Internal error',
  503: 'Unavailable',
}

/** What an RFC 9457 answer of this API carries beside type, title, status and detail. */
type Extra = {
  code: string
  errors?: unknown
  reasons?: unknown
  meanwhile?: unknown
  errorId?: string
}

/** An RFC 9457 answer; `detail` is the sentence of `code` in the caller's language. */
export async function problem(
  status: number,
  extra: Extra,
  params: Record<string, string | number> = {},
) {
  const t = await getTranslations('errors')
  const detail = t.has(extra.code as never) ? t(extra.code as never, params as never) : undefined
  const body = { type: 'about:blank', title: titles[status] ?? 'Error', status, detail, ...extra }
  return Response.json(body, {
    status,
    headers: {
      'content-type': 'application/problem+json; charset=utf-8',
      'cache-control': 'no-store',
      ...(status === 401 ? { 'www-authenticate': 'Bearer' } : {}),
    },
  })
}

/** Any error as an answer; an unexpected one is logged under the id it shows. */
export async function problemOf(error: unknown): Promise<Response> {
  if (error instanceof InvalidInput) return problem(422, { code: error.code, errors: error.issues })
  if (error instanceof DomainError) {
    const reasons =
      error instanceof RuleBroken && error.reasons.length > 0 ? error.reasons : undefined
    const meanwhile = error instanceof Conflict ? error.meanwhile : undefined
    return problem(error.status, { code: error.code, reasons, meanwhile }, error.params)
  }
  if (isDatabaseAway(error)) return problem(503, { code: 'databaseAway' })
  const errorId = newId()
  log().error({ err: error, errorId }, 'request failed')
  return problem(500, { code: 'unexpected', errorId }, { errorId })
}
