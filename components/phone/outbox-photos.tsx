import { useTranslations } from 'next-intl'
import { useMessage } from '@/components/form/message'
import { Button } from '@/components/ui/button'
import type { Item, Refusal } from '@/lib/offline/item'
import { again, mayEdit } from '@/lib/offline/queue'
import type { PhoneStore } from './phone-store'

/** The photos of one entry: how many arrived, and what is to be done about those that were refused. */
export function OutboxPhotos({ photos, store }: { photos: Item[]; store: PhoneStore }) {
  const t = useTranslations('phone.photos')
  const words = useTranslations('phone')
  if (photos.length === 0) return null
  const sent = photos.filter(({ state }) => state === 'sent').length
  const refused = photos.filter(({ state }) => state === 'refused')
  return (
    <>
      <p className="text-sm text-ink-2">{t('sent', { sent, count: photos.length })}</p>
      {refused.map((photo) => (
        <div key={photo.id} className="grid gap-1">
          <p className="text-sm text-red">
            {String(photo.input.name)}：<RefusalText refusal={photo.refusal} />
          </p>
          <div className="flex gap-2">
            <Button
              size="sm"
              onClick={() => void store.keep(again(photo)).then(() => store.refresh())}
            >
              {words('sendAgain')}
            </Button>
            {mayEdit(photo) ? (
              <Button size="sm" tone="quiet" onClick={() => void store.drop(photo.id)}>
                {words('discard')}
              </Button>
            ) : null}
          </div>
        </div>
      ))}
    </>
  )
}

/** Why something was refused: the server's sentence, and what is wrong with which field. */
export function RefusalText({ refusal }: { refusal: Refusal | undefined }) {
  const say = useMessage()
  if (!refusal) return null
  return [refusal.detail, ...Object.values(refusal.fields).flat().map(say)]
    .filter(Boolean)
    .join(' ')
}
