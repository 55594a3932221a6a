import { getTranslations } from 'next-intl/server'
import { ActionForm } from '@/components/form/action-form'
import { HiddenField } from '@/components/form/fields'
import { SubmitButton } from '@/components/form/form-foot'
import { Badge } from '@/components/ui/badge'
import { EmptyState } from '@/components/ui/empty-state'
import { Table } from '@/components/ui/table'
import type { FormAction } from '@/lib/form-state'
import type { readChannels } from '@/lib/notifications/channel-queries'
import type { pushedKinds } from '@/lib/notifications/schema'
import { confirmWebhookAction, declineWebhookAction, endWebhookAction } from './actions'

type Subscription = Awaited<ReturnType<typeof readChannels>>['subscriptions'][number]
type Props = { subscriptions: Subscription[]; decides: boolean; userId: string }
type Verb = 'confirm' | 'decline' | 'takeBack' | 'end'

const tones = { ASKED: 'amber', LIVE: 'green', DECLINED: 'grey', ENDED: 'grey' } as const
const actions: Record<Verb, FormAction> = {
  confirm: confirmWebhookAction,
  decline: declineWebhookAction,
  takeBack: endWebhookAction,
  end: endWebhookAction,
}

/** Which systems are told of which events, who asked for it and who agreed. */
export async function Subscriptions({ subscriptions, decides, userId }: Props) {
  const t = await getTranslations('reminders.channels')
  const verbsOf = ({ state, askedById }: Subscription): Verb[] => {
    if (state === 'LIVE') return ['end']
    if (state !== 'ASKED') return []
    return decides && askedById !== userId ? ['confirm', 'decline'] : ['takeBack']
  }
  return (
    <Table
      caption={t('push')}
      rows={subscriptions}
      rowKey={({ id }) => id}
      empty={<EmptyState title={t('pushNone')}>{t('pushText')}</EmptyState>}
      columns={[
        { head: t('name'), main: true, cell: ({ name }) => name },
        { head: t('to'), cell: ({ host }) => host },
        {
          head: t('events'),
          cell: ({ kinds }) =>
            kinds.map((kind) => t(`pushed.${kind as (typeof pushedKinds)[number]}`)).join(' · '),
        },
        { head: t('askedBy'), nowrap: true, cell: ({ askedByName }) => askedByName },
        {
          head: t('state'),
          nowrap: true,
          cell: ({ state }) => <Badge tone={tones[state]}>{t(`pushState.${state}`)}</Badge>,
        },
        {
          head: t('act'),
          align: 'end',
          cell: (row) => (
            <span className="flex justify-end gap-2">
              {verbsOf(row).map((verb) => (
                <ActionForm key={verb} action={actions[verb]}>
                  <HiddenField name="subscriptionId" value={row.id} />
                  <HiddenField name="version" value={row.version} />
                  <SubmitButton tone={verb === 'confirm' ? 'primary' : 'plain'} size="sm">
                    {t(verb)}
                    <span className="sr-only">{t('whose', { name: row.name })}</span>
                  </SubmitButton>
                </ActionForm>
              ))}
            </span>
          ),
        },
      ]}
    />
  )
}
