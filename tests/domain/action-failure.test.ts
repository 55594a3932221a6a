import { describe, expect, test, vi } from 'vitest'
import { failure } from '@/lib/action-failure'
import { Conflict, Forbidden, InvalidInput, NotFound, RuleBroken, Unauthorized } from '@/lib/errors'

const logged = vi.hoisted(() => vi.fn())
vi.mock('@/lib/log', () => ({ log: () => ({ error: logged }) }))
vi.mock('next-intl/server', () => ({
  getLocale: async () => 'zh-CN',
  getTranslations: async () => Object.assign(() => '', { has: () => false }),
}))

describe('an error of a command, as the form shows it', () => {
  test('refusals carry their code', async () => {
    expect(await failure(new Forbidden('ownWork'))).toEqual({
      status: 'refused',
      message: { code: 'ownWork', params: {} },
    })
    expect(await failure(new NotFound())).toMatchObject({ message: { code: 'notFound' } })
    expect(await failure(new Unauthorized())).toMatchObject({ message: { code: 'signedOut' } })
  })

  test('a broken rule lands by its field, or lists all its reasons', async () => {
    const late = new RuleBroken('tooEarly', { field: 'deadline', min: '2026-03-03' })
    expect(await failure(late)).toEqual({
      status: 'invalid',
      fieldErrors: { deadline: [{ code: 'tooEarly', params: { min: '2026-03-03' } }] },
    })
    const gate = new RuleBroken('gateClosed', {}, [{ code: 'a' }, { code: 'b', params: { n: 2 } }])
    expect(await failure(gate)).toMatchObject({
      status: 'refused',
      reasons: [{ code: 'a' }, { code: 'b', params: { n: 2 } }],
    })
  })

  test('input that the data refuse lands by each field', async () => {
    const error = new InvalidInput([
      { field: 'rows.0.title', code: 'taken' },
      { field: 'rows.0.title', code: 'tooLong', params: { max: 9 } },
    ])
    expect(await failure(error)).toEqual({
      status: 'invalid',
      fieldErrors: {
        'rows.0.title': [
          { code: 'taken', params: {} },
          { code: 'tooLong', params: { max: 9 } },
        ],
      },
    })
  })

  test('a conflict says who changed it and when, in Shanghai', async () => {
    const meanwhile = { by: '覃书记', at: '2026-03-02T16:05:00Z', kind: 'planReturned' }
    expect(await failure(new Conflict(undefined, {}, meanwhile))).toMatchObject({
      status: 'conflict',
      message: { code: 'changedMeanwhile' },
      conflict: { by: '覃书记', at: '2026年3月3日 00:05' },
    })
  })

  test('anything else is logged under the number that the form shows, and nothing of it leaks', async () => {
    const error = new Error('password=secret')
    const state = await failure(error)
    expect(state).toEqual({ status: 'failed', errorId: expect.stringMatching(/^[0-9a-f-]{36}$/) })
    expect(logged).toHaveBeenCalledWith({ err: error, errorId: state.errorId }, expect.anything())
  })
})
