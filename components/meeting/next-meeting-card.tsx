import { useLocale, useTranslations } from 'next-intl'
import { ActionForm } from '@/components/form/action-form'
import { HiddenField } from '@/components/form/fields'
import { LinkButton } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import type { FormAction } from '@/lib/form-state'
import { formatDay, formatWeekday } from '@/lib/i18n/format'
import type { Meeting } from '@/lib/meetings/queries'

type NextMeetingCardProps = {
  coming: Meeting['coming']
  /** Whether the viewer sets and cancels the date. */
  calls: boolean
  cancel: FormAction
}

/** When the next 调度会 is, and how many of the measures asked about have been answered. */
export function NextMeetingCard({ coming, calls, cancel }: NextMeetingCardProps) {
  const t = useTranslations('meeting')
  const locale = useLocale()
  if (!coming) {
    if (!calls) return null
    return (
      <div className="screen-only">
        <Card
          title={t('next')}
          aside={
            <LinkButton size="sm" href="/meeting/call">
              {t('call')}
            </LinkButton>
          }
        >
          <p className="text-md text-ink-2">{t('noNext')}</p>
        </Card>
      </div>
    )
  }
  const day = formatDay(coming.heldOn, locale)
  return (
    <Card
      title={`${t('next')}${locale === 'en' ? ': ' : '：'}${t('nextOn', { day, weekday: formatWeekday(coming.heldOn, locale) })}`}
    >
      <p className="text-md">{t('answers', coming.answers)}</p>
      {calls ? (
        <div className="screen-only pt-3">
          <ActionForm action={cancel} submit={t('cancel')} tone="plain">
            <HiddenField name="meetingId" value={coming.id} />
            <HiddenField name="version" value={String(coming.version)} />
          </ActionForm>
        </div>
      ) : null}
    </Card>
  )
}
