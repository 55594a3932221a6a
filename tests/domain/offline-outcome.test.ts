import { describe, expect, test } from 'vitest'
import { outcomeOf } from '@/lib/offline/outcome'

describe('what an answer means', () => {
  const json = 'application/json'
  const problem = 'application/problem+json; charset=utf-8'
  test.each([
    [
      { status: 201, type: json, body: { id: 'x', version: 2 } },
      { kind: 'stored', version: 2 },
    ],
    [{ status: 200, type: 'text/html', body: {} }, { kind: 'unreachable' }],
    [{ status: 200, type: json, body: { portal: true } }, { kind: 'unreachable' }],
    [{ status: 404, type: 'text/html', body: {} }, { kind: 'unreachable' }],
    [{ status: 503, type: problem, body: { code: 'databaseAway' } }, { kind: 'unreachable' }],
    [{ status: 401, type: problem, body: { code: 'unauthorized' } }, { kind: 'signIn' }],
    [{ status: 401, type: 'text/html', body: {} }, { kind: 'unreachable' }],
    [
      {
        status: 422,
        type: problem,
        body: {
          code: 'invalidInput',
          detail: '有误',
          errors: [{ field: 'day', code: 'dateInFuture' }],
        },
      },
      {
        kind: 'refused',
        refusal: {
          code: 'invalidInput',
          detail: '有误',
          fields: { day: [{ code: 'dateInFuture' }] },
        },
      },
    ],
    [
      {
        status: 422,
        type: problem,
        body: { code: 'invalidInput', errors: { found: [{ code: 'required' }] } },
      },
      {
        kind: 'refused',
        refusal: { code: 'invalidInput', detail: '', fields: { found: [{ code: 'required' }] } },
      },
    ],
    [
      { status: 500, type: problem, body: { code: 'unexpected', detail: '出错' } },
      { kind: 'failing', refusal: { code: 'unexpected', detail: '出错', fields: {} } },
    ],
  ])('%j', (answer, outcome) => {
    expect(outcomeOf(answer)).toEqual(outcome)
  })
})
