import { useTranslations } from 'next-intl'
import { type ChangeEvent, useState } from 'react'
import { photoForPhone } from '@/components/attachment/resize'
import type { Item } from '@/lib/offline/item'
import { photosOf } from '@/lib/offline/queue'
import { blank } from './blank'
import type { PhoneStore } from './phone-store'
import { PhotoPreview } from './photo-preview'

type PhotoFieldProps = {
  items: readonly Item[]
  store: PhoneStore
  /** Keeps what the photos belong to; they are kept beside it. */
  keepParent: () => Promise<Item | undefined>
  parentId: string
  busy: boolean
  setBusy: (busy: boolean) => void
}

/** Why a file was not taken. */
type Fault = 'tooLarge' | 'unreadable' | 'full'

/** A larger file is no photo of a phone, and would take the memory the rest of the form needs. */
const largestPhoto = 40 * 1024 * 1024

/** Photos of what is written: made small here, kept encrypted, sent after it. */
export function PhotoField(props: PhotoFieldProps) {
  const { items, store, keepParent, parentId, busy, setBusy } = props
  const t = useTranslations('phone.photos')
  const [faults, setFaults] = useState<{ name: string; fault: Fault }[]>([])
  const photos = photosOf(items, parentId)
  const take = async (files: File[]) => {
    const parent = await keepParent()
    const found: { name: string; fault: Fault }[] = []
    for (const file of files) {
      const fault = parent ? await add(store, parent.id, file) : 'full'
      if (fault) found.push({ name: file.name, fault })
    }
    setFaults(found)
  }
  const onChange = async ({ target }: ChangeEvent<HTMLInputElement>) => {
    const files = [...(target.files ?? [])]
    setBusy(true)
    await take(files).finally(() => setBusy(false))
    target.value = ''
  }
  return (
    <div className="grid gap-2">
      {photos.length > 0 ? (
        <ul className="grid grid-cols-3 gap-2 sm:grid-cols-4">
          {photos.map((photo, n) => (
            <PhotoPreview key={photo.id} photo={photo} number={n + 1} store={store} />
          ))}
        </ul>
      ) : null}
      <label className="flex min-h-(--control) cursor-pointer items-center justify-center rounded-md border border-edge bg-paper px-4 text-md focus-within:outline-2">
        {busy ? t('busy') : t('add')}
        <input
          type="file"
          accept="image/*"
          multiple
          disabled={busy}
          onChange={(event) => void onChange(event)}
          className="sr-only"
        />
      </label>
      {faults.length > 0 ? (
        <ul role="alert" className="text-md text-red">
          {faults.map(({ name, fault }) => (
            <li key={name}>{t(`faults.${fault}`, { name })}</li>
          ))}
        </ul>
      ) : null}
    </div>
  )
}

async function add(store: PhoneStore, parentId: string, file: File): Promise<Fault | undefined> {
  if (file.size > largestPhoto) return 'tooLarge'
  const small = await photoForPhone(file).catch(() => undefined)
  if (!small) return 'unreadable'
  const { name, type: mediaType } = small
  const photo = { ...blank('photo', { name, mediaType }, parentId), state: 'queued' as const }
  const bytes = new Uint8Array(await small.arrayBuffer())
  const kept = await store.keep(photo, bytes).catch(() => undefined)
  return kept ? undefined : 'full'
}
