import { useLocale, useTranslations } from 'next-intl'
import { TextLink } from '@/components/ui/link'
import type { StoredItem } from '@/lib/appraisals/stored'
import { formatDay } from '@/lib/i18n/format'

const paths: Record<string, string> = {
  notice: '/notices',
  request: '/coordination',
  instruction: '/instructions',
}

/** One line of the list behind a figure: where, what, and why it counts or does not. */
export function ItemLine({ item }: { item: StoredItem }) {
  const path = paths[item.kind]
  const href = path ? `${path}/${item.id}` : item.caseId ? `/cases/${item.caseId}` : null
  const name = item.village || item.label
  const words = useItemWords(item)
  return (
    <li className={item.counts < item.of ? '' : 'text-ink-2'}>
      {href ? <TextLink href={href}>{name}</TextLink> : name}
      {words ? ` · ${words}` : ''}
      {` · ${item.counts}/${item.of}`}
    </li>
  )
}

function useItemWords(item: StoredItem): string {
  const t = useTranslations('appraisals.item')
  const terms = useTranslations('terms')
  const watch = useTranslations('watchList')
  const locale = useLocale()
  const { kind, label, dueOn, doneOn, result, filled, expected, met, counts, of } = item
  const day = (value: string) => formatDay(value, locale)
  const dated = dueOn
    ? [t('due', { due: day(dueOn) }), doneOn ? t('done', { done: day(doneOn) }) : t('notDone')]
    : []
  const results: Record<string, string> = {
    ...{ KEPT: t('kept'), PARTLY: t('partly'), BROKEN: t('broken'), VERIFIED: t('verified') },
  }
  const [survey, number = ''] = label.split(':')
  const said: Record<string, string[]> = {
    slots: [
      t('filled', {
        slots: (filled ?? []).map((slot) => terms(`slot.${slot as 'WORK_TEAM'}`)).join(' '),
      }),
    ],
    contacts: [t('met', { expected: expected?.length ?? 0, met: met?.length ?? 0 })],
    survey: [
      survey === 'MEETING' || survey === 'HOUSEHOLD'
        ? watch(`survey.${survey}`, { number })
        : label,
      t('votes', { counts, of }),
    ],
    commitment: [
      terms(`commitmentPosition.${label as 'VILLAGE_SECRETARY'}`),
      dated[0] ?? '',
      (result && results[result]) || t('unjudged'),
    ],
    problem: [label, result ? t('verified') : t('notVerified')],
    followUp: [t('month', { month: label }), ...dated],
  }
  return (said[kind] ?? [label, ...dated]).filter(Boolean).join(' · ')
}
