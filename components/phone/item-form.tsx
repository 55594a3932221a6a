import { useTranslations } from 'next-intl'
import { type FormEvent, useEffect, useRef, useState } from 'react'
import { useMessage } from '@/components/form/message'
import { Button } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { Notice } from '@/components/ui/notice'
import type { Bundle } from '@/lib/offline/bundle-schema'
import type { Item } from '@/lib/offline/item'
import { CheckFields } from './check-fields'
import type { PhoneStore } from './phone-store'
import { PhotoField } from './photo-field'
import { ProgressFields } from './progress-fields'
import { inputOf, titleOf } from './read-form'
import { RecordFields } from './record-fields'
import { VisitFields } from './visit-fields'

type ItemFormProps = {
  item: Item
  bundle: Bundle
  items: readonly Item[]
  today: string
  store: PhoneStore
  leave: () => void
}

const pause = 700

/** A photo has no form: it stands in that of what it belongs to. */
const forms = {
  visit: VisitFields,
  progress: ProgressFields,
  record: RecordFields,
  check: CheckFields,
  photo: () => null,
}
const titles = {
  visit: 'visitTitle',
  progress: 'progressTitle',
  record: 'recordTitle',
  check: 'check.title',
  photo: 'kind.photo',
} as const

/** One item being written: kept as a draft while typing, queued when it is done. */
export function ItemForm({ item, bundle, items, today, store, leave }: ItemFormProps) {
  const t = useTranslations('phone')
  const say = useMessage()
  const form = useRef<HTMLFormElement>(null)
  const current = useRef(item)
  const saving = useRef(Promise.resolve())
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const [photosBusy, setPhotosBusy] = useState(false)
  const [kept, setKept] = useState<'no' | 'yes' | 'failed'>('no')

  /** One save after the other, each on what the one before left. */
  const save = (change: Partial<Item>) => {
    clearTimeout(timer.current)
    const input = form.current ? inputOf(item, new FormData(form.current), bundle) : item.input
    const work = async () => {
      const next = { ...current.current, input, title: titleOf(item, input, bundle), ...change }
      const saved = await store.keep(next).catch(() => undefined)
      if (saved) current.current = saved
      setKept(saved ? 'yes' : 'failed')
      return saved !== undefined
    }
    const done = saving.current.then(work)
    saving.current = done.then(() => undefined)
    return done
  }

  useEffect(() => () => clearTimeout(timer.current), [])
  const onInput = () => {
    clearTimeout(timer.current)
    timer.current = setTimeout(() => void save({}), pause)
  }
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    const queued = { state: 'queued', queuedAt: Date.now(), refusal: undefined } as const
    if (!(await save(queued))) return
    leave()
    void store.refresh()
  }
  const back = async () => {
    // What nobody typed in is no draft.
    if (current.current.revision > 0 || timer.current) await save({})
    leave()
  }
  const errors = Object.fromEntries(
    Object.entries(item.refusal?.fields ?? {}).map(([field, found]) => [field, found.map(say)]),
  )
  const Fields = forms[item.kind]
  const fields = { input: item.input, bundle, today, errors }
  return (
    <Card title={t(titles[item.kind])}>
      <form ref={form} onSubmit={submit} onInput={onInput} className="grid gap-4">
        {item.refusal ? (
          <Notice tone="bad" title={t('refusedTitle')}>
            {item.refusal.detail}
          </Notice>
        ) : null}
        <Fields {...fields} />
        {/* The files of a village are kept with its case. */}
        {item.kind === 'check' && !item.input.caseId ? null : (
          <PhotoField
            items={items}
            store={store}
            parentId={item.id}
            keepParent={async () => ((await save({})) ? current.current : undefined)}
            busy={photosBusy}
            setBusy={setPhotosBusy}
          />
        )}
        <Button type="submit" tone="primary" size="lg" disabled={photosBusy}>
          {t('finish')}
        </Button>
        <div className="flex items-center justify-between gap-3">
          <Button tone="quiet" onClick={() => void back()}>
            {t('back')}
          </Button>
          <p role="status" className={kept === 'failed' ? 'text-red' : 'text-sm text-ink-2'}>
            {kept === 'yes' ? t('draftKept') : kept === 'failed' ? t('keepFailed') : null}
          </p>
        </div>
      </form>
    </Card>
  )
}
