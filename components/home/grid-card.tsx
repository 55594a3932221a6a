import { useTranslations } from 'next-intl'
import { Card } from '@/components/ui/card'
import { LightCount } from '@/components/ui/light'
import { TextLink } from '@/components/ui/link'
import { Table } from '@/components/ui/table'
import { caseListHref } from '@/lib/cases/list-filter'
import { road } from '@/lib/cases/steps'
import type { GridRow } from '@/lib/dashboards/figures'

/** Townships by stage with the worst light of each cell; every figure opens its list. */
export function GridCard({ rows }: { rows: GridRow[] }) {
  const t = useTranslations('home')
  const terms = useTranslations('terms.stage')
  return (
    <Card flush title={t('grid')} aside={t('gridAside')}>
      {/* Ten columns stand beside the bands, also in English and in large text. */}
      <div className="[&_:is(th,td):not(:first-child,:last-child)]:px-1.5! [&_th:not(:first-child)]:whitespace-normal! [&_th]:break-keep! [&_th]:wrap-normal!">
        <Table
          caption={t('grid')}
          wide
          rows={rows}
          rowKey={(row) => row.id}
          columns={[
            {
              head: t('township'),
              main: true,
              nowrap: true,
              cell: ({ id, name }) => (
                <TextLink href={caseListHref({ township: id })}>{name}</TextLink>
              ),
            },
            ...road.map((stage) => ({
              head: terms(stage),
              align: 'center' as const,
              cell: ({ id, name, cells }: GridRow) => {
                const cell = cells[stage]
                return cell ? (
                  <LightCount
                    colour={cell.colour}
                    count={cell.count}
                    href={caseListHref({ township: id, stage })}
                    label={`${name} ${terms(stage)}`}
                  />
                ) : null
              },
            })),
            {
              head: t('total'),
              align: 'end',
              cell: ({ id, name, total }) => (
                <TextLink
                  href={caseListHref({ township: id, state: 'standing' })}
                  aria-label={`${name} ${t('total')} ${total}`}
                >
                  {total}
                </TextLink>
              ),
            },
          ]}
        />
      </div>
    </Card>
  )
}
