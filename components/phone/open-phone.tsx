import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { dutiesOf } from '@/lib/offline/duties'
import type { Item } from '@/lib/offline/item'
import { unsent } from '@/lib/offline/queue'
import { phoneRecordKinds } from '@/lib/offline/record-kinds'
import { blank } from './blank'
import { Checks } from './checks'
import { Duties } from './duties'
import { ItemForm } from './item-form'
import { leaveSession } from './leave-session'
import { Outbox } from './outbox'
import { type PhoneState, todayOf } from './phone-state'
import type { PhoneStore } from './phone-store'
import { signOut } from './sign-out'
import { Promises, Standing } from './standing'

type OpenPhoneProps = { state: PhoneState; store: PhoneStore }

/** The home of the phone, or the one item being written. */
export function OpenPhone({ state, store }: OpenPhoneProps) {
  const t = useTranslations('phone')
  const [writing, setWriting] = useState<Item>()
  const { bundle, items } = state
  const today = todayOf(state)
  if (writing && bundle) {
    return (
      <ItemForm
        key={writing.id}
        item={writing}
        bundle={bundle}
        items={items}
        today={today}
        store={store}
        leave={() => setWriting(undefined)}
      />
    )
  }
  /** While it is open, what waited for a network is not sent. */
  const open = async (item: Item) =>
    setWriting(item.state === 'queued' ? await store.keep({ ...item, state: 'draft' }) : item)
  const leave = async () => {
    const count = unsent(items)
    if (!window.confirm(count > 0 ? t('leaveAsk', { count }) : t('leaveAskNone'))) return
    await store.erase()
    await leaveSession(signOut)
  }
  const visitable = bundle?.cases.filter(({ mayVisit }) => mayVisit) ?? []
  const recordable = bundle?.cases.filter(({ mayRecord }) => mayRecord) ?? []
  return (
    <>
      <Standing state={state} store={store} />
      {visitable.length > 0 ? (
        <Button
          tone="primary"
          size="lg"
          className="min-h-20"
          onClick={() =>
            setWriting(
              blank('visit', { caseId: onlyOne(visitable), kind: 'HOME_VISIT', day: today }),
            )
          }
        >
          {t('newVisit')}
        </Button>
      ) : null}
      {recordable.length > 0 ? (
        <Button
          size="lg"
          onClick={() =>
            setWriting(
              blank('record', {
                caseId: onlyOne(recordable),
                kind: phoneRecordKinds[0].kind,
                day: today,
              }),
            )
          }
        >
          {t('newRecord')}
        </Button>
      ) : null}
      <Checks
        checks={toMake(state)}
        onStart={({ id: spotCheckId, caseId }) =>
          setWriting(blank('check', { spotCheckId, caseId, visitedOn: today }))
        }
      />
      {bundle ? (
        <Duties
          duties={dutiesOf(bundle, today)}
          onReport={({ id: measureId, caseId, version, percent }) =>
            setWriting(
              blank('progress', { caseId, measureId, version, percent, happenedOn: today }),
            )
          }
        />
      ) : null}
      <Outbox state={state} store={store} onOpen={(item) => void open(item)} />
      <Promises state={state} />
      <div className="flex flex-wrap justify-between gap-2">
        <Button tone="quiet" onClick={store.lock}>
          {t('lock')}
        </Button>
        <Button tone="quiet" onClick={() => void leave()}>
          {t('leave')}
        </Button>
      </div>
    </>
  )
}

/** Checks of which no report is on this phone yet. */
function toMake({ bundle, items }: PhoneState) {
  const written = items.filter(({ kind }) => kind === 'check').map(({ input }) => input.spotCheckId)
  return (bundle?.checks ?? []).filter(({ id }) => !written.includes(id))
}

/** The village is chosen already where there is one only. */
const onlyOne = (cases: { id: string }[]) => (cases.length === 1 ? cases[0]?.id : '')
