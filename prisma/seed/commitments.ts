import { draftCommitment } from '@/lib/commitments/commands'
import { switchDisclosure } from '@/lib/commitments/disclose-commands'
import { draftCommitmentInput } from '@/lib/commitments/schema'
import {
  acceptCommitment,
  evaluateCommitment,
  publishCommitment,
  reportCommitment,
} from '@/lib/commitments/step-commands'
import { addDays, type Day } from '@/lib/dates'
import { newId } from '@/lib/ids'
import type { CommitmentLevel } from '@/prisma/generated/enums'
import { commitmentWords } from './commitment-words'
import { as, officeOf, type Telling } from './context'
import type { CaseScript } from './listing'
import { townshipAccount } from './people'
import type { Step } from './rectifying'
import { committing } from './villages'

/** When the commitments of a case were made, until when, and how far each level has come. */
type Told = {
  made: Day
  due: Day
  /** `reported` waits for its evaluation, `late` was never reported; left out: only published. */
  reach: Partial<Record<CommitmentLevel, 'drafted' | 'reported' | 'evaluated' | 'late'>>
  /** When it was reported; evaluated four days later. */
  reported: Day
}

const levels = ['TOWNSHIP', 'SECRETARY', 'MEMBER'] as const

/** The three commitments of a case as steps, day by day with everything else that happened. */
export function commitmentSteps(
  telling: Telling,
  script: CaseScript,
  caseId: string,
  told: Told,
): Step[] {
  return levels.flatMap((level) => {
    const words = commitmentWords[level][script.number % commitmentWords[level].length]
    if (!words) return []
    const { evidence, reason, ...content } = words
    const reach = told.reach[level]
    const commitmentId = newId()
    const township = townshipAccount(script.township)
    const judge = level === 'MEMBER' ? `${township}-2` : officeOf(telling)
    const step = (on: Day, account: string, tell: (viewer: Viewer) => Promise<unknown>): Step => ({
      on,
      tell: async () => {
        await tell(await as(telling, account, on))
      },
    })
    const dueOn = reach === 'late' ? addDays(told.reported, -3) : told.due
    const draft = draftCommitmentInput.parse({ id: commitmentId, caseId, level, dueOn, ...content })
    const steps = [
      step(told.made, township, (viewer) => draftCommitment(viewer, draft)),
      step(addDays(told.made, 3), judge, (viewer) =>
        acceptCommitment(viewer, { commitmentId, version: 1, note: '' }),
      ),
      step(addDays(told.made, 5), township, (viewer) =>
        publishCommitment(viewer, { commitmentId, version: 2 }),
      ),
      step(told.reported, township, (viewer) =>
        reportCommitment(viewer, {
          ...{ commitmentId, version: 3, evidence },
          evidenceOn: addDays(told.reported, -1),
        }),
      ),
      step(addDays(told.reported, 4), judge, (viewer) =>
        evaluateCommitment(viewer, { commitmentId, version: 4, result: 'KEPT', reason }),
      ),
    ]
    const count = { drafted: 1, late: 3, reported: 4, evaluated: 5 }
    return steps.slice(0, reach ? count[reach] : 3)
  })
}

/** Villages without a case publish too; then the county office can switch the public page on. */
export async function tellDisclosure(telling: Telling, today: Day) {
  const day = (offset: number) => addDays(today, offset)
  for (const [index, { stem, township }] of committing.entries()) {
    const words = commitmentWords.SECRETARY[index % commitmentWords.SECRETARY.length]
    if (!words) continue
    const { evidence: _, reason: __, ...content } = words
    const commitmentId = newId()
    const villageId = telling.villages.get(`${stem}演示村`)
    const made = { id: commitmentId, villageId, level: 'SECRETARY', dueOn: day(70 + index * 20) }
    const draft = draftCommitmentInput.parse({ ...made, ...content })
    await draftCommitment(await as(telling, townshipAccount(township), day(-50)), draft)
    await acceptCommitment(await as(telling, officeOf(telling), day(-47)), {
      ...{ commitmentId, version: 1, note: '' },
    })
    await publishCommitment(await as(telling, townshipAccount(township), day(-45)), {
      ...{ commitmentId, version: 2 },
    })
  }
  await switchDisclosure(await as(telling, officeOf(telling), day(-30)), { on: 'yes' })
}

type Viewer = Awaited<ReturnType<typeof as>>
