import { useLocale, useTranslations } from 'next-intl'
import { DemoMark } from '@/components/village/demo-mark'
import type { Day } from '@/lib/dates'
import { formatDay } from '@/lib/i18n/format'
import type { SubjectKind } from '@/lib/notifications/subjects'
import type { ReminderBasis, ReminderLevel } from '@/prisma/generated/enums'

/** What is overdue, in words. */
export function ReminderWhat({ subject, title }: { subject: SubjectKind; title: string }) {
  const t = useTranslations('reminders.what')
  return t(subject, { title })
}

type WhyProps = {
  basis: ReminderBasis
  level: ReminderLevel
  organisation?: string
  due: Day
  onDay: Day
}

/** Why this person was reminded of it: who they are to it, and the rule of the ladder. */
export function ReminderWhy({ basis, level, organisation = '', due, onDay }: WhyProps) {
  const t = useTranslations('reminders')
  const locale = useLocale()
  const days = { due: formatDay(due, locale), on: formatDay(onDay, locale) }
  return `${t(`because.${basis}`, { organisation, level })}${locale === 'en' ? ' ' : ''}${t(`rule.${level}`, days)}`
}

/** The village it lies in. */
export function ReminderVillage({ village }: { village: { name: string; demo: boolean } }) {
  return (
    <>
      {village.name}
      <DemoMark village={village} />
    </>
  )
}
