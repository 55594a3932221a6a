import { close } from '@/lib/closure/commands'
import { addDays, type Day, toDay } from '@/lib/dates'
import { recordFollowUp } from '@/lib/follow-ups/commands'
import { as, caseNow, officeOf, type Telling } from './context'
import { type CaseScript, decisionsUntil } from './listing'
import { townshipAccount } from './people'

/** close: number, basis, the decisions the rule set requires, signers. */
export async function tellClosing(telling: Telling, script: CaseScript, caseId: string, on: Day) {
  const office = await as(telling, officeOf(telling), on)
  const closing = telling.batches.get(script.batch)?.ruleSet.decisions.closing ?? []
  const [first] = script.stories
  await close(office, {
    caseId,
    version: (await caseNow(telling, caseId, on)).version,
    number: `销〔${on.slice(0, 4)}〕${script.number}号`,
    basis: '乡镇初验、县级验收均通过，经县委组织部部务会研究同意销号。',
    closedOn: on,
    summary: `${first?.solution ?? ''}组织生活正常开展，群众认可度明显提高。`,
    signers: [
      {
        name: telling.users.get(`${townshipAccount(script.township)}-2`)?.name ?? '',
        post: '党委副书记',
        organisation: '乡镇党委',
      },
      { name: office.name, post: '组织科科长', organisation: '县委组织部' },
    ],
    decisions: decisionsUntil(closing, on, '同意销号'),
  })
}

/** Every follow-up that was due before `until`, each a few days early. */
export async function tellFollowUps(
  telling: Telling,
  script: CaseScript,
  caseId: string,
  until: Day,
) {
  const { followUps } = await caseNow(telling, caseId, until)
  for (const followUp of followUps) {
    const on = addDays(toDay(followUp.dueOn), -2)
    if (on > until) continue
    await recordFollowUp(await as(telling, townshipAccount(script.township), on), {
      caseId,
      followUpId: followUp.id,
      version: followUp.version,
      doneOn: on,
      result: 'STABLE',
      text: '班子运转正常，组织生活按期开展，走访群众反映良好，未发现反弹。',
    })
  }
}
