import { useTranslations } from 'next-intl'
import { useEffect, useState } from 'react'
import type { Item } from '@/lib/offline/item'
import { mayEdit } from '@/lib/offline/queue'
import type { PhoneStore } from './phone-store'

type PhotoPreviewProps = { photo: Item; number: number; store: PhoneStore }

/** One photo on this phone, small, to be taken away again while the server cannot have it. */
export function PhotoPreview({ photo, number, store }: PhotoPreviewProps) {
  const t = useTranslations('phone.photos')
  const address = usePicture(photo, store)
  return (
    <li className="relative aspect-square overflow-hidden rounded-md border border-line bg-sunk">
      {address ? (
        // biome-ignore lint/performance/noImgElement: bytes of this phone, nothing to optimise
        <img src={address} alt={t('alt', { number })} className="size-full object-cover" />
      ) : null}
      {mayEdit(photo) ? (
        <button
          type="button"
          aria-label={t('remove', { number })}
          onClick={() => void store.drop(photo.id)}
          className="absolute end-0 top-0 flex size-11 items-center justify-center rounded-es-md bg-paper/90 text-lg text-ink"
        >
          <span aria-hidden="true">×</span>
        </button>
      ) : null}
    </li>
  )
}

/** The address of the decrypted picture, for as long as it is shown. */
function usePicture({ id, input }: Item, store: PhoneStore): string | undefined {
  const [address, setAddress] = useState<string>()
  const type = String(input.mediaType)
  useEffect(() => {
    let made: string | undefined
    let gone = false
    void store.readPhoto(id).then((bytes) => {
      if (!bytes || gone) return
      made = URL.createObjectURL(new Blob([bytes], { type }))
      setAddress(made)
    })
    return () => {
      gone = true
      if (made) URL.revokeObjectURL(made)
    }
  }, [id, type, store])
  return address
}
