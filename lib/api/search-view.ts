import 'server-only'
import type { Viewer } from '@/lib/access/viewer-types'
import { InvalidInput } from '@/lib/errors'
import { search } from '@/lib/search/queries'
import { termOf } from '@/lib/search/term'

/** What the page's search finds for the same words, as the API tells it. */
export async function searchFor(viewer: Viewer, q: string) {
  const term = termOf(q)
  if (!term) throw new InvalidInput([{ field: 'q', code: 'required' }])
  const { cases, villages, ...rest } = await search(viewer, term)
  return {
    text: term.text,
    shortened: term.shortened,
    cases,
    villages: {
      more: villages.more,
      items: villages.items.map(({ id, code, name, township }) => ({
        id,
        code,
        name,
        township: { code: township.id, name: township.name },
      })),
    },
    ...rest,
  }
}
