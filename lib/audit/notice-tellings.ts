import type { EventKind } from './events'
import { type Tell, tell, type Words } from './telling'

/** What supervision notices say. */
export const noticeTellings = {
  noticeDrafted: (d, w) => tell({ ...told(d, w), dueOn: w.day(d.dueOn) }),
  noticeEdited: (d, w) => tell({ ...told(d, w), dueOn: w.day(d.dueOn) }),
  noticeWithdrawn: (d, w) => tell(told(d, w), d.reason),
  noticeSigned: (d, w) => tell({ ...told(d, w), dueOn: w.day(d.dueOn) }),
  noticeReceived: (d, w) => tell(told(d, w)),
  noticeReplied: (d, w) => tell(told(d, w), d.text),
  noticeReturned: (d, w) => tell({ ...told(d, w), dueOn: w.day(d.dueOn) }, d.reason),
  noticeVerified: (d, w) => tell(told(d, w), d.text),
  noticeClosed: (d, w) => tell(told(d, w), d.text),
  noticeReissued: (d, w) => tell({ ...told(d, w), by: d.by }),
} satisfies { [K in EventKind]?: Tell<K> }

function told(
  d: { notice: string; reference: string; title: string; addressee: string },
  { term }: Words,
) {
  const { reference, title, addressee } = d
  return { notice: term('noticeKind', d.notice), reference, title, addressee }
}
