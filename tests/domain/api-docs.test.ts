import { expect, test } from 'vitest'
import { openApiDocument } from '@/lib/api/openapi'
import { fieldsOf, readable } from '@/lib/api/readable'
import { verbs } from '@/lib/cases/workflow'
import en from '@/lib/i18n/messages/en/apiDocs.json'
import zh from '@/lib/i18n/messages/zh-CN/apiDocs.json'

const document = openApiDocument()
const groups = readable(document.paths)
const operations = groups.flatMap((group) => group.operations)

test('the page tells every operation of the document once', () => {
  const described = Object.values(document.paths).flatMap((methods) => Object.values(methods))
  expect(operations.map(({ id }) => id).sort()).toEqual(
    (described as { operationId: string }[]).map(({ operationId }) => operationId).sort(),
  )
})

test('in words of both languages, group by group', () => {
  for (const words of [zh, en]) {
    expect(Object.keys(words.group)).toEqual(
      expect.arrayContaining(groups.map(({ group }) => group)),
    )
    const named = operations
      .map(({ id }) => id)
      .filter((id) => !(verbs as readonly string[]).includes(id))
    expect(Object.keys(words.summary)).toEqual(
      expect.arrayContaining(named.map((id) => id.replace('.', '_'))),
    )
  }
})

test('nested fields, limits, choices and what may be absent are told', () => {
  const list = operations.find(({ id }) => id === 'listCases')
  expect(list?.parameters.find(({ name }) => name === 'limit')).toMatchObject({
    place: 'query',
    type: 'integer',
    limits: '1–100',
    preset: '20',
    required: false,
  })
  expect(list?.parameters.find(({ name }) => name === 'light')?.values).toContain('red')
  expect(list?.answer.map(({ name }) => name)).toContain('items[].village.code')
  expect(list?.answer.find(({ name }) => name === 'nextCursor')?.type).toBe('string | null')
  const confirm = operations.find(({ id }) => id === 'confirm')
  expect(confirm?.body.map(({ name }) => name)).toContain('decisions.*.decidedOn')
  expect(confirm?.body.find(({ name }) => name === 'version')).toMatchObject({
    required: true,
    limits: '≥ 1',
  })
})

test('what is no object has no fields', () => {
  expect(fieldsOf({ type: 'string' })).toEqual([])
  expect(fieldsOf(undefined)).toEqual([])
})
