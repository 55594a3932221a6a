import 'server-only'
import { createHash } from 'node:crypto'
import { z } from 'zod'
import type { Viewer } from '@/lib/access/viewer-types'
import { loggingDenied } from '@/lib/accounts/security-log'
import { InvalidInput } from '@/lib/errors'
import { fieldErrors } from '@/lib/form-issues'
import { storable } from '@/lib/storable'
import { callerOf } from './caller'
import { isOwnOrigin } from './own-origin'
import { problem, problemOf } from './problem'
import { readForm } from './read-form'

/** One operation of the API: read by its route and by the OpenAPI document alike. */
export type Operation<
  Params extends z.ZodType = z.ZodType,
  Query extends z.ZodType = z.ZodType,
  Body extends z.ZodType = z.ZodType,
  Answer extends z.ZodType = z.ZodType,
> = {
  method: 'get' | 'post'
  /** As OpenAPI writes it: `/cases/{id}`. */
  path: string
  summary: string
  params?: Params
  query?: Query
  body?: Body
  /** The body is a form with a file, not JSON; its own id makes it safe to be sent again. */
  multipart?: boolean
  answer: Answer
  status?: number
}

type Given<O extends Operation> = {
  viewer: Viewer
  params: z.output<NonNullable<O['params']>>
  query: z.output<NonNullable<O['query']>>
  body: z.output<NonNullable<O['body']>>
  request: Request
}

type Context = { params: Promise<Record<string, string>> }

/**
 * Makes the route handler of an operation: caller (401), on writes own origin or a token that may
 * (403), parameters and query (400), body (415, 422), then the work, its errors as RFC 9457.
 */
export function serve<O extends Operation>(
  operation: O,
  work: (given: Given<O>) => Promise<z.input<O['answer']> | Response>,
) {
  return async (request: Request, context: Context): Promise<Response> => {
    try {
      const { viewer, by, writes } = await callerOf(request)
      if (operation.method === 'post' && by === 'session' && !isOwnOrigin(request))
        return await problem(403, { code: 'foreignOrigin' })
      if (operation.method === 'post' && !writes)
        return await problem(403, { code: 'tokenReadOnly' })
      const params = (operation.params ?? z.unknown()).safeParse(await context.params)
      if (!params.success)
        return await problem(400, {
          code: 'badParameter',
          errors: fieldErrors(params.error.issues, {}),
        })
      const asked = Object.fromEntries(new URL(request.url).searchParams)
      const query = (operation.query ?? z.strictObject({})).safeParse(asked)
      if (!query.success)
        return await problem(400, {
          code: 'badParameter',
          errors: fieldErrors(query.error.issues, asked),
        })
      const body = operation.body ? await readBody(request, operation) : undefined
      if (body instanceof Response) return body
      const given = { viewer, params: params.data, query: query.data, body, request } as Given<O>
      const where = { path: operation.path }
      const result = await loggingDenied(viewer, () => work(given), where)
      if (result instanceof Response) return result
      if (operation.method === 'get') return tagged(request, result)
      return Response.json(result, {
        status: operation.status ?? 200,
        headers: { 'cache-control': 'no-store' },
      })
    } catch (error) {
      // What a reader gets wrong is in the address: a cursor that is none, an id nobody gave out.
      const misread = operation.method === 'get' && error instanceof InvalidInput
      return misread
        ? problem(400, { code: 'badParameter', errors: error.issues })
        : problemOf(error)
    }
  }
}

/** What was read, marked with a hash of itself; nothing again for whoever still has the same. */
function tagged(request: Request, result: unknown): Response {
  const body = JSON.stringify(result)
  const etag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 27)}"`
  const headers = { etag, 'cache-control': 'private, no-cache', vary: 'cookie, authorization' }
  const known = request.headers.get('if-none-match')?.split(',') ?? []
  if (known.some((one) => one.trim().replace(/^W\//, '') === etag)) {
    return new Response(null, { status: 304, headers })
  }
  return new Response(body, { headers: { ...headers, 'content-type': 'application/json' } })
}

async function readBody(request: Request, operation: Operation): Promise<unknown> {
  const given = operation.multipart ? await readForm(request) : await readJson(request)
  if (given instanceof Response) return given
  const parsed = operation.body?.safeParse(given)
  if (!parsed?.success) {
    const issues = parsed?.error.issues ?? []
    return problem(422, { code: 'invalidInput', errors: fieldErrors(issues, given) })
  }
  return parsed.data
}

async function readJson(request: Request): Promise<unknown> {
  if (!request.headers.get('content-type')?.startsWith('application/json')) {
    return problem(415, { code: 'jsonOnly' })
  }
  try {
    return JSON.parse(await request.text(), (_, value) =>
      typeof value === 'string' ? storable(value) : value,
    )
  } catch {
    return problem(400, { code: 'notJson' })
  }
}
