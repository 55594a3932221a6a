import { useLocale, useTranslations } from 'next-intl'
import { Facts } from '@/components/ui/facts'
import { toDay } from '@/lib/dates'
import { formatDay } from '@/lib/i18n/format'
import type { InspectionMethod, RoundScope, RoundState } from '@/prisma/generated/enums'

type RoundFactsProps = {
  round: {
    year: number
    number: number
    method: InspectionMethod
    scope: RoundScope
    state: RoundState
    fromOn: Date
    toOn: Date
    townshipIds: string[]
    purpose: string
    createdByName: string
    createdOn: Date
    closingNote: string
    closedOn: Date | null
    publishedOn: Date | null
    publishedByName: string
  }
  townships: readonly { id: string; name: string }[]
}

/** What was laid down for a round, and how it ended. */
export function RoundFacts({ round, townships }: RoundFactsProps) {
  const t = useTranslations('inspections')
  const methods = useTranslations('terms.inspectionMethod')
  const locale = useLocale()
  const day = (date: Date) => formatDay(toDay(date), locale)
  const named = townships.filter(({ id }) => round.townshipIds.includes(id))
  const closing = round.state === 'CANCELLED' ? 'cancelled' : 'ended'
  return (
    <Facts
      columns={2}
      items={[
        {
          label: t('number'),
          value: t('numberOf', { year: String(round.year), number: round.number }),
        },
        { label: t('method'), value: methods(round.method) },
        { label: t('period'), value: `${day(round.fromOn)} – ${day(round.toOn)}` },
        { label: t('scope'), value: t(`scopes.${round.scope}`) },
        {
          label: t('townships'),
          value: named.length > 0 ? named.map(({ name }) => name).join('、') : t('everyTownship'),
        },
        {
          label: t('createdBy'),
          value: t('createdByOn', { name: round.createdByName, on: day(round.createdOn) }),
        },
        {
          label: t('purpose'),
          value: round.purpose ? (
            <span className="whitespace-pre-wrap">{round.purpose}</span>
          ) : null,
        },
        {
          label: t('state'),
          value: round.closedOn ? (
            <>
              {t(`closing.${closing}`, { on: day(round.closedOn) })}
              {round.closingNote ? (
                <span className="block whitespace-pre-wrap">{round.closingNote}</span>
              ) : null}
            </>
          ) : null,
        },
        {
          label: t('published'),
          value: round.publishedOn
            ? t('closing.published', { name: round.publishedByName, on: day(round.publishedOn) })
            : null,
        },
      ]}
    />
  )
}
