import { useLocale, useTranslations } from 'next-intl'
import { TextLink } from '@/components/ui/link'
import { formatDay } from '@/lib/i18n/format'
import type { DraftMessage } from '@/lib/plans/standing'

/** What a draft lacks, or should be looked at, each line leading to the place in the editor. */
export function StandingList({ caseId, messages }: { caseId: string; messages: DraftMessage[] }) {
  const errors = useTranslations('errors')
  const field = useTranslations('plans.field')
  const locale = useLocale()
  return (
    <ul className="list-disc ps-5">
      {messages.map(({ code, params = {}, anchor }) => {
        const values = Object.fromEntries(
          Object.entries(params).map(([name, value]) => [
            name,
            typeof value === 'string' ? formatDay(value, locale) : value,
          ]),
        )
        const section = anchor.startsWith('section-') ? anchor.slice('section-'.length) : ''
        const words = errors(code as 'sectionEmpty', values)
        return (
          <li key={`${code} ${anchor}`}>
            <TextLink href={`/cases/${caseId}/plan/edit#${anchor}`}>
              {section ? `${field(section as 'facts')}：${words}` : words}
            </TextLink>
          </li>
        )
      })}
    </ul>
  )
}
