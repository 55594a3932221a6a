'use server'
import { action } from '@/lib/action'
import * as assigning from '@/lib/draws/assign-commands'
import * as draws from '@/lib/draws/commands'
import {
  abandonDrawInput,
  assignDrawInput,
  freezeDrawInput,
  makeDrawInput,
  replaceVillageInput,
  seedDrawInput,
} from '@/lib/draws/schema'
import * as rounds from '@/lib/inspections/commands'
import {
  cancelRoundInput,
  changeRoundInput,
  endRoundInput,
  pickVillageInput,
  planRoundInput,
  publishRoundInput,
} from '@/lib/inspections/schema'

const permission = 'inspection.plan'
const toRound = (roundId: string) => `/inspections/${roundId}`
const toDraw = (drawId: string) => `/inspections/draws/${drawId}`

export const planRound = action({
  schema: planRoundInput,
  permission,
  run: rounds.planRound,
  done: (roundId) => ({ to: toRound(roundId), say: { code: 'inspections.done.plan' } }),
})

export const changeRound = action({
  schema: changeRoundInput,
  permission,
  run: rounds.changeRound,
  done: (roundId) => ({ to: toRound(roundId), say: { code: 'inspections.done.edit' } }),
})

export const endRound = action({
  schema: endRoundInput,
  permission,
  run: rounds.endRound,
  done: (_, { roundId }) => ({ to: toRound(roundId), say: { code: 'inspections.done.end' } }),
})

export const cancelRound = action({
  schema: cancelRoundInput,
  permission,
  run: rounds.cancelRound,
  done: (_, { roundId }) => ({ to: toRound(roundId), say: { code: 'inspections.done.cancel' } }),
})

export const publishRound = action({
  schema: publishRoundInput,
  permission,
  run: rounds.publishRound,
  done: (_, { roundId }) => ({ to: toRound(roundId), say: { code: 'inspections.done.publish' } }),
})

export const pickVillage = action({
  schema: pickVillageInput,
  permission,
  run: rounds.pickVillage,
  done: (_, { roundId }) => ({ to: toRound(roundId), say: { code: 'inspections.done.pick' } }),
})

export const freezeDraw = action({
  schema: freezeDrawInput,
  permission,
  run: draws.freezeDraw,
  done: ({ drawId }) => ({ to: toDraw(drawId), say: { code: 'inspections.done.freeze' } }),
})

export const seedDraw = action({
  schema: seedDrawInput,
  permission,
  run: draws.seedDraw,
  done: (_, { drawId }) => ({ to: toDraw(drawId), say: { code: 'inspections.done.seed' } }),
})

export const makeDraw = action({
  schema: makeDrawInput,
  permission,
  run: draws.makeDraw,
  done: (_, { drawId }) => ({ to: toDraw(drawId), say: { code: 'inspections.done.draw' } }),
})

export const abandonDraw = action({
  schema: abandonDrawInput,
  permission,
  run: draws.abandonDraw,
  done: (_, { drawId }) => ({ to: toDraw(drawId), say: { code: 'inspections.done.abandon' } }),
})

export const replaceVillage = action({
  schema: replaceVillageInput,
  permission,
  run: assigning.replaceVillage,
  done: (_, { drawId }) => ({ to: toDraw(drawId), say: { code: 'inspections.done.replace' } }),
})

export const assignDraw = action({
  schema: assignDrawInput,
  permission,
  run: assigning.assignDraw,
  done: ({ roundId }) => ({ to: toRound(roundId), say: { code: 'inspections.done.assign' } }),
})
