'use server'
import { action } from '@/lib/action'
import { reportProblem as report } from '@/lib/problems/commands'
import { addProblemInput } from '@/lib/problems/schema'

export const reportProblem = action({
  schema: addProblemInput,
  run: report,
  done: (_, { caseId }) => ({
    to: `/cases/${caseId}/plan#problems`,
    say: { code: 'problems.done.added' },
  }),
})
