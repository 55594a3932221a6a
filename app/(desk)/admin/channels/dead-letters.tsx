import { getLocale, getTranslations } from 'next-intl/server'
import { ActionForm } from '@/components/form/action-form'
import { HiddenField } from '@/components/form/fields'
import { SubmitButton } from '@/components/form/form-foot'
import { EmptyState } from '@/components/ui/empty-state'
import { Table } from '@/components/ui/table'
import { formatInstant } from '@/lib/i18n/format'
import type { readChannels } from '@/lib/notifications/channel-queries'
import { retryDeliveryAction } from './actions'

type Props = { letters: Awaited<ReturnType<typeof readChannels>>['dead'] }

/** Messages that were given up, each with why and a way to send it again. */
export async function DeadLetters({ letters }: Props) {
  const t = await getTranslations('reminders.channels')
  const errors = await getTranslations('errors')
  const locale = await getLocale()
  return (
    <Table
      caption={t('dead')}
      rows={letters}
      rowKey={({ id }) => id}
      empty={<EmptyState title={t('deadNone')}>{t('deadText')}</EmptyState>}
      columns={[
        { head: t('by'), main: true, cell: ({ by }) => by },
        { head: t('person'), cell: ({ person }) => person ?? t('group') },
        {
          head: t('at'),
          nowrap: true,
          cell: ({ createdAt }) => formatInstant(createdAt, locale),
        },
        { head: t('attempts'), align: 'end', cell: ({ attempts }) => attempts },
        {
          head: t('why'),
          cell: ({ trouble, answer }) => errors(trouble as never, { answer } as never),
        },
        {
          head: t('retry'),
          align: 'end',
          cell: ({ id, by }) => (
            <div className="sm:inline-block">
              <ActionForm action={retryDeliveryAction}>
                <HiddenField name="deliveryId" value={id} />
                <SubmitButton tone="plain" size="sm">
                  {t('retry')}
                  <span className="sr-only">{t('whose', { name: by })}</span>
                </SubmitButton>
              </ActionForm>
            </div>
          ),
        },
      ]}
    />
  )
}
