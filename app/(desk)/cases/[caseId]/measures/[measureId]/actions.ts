'use server'
import { action } from '@/lib/action'
import {
  askExtension as ask,
  grantExtension as grant,
  refuseExtension as refuse,
  withdrawExtension as withdraw,
} from '@/lib/extensions/commands'
import {
  askExtensionInput,
  grantExtensionInput,
  refuseExtensionInput,
  withdrawExtensionInput,
} from '@/lib/extensions/schema'
import {
  addProgress as add,
  finishMeasure as finish,
  reopenMeasure as reopen,
} from '@/lib/measures/commands'
import { addProgressInput, finishMeasureInput, reopenMeasureInput } from '@/lib/measures/schema'

const said = (code: string) => () => ({ say: { code: `measures.done.${code}` } })

export const addProgress = action({ schema: addProgressInput, run: add, done: said('progress') })
export const finishMeasure = action({
  schema: finishMeasureInput,
  run: finish,
  done: said('finished'),
})
export const reopenMeasure = action({
  schema: reopenMeasureInput,
  run: reopen,
  done: said('reopened'),
})
export const askExtension = action({ schema: askExtensionInput, run: ask, done: said('asked') })
export const withdrawExtension = action({
  schema: withdrawExtensionInput,
  run: withdraw,
  done: said('withdrawn'),
})
export const grantExtension = action({
  schema: grantExtensionInput,
  run: grant,
  done: said('granted'),
})
export const refuseExtension = action({
  schema: refuseExtensionInput,
  run: refuse,
  done: said('refused'),
})
