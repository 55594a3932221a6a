import { useLocale, useTranslations } from 'next-intl'
import { Card } from '@/components/ui/card'
import { Facts } from '@/components/ui/facts'
import { toDay } from '@/lib/dates'
import { formatDay } from '@/lib/i18n/format'
import type { ShownInstruction } from '@/lib/instructions/select'

/** What the leader wrote, to whom, and what was done about it. */
export function InstructionFacts({ instruction: row }: { instruction: ShownInstruction }) {
  const t = useTranslations('coordination')
  const locale = useLocale()
  const day = (date: Date | null) => (date ? formatDay(toDay(date), locale) : '')
  const by = (name: string, date: Date | null) => [name, day(date)].filter(Boolean).join(' ')
  const text = (words: string) => <span className="measure block whitespace-pre-wrap">{words}</span>
  const onBehalf = row.recordedById !== row.leaderId
  return (
    <Card>
      <Facts
        columns={1}
        items={[
          { label: t('village'), value: row.village?.name },
          { label: t('leader'), value: row.leaderName },
          { label: t('givenOn'), value: day(row.givenOn) },
          { label: t('text'), value: text(row.text) },
          { label: t('addressee'), value: row.organisation.name },
          ...(row.dueOn ? [{ label: t('answerBy'), value: day(row.dueOn) }] : []),
          ...(onBehalf ? [{ label: t('recordedBy'), value: row.recordedByName }] : []),
          ...(row.answer
            ? [
                { label: t(row.answeredOn ? 'answer' : 'lastAnswer'), value: text(row.answer) },
                { label: t('answeredBy'), value: by(row.answeredByName, row.answeredOn) },
              ]
            : []),
          ...(row.returns > 0
            ? [
                { label: t('returned', { count: row.returns }), value: text(row.returnReason) },
                { label: t('returnedBy'), value: by(row.returnedByName, row.returnedOn) },
              ]
            : []),
        ]}
      />
    </Card>
  )
}
