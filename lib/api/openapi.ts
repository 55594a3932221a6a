import { z } from 'zod'
import { verbInputs } from '@/lib/cases/verb-inputs'
import { operations } from './operations'
import { partInputs } from './part-inputs'
import type { Operation } from './serve'

const problemSchema = z.object({
  type: z.string(),
  title: z.string(),
  status: z.number().int(),
  detail: z.string().optional(),
  code: z.string(),
  errors: z.unknown().optional(),
})

/** The OpenAPI 3.1 document of `/api/v1`, made from the very schemas that the routes check with. */
export function openApiDocument() {
  const paths: Record<string, Record<string, unknown>> = {}
  for (const [id, operation] of Object.entries(operations) as [string, Operation][]) {
    if (id === 'advance' || id === 'act') continue
    place(paths, operation.path, operation.method, documented(id, operation))
  }
  for (const [verb, input] of Object.entries(verbInputs)) {
    const path = `/cases/{id}/${verb}`
    const params = operations.readCase.params
    place(
      paths,
      path,
      'post',
      documented(verb, {
        ...operations.advance,
        path,
        summary: `${verb}: a verb of the case`,
        params,
        body: (input as z.ZodObject).omit({ caseId: true }),
      }),
    )
  }
  for (const [part, { key, inputs }] of Object.entries(partInputs)) {
    for (const [act, input] of Object.entries(inputs)) {
      const path = `/${part}/{id}/${act}`
      // The id stands in the path.
      const body = (input as z.ZodObject).omit({ [key]: true } as Record<never, true>)
      const summary = `${act}: an act on ${part}`
      const params = operations.readCase.params
      const operation = { ...operations.act, path, summary, params, body }
      place(paths, path, 'post', documented(`${part}.${act}`, operation))
    }
  }
  return {
    openapi: '3.1.0',
    info: { title: '一村一策 · One Village, One Plan', version: '1' },
    servers: [{ url: '/api/v1' }],
    security: [{ session: [] }, { token: [] }],
    paths,
    components: {
      securitySchemes: {
        session: { type: 'apiKey', in: 'cookie', name: 'next-auth.session-token' },
        token: { type: 'http', scheme: 'bearer', description: 'A personal access token (ovop_…)' },
      },
      schemas: { Problem: schemaOf(problemSchema, 'output') },
    },
  }
}

function place(
  paths: Record<string, Record<string, unknown>>,
  path: string,
  method: string,
  what: unknown,
) {
  paths[path] = { ...paths[path], [method]: what }
}

function documented(operationId: string, operation: Operation) {
  const problems = {
    content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
  }
  const type = operation.multipart ? 'multipart/form-data' : 'application/json'
  const key = operation.method === 'post' && !operation.multipart ? [header('Idempotency-Key')] : []
  return {
    operationId,
    summary: operation.summary,
    parameters: [
      ...parameters('path', operation.params),
      ...parameters('query', operation.query),
      ...key,
    ],
    ...(operation.body && {
      requestBody: {
        required: true,
        content: { [type]: { schema: schemaOf(operation.body, 'input') } },
      },
    }),
    responses: {
      [operation.status ?? 200]: {
        description: 'Done',
        content: { 'application/json': { schema: schemaOf(operation.answer, 'output') } },
      },
      ...(operation.method === 'get' && { 304: { description: 'Same as `If-None-Match` names' } }),
      default: { description: 'RFC 9457 problem', ...problems },
    },
  }
}

function parameters(place: 'path' | 'query', schema: z.ZodType | undefined) {
  if (!schema) return []
  const { properties = {}, required = [] } = schemaOf(schema, 'input') as {
    properties?: Record<string, unknown>
    required?: string[]
  }
  return Object.entries(properties).map(([name, schema]) => ({
    name,
    in: place,
    required: required.includes(name),
    schema,
  }))
}

function header(name: string) {
  return { name, in: 'header', required: true, schema: { type: 'string', maxLength: 200 } }
}

function schemaOf(schema: z.ZodType, io: 'input' | 'output') {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io, unrepresentable: 'any' })
  return rest
}
