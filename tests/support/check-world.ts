import { transaction } from '@/lib/db'
import { newId } from '@/lib/ids'
import { planRound } from '@/lib/inspections/commands'
import { planRoundInput } from '@/lib/inspections/schema'
import { assignSpotChecks } from '@/lib/spot-checks/assign'
import { submitSpotCheck } from '@/lib/spot-checks/report-commands'
import { submitCheckInput } from '@/lib/spot-checks/schema'
import { defaultSheet } from '@/lib/spot-checks/sheet'
import type { InspectionMethod } from '@/prisma/generated/enums'
import { bind, caseAt } from './case-at'
import { addCast } from './cast'
import { makeWorld } from './world'

export const answers = {
  ...{ team: '正常', measures: '一致', resident: 'yes', helper: 'yes' },
  disclosure: '按期公开',
}
export const finding = {
  ...{ kind: 'DISCLOSURE', gravity: 'SERIOUS', text: '公开栏三个月没有更新。' },
}

export const report = (spotCheckId: string, change: object = {}) =>
  submitCheckInput.parse({
    ...{ id: newId(), spotCheckId, visitedOn: '2026-03-10', answers, conclusion: 'NO_PROBLEM' },
    ...change,
  })

/** How a command ended, as an HTTP status. */
export const status = (work: Promise<unknown>) =>
  work.then(
    () => 200,
    (error) => error.status ?? error,
  )

/** A world with an open and an undercover round, in which checks are assigned and submitted. */
export async function makeCheckWorld() {
  const world = await makeWorld()
  await addCast(world)
  const v = (who: string) => world.viewer(`A.${who}`)
  const user = (who: string) => world.users[`A.${who}`] ?? ''
  const rounds = new Map<InspectionMethod, string>()
  for (const method of ['OPEN', 'COVERT'] as const) {
    const plan = { title: `第${method}轮`, method, fromOn: '2026-03-01', toOn: '2026-06-30' }
    const round = planRoundInput.parse({ ...plan, scope: 'EVERY_VILLAGE', questions: defaultSheet })
    rounds.set(method, await planRound(await v('office'), round))
  }
  return {
    ...{ world, v, user },
    /** An open case of the village, with its helper unit and work team. */
    kaseOf: async (village: string) => {
      const { caseId } = await caseAt(world, 'RECTIFYING', { village })
      await bind(world, village, caseId, 'HELPER_UNIT')
      await bind(world, village, caseId, 'WORK_TEAM')
      return caseId
    },
    assign: async (village: string, method: InspectionMethod, inspectors = ['inspector']) => {
      const viewer = await v('office')
      const check = {
        villageId: world.villages[village] ?? '',
        inspectorIds: inspectors.map(user),
        dueOn: '2026-03-31',
      }
      const round = { roundId: rounds.get(method) ?? '', method, sheet: defaultSheet }
      const [id = ''] = await transaction(viewer, (tx) =>
        assignSpotChecks(tx, { viewer }, { ...round, checks: [check] }),
      )
      return id
    },
    submit: async (id: string, change: object = {}, who = 'inspector') =>
      submitSpotCheck(await v(who), report(id, change)),
  }
}

export type CheckWorld = Awaited<ReturnType<typeof makeCheckWorld>>
