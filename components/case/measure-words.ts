import { useLocale, useTranslations } from 'next-intl'
import { formatDay } from '@/lib/i18n/format'
import type { PaperMeasure } from '@/lib/plans/paper'

/** Who and until when, as one line each; empty while not entered. */
export function useMeasureWords(measure: PaperMeasure) {
  const t = useTranslations('plans.paper')
  const locale = useLocale()
  const { organisationName, personName, personPost, startOn, dueOn } = measure
  const person = personPost && personName ? t('person', { personName, personPost }) : personName
  const responsible = [organisationName, person].filter(Boolean).join(t('comma'))
  const start = startOn ? formatDay(startOn, locale) : ''
  const due = dueOn ? formatDay(dueOn, locale) : ''
  const period = start && due ? t('fromTo', { start, due }) : due
  return { responsible, period, person, start, due }
}
