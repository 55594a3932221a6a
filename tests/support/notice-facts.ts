import type { Viewer } from '@/lib/access/viewer-types'
import { readGate } from '@/lib/cases/gate-facts'
import { read } from '@/lib/db'
import { draftNotice } from '@/lib/notices/draft-commands'
import { readNotice } from '@/lib/notices/queries'
import { replyNotice } from '@/lib/notices/reply-commands'
import { draftNoticeInput } from '@/lib/notices/schema'
import { signNotice } from '@/lib/notices/sign-commands'
import { receiveNotice } from '@/lib/notices/step-commands'
import { defaultRuleSet } from '@/lib/rule-sets/defaults'
import type { World } from './world'

/** What the gate of the county pass misses of the notices of a case. */
export async function readFacts(viewer: Viewer, caseId: string): Promise<string[]> {
  const items = await read(viewer, (tx) =>
    readGate(tx, caseId, 'countyPass', defaultRuleSet, viewer.today),
  )
  const notices = items.find(({ code }) => code === 'noticesClosed')
  return notices?.missing.map(({ code }) => code) ?? []
}

/** The smallest thing that is a PDF by its content. */
export function pdf(name: string): File {
  return new File(['%PDF-1.4\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n'], name, {
    type: 'application/pdf',
  })
}

/** Notices of county A, from a draft of its office to its helper unit on; dates as on `worldDay`. */
export function noticesOf(world: World) {
  const office2 = () => world.viewer('A.office-2')
  const helper = () => world.viewer('A.helper')

  const content = (change: object = {}) =>
    draftNoticeInput.parse({
      kind: 'SUPERVISION',
      addresseeId: world.organisations['A.helper'],
      title: '帮扶项目推进缓慢问题',
      facts: '帮扶项目资金到位已两个月，尚未开工。',
      basis: '整顿方案',
      demand: '明确专人，十日内开工。',
      dueOn: '2026-03-20',
      ...change,
    })

  /** A notice of its own, drafted by the office; `now` reads it anew. */
  async function drafted(change: object = {}, who = 'A.office') {
    const id = await draftNotice(await world.viewer(who), content(change))
    const now = async (viewer = 'A.office', today?: string) =>
      readNotice(await world.viewer(viewer, today), id)
    const on = async () => ({ noticeId: id, version: (await now()).notice.version })
    const sign = async () => signNotice(await office2(), await on())
    const receive = async () => receiveNotice(await helper(), await on())
    const reply = async (text = '已开工', files: File[] = []) =>
      replyNotice(await helper(), { ...(await on()), text, files })
    return { id, now, on, sign, receive, reply }
  }

  return { content, drafted }
}
