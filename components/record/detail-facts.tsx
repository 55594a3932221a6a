import { useLocale, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { Fact } from '@/components/ui/facts'
import { formatDay, formatNumber } from '@/lib/i18n/format'
import type { Applied } from '@/lib/records/details'
import { discussionSteps } from '@/lib/records/discussion-schema'
import { fieldsOf, type RecordField } from '@/lib/records/form-fields'
import type { RegulationCode } from '@/lib/regulations/codes'
import type { RecordKind } from '@/prisma/generated/enums'

/** The typed fields of a record in words, drawn from the same descriptions as its form. */
export function useDetailFacts() {
  const t = useTranslations('records')
  const words = useFieldWords()
  const titles = useTranslations('terms.postTitle')
  return (kind: RecordKind, detail: Record<string, unknown>): Fact[] => {
    const { posts = [], reserve } = detail as Applied
    const fields = fieldsOf[kind].filter(
      ({ type }) => type !== 'post' && type !== 'elected' && type !== 'reserve',
    )
    const told = fields.flatMap((field): Fact[] =>
      field.type === 'discussion'
        ? discussionSteps.map((step) => ({
            label: t(`field.${step}`),
            value: words({ name: step, type: 'discussion' }, detail[step]),
          }))
        : [{ label: t(`field.${field.name as 'name'}`), value: words(field, detail[field.name]) }],
    )
    const became = posts.map(({ title, before, after }) =>
      t('page.became', {
        title: titles(title),
        before: before ?? t('page.nobody'),
        after: after ?? t('page.nobody'),
      }),
    )
    return [
      ...(became.length > 0 ? [{ label: t('field.posts'), value: became.join('、') }] : []),
      ...(reserve ? [{ label: t('field.reserve'), value: reserve }] : []),
      ...told,
    ]
  }
}

/** The value of one field in words; nothing where nothing was written. */
export function useFieldWords() {
  const t = useTranslations('records')
  const terms = useTranslations('terms.recordOption')
  const regulations = useTranslations('terms.regulation')
  const locale = useLocale()
  return ({ name, type }: Pick<RecordField, 'name' | 'type'>, value: unknown): ReactNode => {
    if (value === undefined || value === null || value === '') return null
    if (type === 'discussion') {
      const { day, due, present, votes } = value as Record<string, number & string>
      const told = [due, present, votes].some((count) => count !== undefined)
      const counts = told
        ? t('page.step', {
            due: due ?? 'none',
            present: present ?? 'none',
            votes: votes ?? 'none',
          }).replace(/[，,]\s*$/, '')
        : ''
      return [day && formatDay(day, locale), counts].filter(Boolean).join(' · ')
    }
    if (type === 'regulation') return regulations(value as RegulationCode)
    if (type === 'day') return formatDay(String(value), locale)
    if (type === 'choice') return terms.has(value as 'MU') ? terms(value as 'MU') : String(value)
    if (type === 'yuan') return `${formatNumber(Number(value))} ${t('unit.yuan')}`
    if (type === 'decimal') return formatNumber(Number(value))
    if (name === 'year') return String(value)
    if (type === 'whole') return formatNumber(Number(value))
    return <span className="measure block whitespace-pre-wrap">{String(value)}</span>
  }
}
