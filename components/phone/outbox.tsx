import { useTranslations } from 'next-intl'
import { Badge, type BadgeTone } from '@/components/ui/badge'
import { Button } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import type { Item, ItemState } from '@/lib/offline/item'
import { again, inOrder, mayEdit, photosOf } from '@/lib/offline/queue'
import { OutboxPhotos, RefusalText } from './outbox-photos'
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
  const newestFirst = inOrder(state.items)
    .filter(({ kind }) => kind !== 'photo')
    .reverse()
    .map((item) => ({ item, photos: photosOf(state.items, item.id) }))
  const needsPerson = ({ item, photos }: (typeof newestFirst)[number]) =>
    [item, ...photos].some((each) => each.state === 'refused')
  const entries = [
    ...newestFirst.filter(needsPerson),
    ...newestFirst.filter((entry) => !needsPerson(entry)),
  ]
  const discard = async ({ id, title }: Item, count: number) => {
    const ask = count > 0 ? t('discardPhotosAsk', { title, count }) : t('discardAsk', { title })
    if (window.confirm(ask)) await store.drop(id)
  }
  return (
    <Card title={t('outbox')} flush>
      {entries.length === 0 ? <p className="px-4 pb-4 text-ink-2">{t('outboxEmpty')}</p> : null}
      <ul>
        {entries.map(({ item, photos }) => (
          <li key={item.id} className="grid gap-1 border-t border-line px-4 py-3">
            <div className="flex items-baseline justify-between gap-3">
              <p className="min-w-0">
                {t(`kind.${item.kind}`)} · {item.title}
              </p>
              <Badge tone={tones[item.state]}>{t(`state.${item.state}`)}</Badge>
            </div>
            {item.refusal ? (
              <p className="text-sm text-red">
                <RefusalText refusal={item.refusal} />
              </p>
            ) : null}
            <OutboxPhotos photos={photos} store={store} />
            {item.state === 'refused' && !mayEdit(item) ? (
              <Button
                size="sm"
                className="justify-self-start"
                onClick={() => void store.keep(again(item)).then(() => store.refresh())}
              >
                {t('sendAgain')}
              </Button>
            ) : null}
            {mayEdit(item) || isThrough(item, photos) ? (
              <div className="flex gap-2">
                {mayEdit(item) ? (
                  <Button size="sm" onClick={() => onOpen(item)}>
                    {t('edit')}
                  </Button>
                ) : null}
                <Button size="sm" tone="quiet" onClick={() => void discard(item, photos.length)}>
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

/** The server has it, with every photo. */
function isThrough(item: Item, photos: Item[]): boolean {
  return [item, ...photos].every(({ state }) => state === 'sent')
}
