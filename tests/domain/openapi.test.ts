import { expect, test } from 'vitest'
import { openApiDocument } from '@/lib/api/openapi'
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
