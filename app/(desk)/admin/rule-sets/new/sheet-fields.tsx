import { useTranslations } from 'next-intl'
import { HiddenField, NumberField } from '@/components/form/fields'
import { RowsField } from '@/components/form/rows-field'
import { moves } from '@/lib/plans/moves'
import { problemCategories } from '@/lib/problem-kinds/schema'
import type { RuleSet } from '@/lib/rule-sets/schema'

/** The score sheet of acceptances and where its grades begin. */
export function SheetFields({ rules }: { rules: RuleSet }) {
  const t = useTranslations('ruleSets')
  const terms = useTranslations('terms')
  const { items, grades } = rules.scoreSheet
  return (
    <>
      <RowsField
        name="ruleSet.scoreSheet.items"
        label={t('section.sheet')}
        hint={t('sheetTotal')}
        add={t('addItem')}
        min={1}
        max={60}
        rows={items.map(({ code, move, category, title, max }) => ({
          code,
          move,
          category,
          'title.zh': title.zh,
          'title.en': title.en,
          max: String(max),
        }))}
        columns={[
          { name: 'code', label: '', kind: 'hidden' },
          { name: 'title.zh', label: t('field.itemTitleZh'), kind: 'text', max: 100, span: 6 },
          { name: 'title.en', label: t('field.itemTitleEn'), kind: 'text', max: 200, span: 6 },
          {
            name: 'move',
            label: t('field.itemMove'),
            kind: 'select',
            span: 4,
            options: moves.map((value) => ({ value, label: terms(`move.${value}`) })),
          },
          {
            name: 'category',
            label: t('field.itemCategory'),
            kind: 'select',
            span: 4,
            options: problemCategories.map((value) => ({
              value,
              label: terms(`categoryLong.${value}`),
            })),
          },
          { name: 'max', label: t('field.itemMax'), kind: 'number', span: 4 },
        ]}
      />
      <fieldset>
        <legend className="pb-2 font-semibold">{t('section.grades')}</legend>
        <div className="grid gap-4 sm:grid-cols-2 lg:grid-cols-4">
          {grades.map((grade, index) => {
            const name = (field: string) => `ruleSet.scoreSheet.grades.${index}.${field}`
            return (
              <div key={grade.code}>
                <HiddenField name={name('code')} value={grade.code} />
                <HiddenField name={name('title.zh')} value={grade.title.zh} />
                <HiddenField name={name('title.en')} value={grade.title.en} />
                <NumberField
                  name={name('from')}
                  label={`${terms(`grade.${grade.code}`)} · ${t('field.gradeFrom')}`}
                  defaultValue={grade.from}
                />
              </div>
            )
          })}
        </div>
      </fieldset>
    </>
  )
}
