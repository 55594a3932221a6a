import { useTranslations } from 'next-intl'
import { DrawStateBadge } from '@/components/inspection/round-state'
import { LinkButton } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { Row, RowList } from '@/components/ui/row-list'
import type { Beside } from '@/lib/dashboards/beside'

/** Draws that wait for their next step. */
export function DrawsCard({ draws }: { draws: Beside['draws'] }) {
  const t = useTranslations('inspections')
  if (draws.length === 0) return null
  return (
    <Card title={t('draws.title')} flush>
      <RowList>
        {draws.map(({ id, number, state, round }) => (
          <Row
            key={id}
            tag={<DrawStateBadge state={state} />}
            title={round.title}
            sub={t('draws.nth', { number })}
            action={
              <LinkButton size="sm" href={`/inspections/draws/${id}`}>
                {t(`home.${state}`)}
              </LinkButton>
            }
          />
        ))}
      </RowList>
    </Card>
  )
}
