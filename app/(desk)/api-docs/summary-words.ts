import { getTranslations } from 'next-intl/server'
import type { ShownOperation } from '@/lib/api/readable'
import { verbs } from '@/lib/cases/workflow'

const isVerb = (id: string) => (verbs as readonly string[]).includes(id)

/** What an operation does, in the viewer's language; a verb of a case by its name everywhere else. */
export async function summaryWords() {
  const t = await getTranslations('apiDocs.summary')
  const terms = await getTranslations('terms.verb')
  return ({ id, summary }: ShownOperation): string => {
    if (isVerb(id)) return terms(id as never)
    const key = id.replace('.', '_') as never
    return t.has(key) ? t(key) : summary
  }
}
