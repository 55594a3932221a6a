import { useLocale, useTranslations } from 'next-intl'
import { Card } from '@/components/ui/card'
import type { OverviewRow } from '@/lib/cases/overview-queries'
import { toDay } from '@/lib/dates'
import { formatDay } from '@/lib/i18n/format'
import type { InternalNotes } from '@/lib/internal-notes/queries'
import { InternalNote } from './internal-note'

type Decisions = OverviewRow['decisions']

/** The meeting decisions a case rests on, by what they decided. */
export function DecisionsCard(props: { decisions: Decisions; internal: InternalNotes }) {
  const { decisions, internal } = props
  const t = useTranslations('cases.overview')
  const terms = useTranslations('terms')
  const locale = useLocale()
  const purposes = [...new Set(decisions.map(({ purpose }) => purpose))]
  return (
    <Card title={t('decisions')} flush>
      {purposes.map((purpose) => (
        <section key={purpose} className="border-t border-line px-4 py-3">
          <h3 className="text-md">{terms(`decisionPurpose.${purpose}`)}</h3>
          <ol>
            {decisions
              .filter((decision) => decision.purpose === purpose)
              .map((decision) => (
                <li
                  key={decision.id}
                  className="grid gap-x-4 py-1.5 text-md sm:grid-cols-[8.5rem_minmax(0,1fr)]"
                >
                  <span className="text-ink-2">{formatDay(toDay(decision.decidedOn), locale)}</span>
                  <span>
                    {decision.step ? terms(`decisionStep.${decision.step}`) : decision.body}
                    <span className="ms-2 text-ink-2">
                      {[decision.step ? decision.body : '', decision.documentNo, decision.result]
                        .filter(Boolean)
                        .join(' · ')}
                    </span>
                    <InternalNote notes={internal[decision.id]} />
                  </span>
                </li>
              ))}
          </ol>
        </section>
      ))}
    </Card>
  )
}
