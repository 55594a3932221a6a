import { useTranslations } from 'next-intl'
import { useMessage } from '@/components/form/message'
import { Badge, type BadgeTone } from '@/components/ui/badge'
import { Button } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import type { Item, ItemState } from '@/lib/offline/item'
import { inOrder, mayEdit } from '@/lib/offline/queue'
import type { PhoneState } from './phone-state'
import type { PhoneStore } from './phone-store'

const tones: Record<ItemState, BadgeTone> = {
  draft: 'grey',
  queued: 'blue',
  sending: 'blue',
  sent: 'green',
  refused: 'red',
}

type OutboxProps = { state: PhoneState; store: PhoneStore; onOpen: (item: Item) => void }

/** Drafts and what is to be sent, each with where it is; what needs the person stands first. */
export function Outbox({ state, store, onOpen }: OutboxProps) {
  const t = useTranslations('phone')
  const say = useMessage()
  const newestFirst = inOrder(state.items).reverse()
  const items = [
    ...newestFirst.filter((item) => item.state === 'refused'),
    ...newestFirst.filter((item) => item.state !== 'refused'),
  ]
  const discard = async (item: Item) => {
    if (window.confirm(t('discardAsk', { title: item.title }))) await store.drop(item.id)
  }
  return (
    <Card title={t('outbox')} flush>
      {items.length === 0 ? <p className="px-4 pb-4 text-ink-2">{t('outboxEmpty')}</p> : null}
      <ul>
        {items.map((item) => (
          <li key={item.id} className="grid gap-1 border-t border-line px-4 py-3">
            <div className="flex items-baseline justify-between gap-3">
              <p className="min-w-0">
                {t(`kind.${item.kind}`)} · {item.title}
              </p>
              <Badge tone={tones[item.state]}>{t(`state.${item.state}`)}</Badge>
            </div>
            {item.refusal ? (
              <p className="text-sm text-red">
                {[item.refusal.detail, ...Object.values(item.refusal.fields).flat().map(say)].join(
                  ' ',
                )}
              </p>
            ) : null}
            {mayEdit(item) || item.state === 'sent' ? (
              <div className="flex gap-2">
                {mayEdit(item) ? (
                  <Button size="sm" onClick={() => onOpen(item)}>
                    {t('edit')}
                  </Button>
                ) : null}
                <Button size="sm" tone="quiet" onClick={() => void discard(item)}>
                  {item.state === 'sent' ? t('clear') : t('discard')}
                </Button>
              </div>
            ) : null}
          </li>
        ))}
      </ul>
    </Card>
  )
}
