import { expect, test } from 'vitest'
import { isDatabaseAway } from '@/lib/database-away'

const wrapped = (cause: object) =>
  Object.assign(new Error('Database error.'), {
    code: 'P2039',
    meta: { driverAdapterError: Object.assign(new Error('adapter'), { cause }) },
  })

test.each([
  ['refused by the network', Object.assign(new Error(), { code: 'ECONNREFUSED' })],
  ['cut', new Error('Connection terminated unexpectedly')],
  ['cut before', new Error('Client has encountered a connection error and is not queryable')],
  ['shut down', wrapped({ code: '57P01' })],
  ['taking no connections', wrapped({ code: '55000', severity: 'FATAL' })],
  ['full', wrapped({ code: '53300' })],
  ['no connection in time', Object.assign(new Error(), { code: 'P2024' })],
])('the database is away: %s', (_, error) => {
  expect(isDatabaseAway(error)).toBe(true)
})

test.each([
  ['nothing', undefined],
  ['a unique index', Object.assign(new Error(), { code: 'P2002' })],
  ['a statement it does not take', wrapped({ code: '22021', severity: 'ERROR' })],
  ['a mistake of ours', new TypeError('x is not a function')],
])('the database is there: %s', (_, error) => {
  expect(isDatabaseAway(error)).toBe(false)
})
