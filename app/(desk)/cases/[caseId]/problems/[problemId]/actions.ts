'use server'
import { action } from '@/lib/action'
import {
  changeProblem as change,
  reopenProblem as reopen,
  solveProblem as solve,
  verifyProblem as verify,
} from '@/lib/problems/commands'
import {
  changeProblemInput,
  reopenProblemInput,
  solveProblemInput,
  verifyProblemInput,
} from '@/lib/problems/schema'

const said = (code: string) => () => ({ say: { code: `problems.done.${code}` } })

export const changeProblem = action({
  schema: changeProblemInput,
  run: change,
  done: said('changed'),
})
export const solveProblem = action({ schema: solveProblemInput, run: solve, done: said('solved') })
export const verifyProblem = action({
  schema: verifyProblemInput,
  run: verify,
  done: said('verified'),
})
export const reopenProblem = action({
  schema: reopenProblemInput,
  run: reopen,
  done: said('reopened'),
})
