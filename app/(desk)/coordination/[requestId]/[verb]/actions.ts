'use server'
import { action } from '@/lib/action'
import {
  answerRequest,
  declineRequest,
  returnRequest,
  routeRequest,
  settleRequest,
  withdrawRequest,
} from '@/lib/coordination/commands'
import {
  answerRequestInput,
  declineRequestInput,
  returnRequestInput,
  routeRequestInput,
  settleRequestInput,
  withdrawRequestInput,
} from '@/lib/coordination/schema'

const to = (requestId: string) => `/coordination/${requestId}`

export const route = action({
  schema: routeRequestInput,
  permission: 'coordination.route',
  run: routeRequest,
  done: (_, { requestId }) => ({ to: to(requestId), say: { code: 'coordination.done.route' } }),
})

export const decline = action({
  schema: declineRequestInput,
  permission: 'coordination.route',
  run: declineRequest,
  done: (_, { requestId }) => ({ to: to(requestId), say: { code: 'coordination.done.decline' } }),
})

export const answer = action({
  schema: answerRequestInput,
  permission: 'coordination.answer',
  run: answerRequest,
  done: (_, { requestId }) => ({ to: to(requestId), say: { code: 'coordination.done.answer' } }),
})

export const settle = action({
  schema: settleRequestInput,
  permission: 'coordination.settle',
  run: settleRequest,
  done: (_, { requestId }) => ({ to: to(requestId), say: { code: 'coordination.done.settle' } }),
})

export const sendBack = action({
  schema: returnRequestInput,
  permission: 'coordination.settle',
  run: returnRequest,
  done: (_, { requestId }) => ({ to: to(requestId), say: { code: 'coordination.done.return' } }),
})

export const withdraw = action({
  schema: withdrawRequestInput,
  permission: 'coordination.raise',
  run: withdrawRequest,
  done: (_, { requestId }) => ({ to: to(requestId), say: { code: 'coordination.done.withdraw' } }),
})
