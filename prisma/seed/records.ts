import { addDays, type Day } from '@/lib/dates'
import { read } from '@/lib/db'
import { newId } from '@/lib/ids'
import { fundsDueOf } from '@/lib/records/check-funds'
import { addRecord } from '@/lib/records/commands'
import { addRecordInput } from '@/lib/records/schema'
import { as, officeOf, type Telling } from './context'
import { townshipAccount } from './people'
import { articleProjects, articleText, type RecordWords, recordWords } from './record-words'
import { openCasesOf } from './visits'

type Told = Awaited<ReturnType<typeof openCasesOf>>[number]

/**
 * Half a year of work records on the villages being rectified, by those bound to each, under their
 * own accounts; a few entered late (补录). The leading teams stay as they are.
 */
export async function tellRecords(telling: Telling, today: Day) {
  for (const [number, kase] of (await openCasesOf(telling, today)).entries()) {
    for (const [index, words] of recordWords.entries()) {
      if ((number + index) % 3 === 2 && words.kind !== 'FUNDS') continue
      const day = addDays(today, -words.ago - (number % 5))
      if (day > kase.since) await tellRecord(telling, kase, words, { day, today })
    }
  }
}

async function tellRecord(
  telling: Telling,
  kase: Told,
  { role, kind, text, detail }: RecordWords,
  { day, today }: { day: Day; today: Day },
) {
  const account = kase.accounts.find(([one]) => one === role)?.[1]
  if (!account) return
  const viewer = await as(telling, account, today)
  const entered = day.endsWith('3') ? addDays(day, 6) : day
  const typed =
    kind === 'FUNDS' ? await fundsOf(telling, kase.id, day) : withDays(kind, detail ?? {}, day)
  await addRecord(
    { ...viewer, today: entered > today ? today : entered },
    addRecordInput.parse({ id: newId(), caseId: kase.id, kind, day, text, detail: typed }),
  )
}

/** The steps before the decision, each some days earlier, and its disclosure. */
function withDays(kind: RecordWords['kind'], detail: object, day: Day): object {
  if (kind !== 'FOUR_DISCUSSIONS') return detail
  const steps = detail as Record<'branch' | 'committees' | 'members', object>
  return {
    ...detail,
    branch: { ...steps.branch, day: addDays(day, -12) },
    committees: { ...steps.committees, day: addDays(day, -9) },
    members: { ...steps.members, day: addDays(day, -4) },
    decisionPublishedOn: day,
  }
}

/** A year's funds by the rule; the least where the population is not known. */
async function fundsOf(telling: Telling, caseId: string, day: Day) {
  const office = await as(telling, officeOf(telling), day)
  const due = await read(office, async (tx) => {
    const { villageId } = await tx.case.findUniqueOrThrow({
      where: { id: caseId },
      select: { villageId: true },
    })
    return fundsDueOf(tx, { id: caseId, villageId })
  })
  const year = Number(day.slice(0, 4))
  return { year, officeFunds: due?.officeFunds ?? 15_000, supplement: due?.supplement ?? 0 }
}

/** The projects that the article tells of 河岭村, on its closed case; the day is the closing's. */
export async function tellArticleProjects(telling: Telling, caseId: string, day: Day, today: Day) {
  const township = await as(telling, townshipAccount('450223103'), today)
  for (const detail of articleProjects) {
    await addRecord(
      township,
      addRecordInput.parse({
        ...{ id: newId(), caseId, kind: 'PROJECT', day, text: articleText },
        detail: { ...detail, unit: 'MU' },
      }),
    )
  }
}
