import { useLocale, useTranslations } from 'next-intl'
import { TextField } from '@/components/form/fields'
import { RowsField } from '@/components/form/rows-field'
import { TextAreaField } from '@/components/form/text-area-field'
import { pointsOf } from '@/lib/appraisals/points'
import type { ReadSheet } from '@/lib/appraisals/queries'

const exact = (hundredths: number | null) => (hundredths === null ? '' : pointsOf(hundredths))

/** Who headed the organisation, and the scores as they are verified. */
export function VerifyFields({ sheet, values, appraisal }: ReadSheet) {
  const t = useTranslations('appraisals')
  const lang = useLocale() === 'en' ? 'en' : 'zh'
  return (
    <>
      <RowsField
        name="heads"
        label={t('head.title')}
        add={t('head.add')}
        of="person"
        min={1}
        max={10}
        rows={
          sheet.heads.length > 0
            ? sheet.heads
            : [{ name: '', post: '', from: appraisal.from, to: appraisal.to }]
        }
        columns={[
          { name: 'name', label: t('head.name'), kind: 'text', max: 50, span: 6 },
          { name: 'post', label: t('head.post'), kind: 'text', optional: true, max: 100, span: 6 },
          { name: 'from', label: t('head.from'), kind: 'date', span: 6 },
          { name: 'to', label: t('head.to'), kind: 'date', span: 6 },
        ]}
      />
      {values
        .filter(({ score }) => score !== null)
        .map((row) => (
          <div key={row.code} className="grid gap-3 sm:grid-cols-2">
            <TextField
              name={`lines.${row.code}.score`}
              label={t('verify.score', {
                title: row.indicator?.title[lang] ?? row.code,
                score: exact(row.score),
                full: exact(row.effective),
              })}
              defaultValue={exact(row.counts)}
              maxLength={6}
            />
            <TextField
              name={`lines.${row.code}.note`}
              label={t('verify.note')}
              defaultValue={row.verifyNote}
              optional
              maxLength={2000}
            />
          </div>
        ))}
      <TextAreaField
        name="note"
        label={t('verify.sheetNote')}
        rows={2}
        optional
        defaultValue={sheet.note}
      />
    </>
  )
}

/** Self-scores against the full weights. */
export function SelfFields({ values }: Pick<ReadSheet, 'values'>) {
  const t = useTranslations('appraisals')
  const lang = useLocale() === 'en' ? 'en' : 'zh'
  return values.map((row) => (
    <div key={row.code} className="grid gap-3 sm:grid-cols-2">
      <TextField
        name={`lines.${row.code}.score`}
        label={t('self.score', {
          title: row.indicator?.title[lang] ?? row.code,
          full: row.weight.toFixed(2),
        })}
        defaultValue={exact(row.selfScore)}
        maxLength={6}
      />
      <TextField
        name={`lines.${row.code}.note`}
        label={t('self.note')}
        defaultValue={row.selfNote}
        optional
        maxLength={2000}
      />
    </div>
  ))
}
