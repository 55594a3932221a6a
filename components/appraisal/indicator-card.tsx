import { useLocale, useTranslations } from 'next-intl'
import { Badge } from '@/components/ui/badge'
import { Card } from '@/components/ui/card'
import { Fold } from '@/components/ui/fold'
import { Table } from '@/components/ui/table'
import { pointsOf } from '@/lib/appraisals/points'
import type { ReadSheet } from '@/lib/appraisals/queries'
import { ItemLine } from './item-line'

/** Every indicator: its weight, what was counted of all, the score, and the list behind it. */
export function IndicatorCard({ sheet, values, rules, appraisal }: ReadSheet) {
  const t = useTranslations('appraisals')
  const lang = useLocale() === 'en' ? 'en' : 'zh'
  const self = values.some(({ selfScore }) => selfScore !== null)
  return (
    <Card
      title={t('sheet.indicators')}
      flush
      foot={
        <>
          <p>
            {t('sheet.total')} <b>{pointsOf(sheet.verified)}</b>
          </p>
          <p>{t('sheet.spread')}</p>
        </>
      }
    >
      <Table
        caption={t('sheet.indicators')}
        rows={values}
        rowKey={(row) => row.id}
        columns={[
          {
            head: t('sheet.indicator'),
            main: true,
            cell: (row) => (
              <div className="grid gap-0.5">
                <span className="font-medium">{row.indicator?.title[lang] ?? row.code}</span>
                <span className="text-sm font-normal text-ink-2">
                  {t(`formula.${row.formula as 'measuresOnTime'}`)}
                  {lang === 'zh' && row.indicator ? `（${row.indicator.source}）` : ''}
                </span>
                {row.items.length === 0 ? (
                  <span className="text-sm font-normal text-ink-2">{t('sheet.noList')}</span>
                ) : (
                  <div className="screen-only font-normal">
                    <Fold label={t('sheet.list', { count: row.items.length })}>
                      <ul className="grid gap-1 text-md">
                        {row.items.map((item) => (
                          <ItemLine key={item.id} item={item} />
                        ))}
                      </ul>
                    </Fold>
                  </div>
                )}
              </div>
            ),
          },
          { head: t('sheet.weight'), align: 'end', cell: (row) => row.weight },
          {
            head: t('sheet.figure'),
            align: 'end',
            nowrap: true,
            cell: (row) =>
              row.denominator === 0 ? t('notApplicable') : `${row.numerator}/${row.denominator}`,
          },
          {
            head: t('sheet.effective'),
            align: 'end',
            cell: (row) => (row.denominator === 0 ? '—' : pointsOf(row.effective)),
          },
          ...(self
            ? [
                {
                  head: t('sheet.self'),
                  align: 'end' as const,
                  cell: (row: ReadSheet['values'][number]) => (
                    <>
                      {pointsOf(row.selfScore)}
                      {row.recheck ? (
                        <div>
                          <Badge tone="amber">
                            {t('sheet.recheck', { percent: rules.recheckPercent })}
                          </Badge>
                        </div>
                      ) : null}
                    </>
                  ),
                },
              ]
            : []),
          { head: t('sheet.computed'), align: 'end', cell: (row) => pointsOf(row.score) },
          {
            head: t(appraisal.state === 'OPEN' ? 'sheet.verified' : 'sheet.counts'),
            align: 'end',
            cell: (row) => (
              <>
                <b>{pointsOf(row.counts)}</b>
                {row.verifyNote ? (
                  <div className="text-start text-sm text-ink-2">{row.verifyNote}</div>
                ) : null}
              </>
            ),
          },
        ]}
      />
    </Card>
  )
}
