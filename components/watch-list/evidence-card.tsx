import { useLocale, useTranslations } from 'next-intl'
import { Card } from '@/components/ui/card'
import { Fold } from '@/components/ui/fold'
import { TextLink } from '@/components/ui/link'
import { formatDay } from '@/lib/i18n/format'
import type { WatchFinding, WatchItem } from '@/lib/watch-list/evidence'

type Props = {
  findings: readonly WatchFinding[]
  ruleVersion: number
  proposedOn: string | null
  checkedOn: string | null
}

/** What the rules found: each figure as counted of all, against its limit, with the list behind it. */
export function EvidenceCard({ findings, ruleVersion, proposedOn, checkedOn }: Props) {
  const t = useTranslations('watchList')
  const locale = useLocale()
  if (findings.length === 0) return null
  const day = (value: string | null) => (value ? formatDay(value, locale) : '')
  return (
    <Card title={t('evidence')}>
      <div className="grid gap-4">
        {findings.map(({ rule, numerator, denominator, limit, items }) => (
          <div key={rule}>
            <p className="font-medium">{t(`rule.${rule}`)}</p>
            <p className="pb-1">
              {t(`finding.${rule}`, {
                ...{ numerator, denominator, limit },
                percent: denominator > 0 ? ((numerator * 100) / denominator).toFixed(1) : '0',
              })}
            </p>
            <Fold label={t('list', { count: items.length })}>
              <ul className="grid gap-1 text-md">
                {items.map((item) => (
                  <Line key={item.id} item={item} />
                ))}
              </ul>
            </Fold>
          </div>
        ))}
        <p className="text-sm text-ink-2">
          {t('evidenceLine', {
            ...{ version: ruleVersion, proposed: day(proposedOn), checked: day(checkedOn) },
          })}
        </p>
      </div>
    </Card>
  )
}

function Line({ item }: { item: WatchItem }) {
  const t = useTranslations('watchList')
  const locale = useLocale()
  const { kind, id, caseId, village, dueOn, counts, of } = item
  const href = kind === 'notice' ? `/notices/${id}` : caseId ? `/cases/${caseId}` : null
  const words = [
    kind === 'survey' ? surveyName(item.label, t) : item.label,
    dueOn ? t('due', { day: formatDay(dueOn, locale) }) : '',
    kind === 'survey' ? t('votes', { counts, of }) : t(counts > 0 ? 'overdue' : 'notYet'),
  ]
  return (
    <li className={counts > 0 && kind !== 'survey' ? '' : 'text-ink-2'}>
      {href ? <TextLink href={href}>{village || item.label}</TextLink> : village}
      {' · '}
      {words.filter(Boolean).join(' · ')}
    </li>
  )
}

/** A survey's label carries its kind and number, for either language. */
function surveyName(label: string, t: ReturnType<typeof useTranslations<'watchList'>>) {
  const [kind, number = ''] = label.split(':')
  return kind === 'MEETING' || kind === 'HOUSEHOLD' ? t(`survey.${kind}`, { number }) : label
}
