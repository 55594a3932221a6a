import type { Viewer } from '@/lib/access/viewer-types'
import { readGate } from '@/lib/cases/gate-facts'
import { read } from '@/lib/db'
import { defaultRuleSet } from '@/lib/rule-sets/defaults'

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
