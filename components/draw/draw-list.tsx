import { useTranslations } from 'next-intl'
import { Card } from '@/components/ui/card'
import { Fold } from '@/components/ui/fold'
import { Table } from '@/components/ui/table'
import type { ListedInspector, ListedVillage } from '@/lib/draws/list'

type DrawListProps = {
  strata: readonly { township: string; villages: readonly ListedVillage[] }[]
  inspectors: readonly ListedInspector[]
}

/** The frozen list by township, and the inspectors with how much they are excluded from. */
export function FrozenList({ strata, inspectors }: DrawListProps) {
  const t = useTranslations('inspections.draw')
  return (
    <Card title={t('list')}>
      <div className="grid gap-1">
        {strata.map(({ township, villages }) => (
          <Fold key={township} label={`${township} · ${villages.length}`}>
            <p className="text-md">
              {villages.map(({ code, name, lots }, index) => (
                <span key={code}>
                  {index > 0 ? '、' : ''}
                  {name}
                  {lots > 1 ? ` × ${lots}` : ''}
                </span>
              ))}
            </p>
          </Fold>
        ))}
        <Fold label={`${t('people')} · ${inspectors.length}`}>
          <Table
            caption={t('people')}
            rows={[...inspectors]}
            rowKey={({ key }) => key}
            columns={[
              { head: t('person'), main: true, cell: ({ name }) => name },
              {
                head: t('conflicts'),
                cell: ({ conflicts }) => {
                  const townships = conflicts.filter((one) => one.length === 9).length
                  const villages = conflicts.length - townships
                  if (conflicts.length === 0) return t('conflictsNone')
                  const both = townships > 0 && villages > 0 ? 'yes' : 'no'
                  return t('conflictsCount', { townships, villages, both })
                },
              },
            ]}
          />
        </Fold>
      </div>
    </Card>
  )
}
