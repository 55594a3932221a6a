import { useLocale, useTranslations } from 'next-intl'
import { RowsField } from '@/components/form/rows-field'
import type { ProblemCategory } from '@/prisma/generated/enums'

type FindingRowsProps = {
  kinds: { id: string; category: ProblemCategory; titleZh: string; titleEn: string }[]
  label: string
  min: number
  /** Whether the form asks if the township may read the 内部 part: its own parts it reads anyway. */
  asksTownship: boolean
}

/** Findings of a screening: kind from the dictionary by category, problem, cause, evidence, 内部. */
export function FindingRows({ kinds, label, min, asksTownship }: FindingRowsProps) {
  const t = useTranslations('candidates')
  const terms = useTranslations('terms.categoryLong')
  const english = useLocale() === 'en'
  return (
    <RowsField
      name="findings"
      label={label}
      hint={t('findingsHint')}
      add={t('addFinding')}
      min={min}
      max={30}
      columns={[
        {
          name: 'kindId',
          label: t('kind'),
          kind: 'select',
          span: 6,
          options: kinds.map((kind) => ({
            value: kind.id,
            label: english ? kind.titleEn : kind.titleZh,
            group: terms(kind.category),
          })),
        },
        { name: 'title', label: t('problem'), kind: 'text', max: 200, span: 6 },
        { name: 'cause', label: t('cause'), kind: 'area', optional: true, span: 6 },
        { name: 'evidence', label: t('evidence'), kind: 'area', optional: true, span: 6 },
        {
          name: 'internal.text',
          label: t('internalText'),
          hint: t('internalHint'),
          kind: 'area',
          max: 2000,
          optional: true,
          span: 8,
        },
        {
          name: 'internal.paperFileNo',
          label: t('paperFileNo'),
          kind: 'text',
          max: 100,
          optional: true,
          span: 4,
        },
        ...(asksTownship
          ? [
              {
                name: 'internal.forTownship',
                label: t('forTownship'),
                kind: 'checkbox' as const,
                span: 12 as const,
              },
            ]
          : []),
      ]}
    />
  )
}
