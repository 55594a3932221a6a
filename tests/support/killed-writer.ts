import { loadSession } from '@/lib/access/load-viewer'
import { oneTransaction } from '@/lib/db'
import { reportProblem } from '@/lib/problems/commands'

/*
 * A process made to be killed: adds problems to a case as fast as it can (`loop`), or adds one and
 * holds the transaction open (`hold`). Says "writing" once it is at it.
 */
const [mode = '', sessionId = '', caseId = '', kindId = '', today = ''] = process.argv.slice(2)
const state = await loadSession(sessionId, { today, idleHours: 12 })
if (!state) throw new Error('no session')
const { viewer } = state
const add = (title: string) =>
  reportProblem(viewer, { caseId, kindId, title, cause: '', evidence: '' })

if (mode === 'hold') {
  await oneTransaction(viewer, async () => {
    await add('未提交的问题')
    console.log('writing')
    await new Promise((resolve) => setTimeout(resolve, 60_000))
  })
}
for (let round = 0; ; round++) {
  await Promise.all([0, 1, 2, 3].map((lane) => add(`问题${round}.${lane}`)))
  if (round === 0) console.log('writing')
}
