import { useLocale, useTranslations } from 'next-intl'
import { Badge } from '@/components/ui/badge'
import { Card } from '@/components/ui/card'
import { TextLink } from '@/components/ui/link'
import { Table } from '@/components/ui/table'
import { DemoMark } from '@/components/village/demo-mark'
import { nearDay } from '@/lib/cases/light-words'
import { type Day, toDay } from '@/lib/dates'
import type { SpotCheckState } from '@/prisma/generated/enums'

type Check = {
  id: string
  state: SpotCheckState
  dueOn: Date
  submittedOn: Date | null
  inspectorNames: string[]
  village: { name: string; demo: boolean; township: { name: string } }
}

const tones = { ASSIGNED: 'amber', SUBMITTED: 'green', RECUSED: 'red', CANCELLED: 'grey' } as const

/** The checks of a round that the viewer reads. */
export function RoundChecks({ checks, today }: { checks: readonly Check[]; today: Day }) {
  const t = useTranslations('inspections.checks')
  const states = useTranslations('terms.spotCheckState')
  const locale = useLocale()
  const near = (date: Date) => nearDay(toDay(date), today, locale)
  return (
    <Card title={t('title')} flush>
      <Table
        caption={t('title')}
        rows={[...checks]}
        rowKey={({ id }) => id}
        empty={<p className="muted px-4 pb-4">{t('none')}</p>}
        columns={[
          {
            head: t('village'),
            main: true,
            cell: ({ id, village }) => (
              <>
                <TextLink href={`/spot-checks/${id}`}>{village.name}</TextLink>
                <DemoMark village={village} />
              </>
            ),
          },
          { head: t('township'), nowrap: true, cell: ({ village }) => village.township.name },
          { head: t('inspectors'), cell: ({ inspectorNames }) => inspectorNames.join('、') },
          { head: t('due'), nowrap: true, cell: ({ dueOn }) => near(dueOn) },
          {
            head: t('state'),
            cell: ({ state, submittedOn }) => (
              <span className="flex flex-wrap items-center gap-2">
                <Badge tone={tones[state]}>{states(state)}</Badge>
                {submittedOn ? (
                  <span className="muted text-md">{t('submitted', { on: near(submittedOn) })}</span>
                ) : null}
              </span>
            ),
          },
        ]}
      />
    </Card>
  )
}
