import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { openApiDocument } from '@/lib/api/openapi'
import { operations } from '@/lib/api/operations'
import { partInputs } from '@/lib/api/part-inputs'
import { verbs } from '@/lib/cases/workflow'

const document = openApiDocument()

test('every verb of the life of a case is described with its input and its key', () => {
  for (const verb of verbs) {
    const operation = document.paths[`/cases/{id}/${verb}`]?.post as {
      parameters: { name: string; in: string }[]
      requestBody: { content: { 'application/json': { schema: { required?: string[] } } } }
    }
    expect(operation, verb).toBeDefined()
    expect(operation.parameters.map((one) => `${one.in} ${one.name}`)).toEqual([
      'path id',
      'header Idempotency-Key',
    ])
    const { required = [] } = operation.requestBody.content['application/json'].schema
    expect(required).toContain('version')
    expect(required).not.toContain('caseId')
  }
})

test('every act on a part of a case is described with its input and its key', () => {
  for (const [part, { key, inputs }] of Object.entries(partInputs)) {
    for (const act of Object.keys(inputs)) {
      const operation = document.paths[`/${part}/{id}/${act}`]?.post as {
        operationId: string
        parameters: { name: string; in: string }[]
        requestBody: { content: { 'application/json': { schema: { required?: string[] } } } }
      }
      expect(operation?.operationId).toBe(`${part}.${act}`)
      expect(operation.parameters.map((one) => `${one.in} ${one.name}`)).toEqual([
        'path id',
        'header Idempotency-Key',
      ])
      const { required = [] } = operation.requestBody.content['application/json'].schema
      const letter = part === 'coordination' || part === 'instructions'
      expect(required).toEqual(expect.arrayContaining(letter ? ['version'] : ['caseId', 'version']))
      expect(required).not.toContain(key)
    }
  }
})

test('every operation that a route serves is described, and nothing else', () => {
  const served = readdirSync('app/api/v1', { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('route.ts') && !file.startsWith('openapi.json'))
    .flatMap((file) => {
      const source = readFileSync(`app/api/v1/${file}`, 'utf8')
      return [...source.matchAll(/serve\(operations\.(\w+)/g)].map((found) => found[1])
    })
  expect(served.sort()).toEqual(Object.keys(operations).sort())
  for (const [id, operation] of Object.entries(operations)) {
    if (id === 'advance' || id === 'act') continue
    expect(document.paths[operation.path]?.[operation.method], id).toMatchObject({
      operationId: id,
    })
  }
})

test.each([
  '/problems',
  '/plans',
  '/measures',
  '/extensions',
  '/acceptances',
  '/closures',
  '/coordination',
  '/instructions',
  '/organisations',
])('%s is a list by pages', (path) => {
  const list = document.paths[path]?.get as {
    parameters: { name: string }[]
    responses: Record<
      string,
      { content: { 'application/json': { schema: { required: string[] } } } }
    >
  }
  const names = list.parameters.map((one) => one.name)
  expect(names).toEqual(expect.arrayContaining(['limit', 'cursor']))
  if (path !== '/organisations') expect(names).toEqual(expect.arrayContaining(['case', 'township']))
  expect(list.responses[200]?.content['application/json'].schema.required).toEqual([
    'items',
    'nextCursor',
    'total',
  ])
})

test('a session and a personal access token open it', () => {
  expect(document.security).toEqual([{ session: [] }, { token: [] }])
  expect(document.components.securitySchemes.token).toMatchObject({ scheme: 'bearer' })
})

test('filters and pages of lists are described as they are checked', () => {
  const list = document.paths['/cases']?.get as {
    parameters: { name: string; schema: { maximum?: number } }[]
  }
  expect(list.parameters.map((one) => one.name)).toEqual([
    'batch',
    'township',
    'stage',
    'light',
    'q',
    'limit',
    'cursor',
  ])
  expect(list.parameters.find((one) => one.name === 'limit')?.schema.maximum).toBe(100)
})
