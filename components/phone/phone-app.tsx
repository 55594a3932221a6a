import { useLocale, useTranslations } from 'next-intl'
import { useEffect, useState, useSyncExternalStore } from 'react'
import { EmptyPhone } from './empty-phone'
import { renewPage } from './keep-page'
import { finishLeaving } from './leave-session'
import { OpenPhone } from './open-phone'
import { initialState } from './phone-state'
import { makePhoneStore } from './phone-store'
import { ChoosePin, EnterPin } from './pin-forms'
import { signOut } from './sign-out'

/** After so long out of sight the phone locks itself. */
const lockAfter = 10 * 60_000

/** The pages of the phone: which of them, the phone's own store says. */
export function PhoneApp() {
  const t = useTranslations('phone')
  const [store] = useState(makePhoneStore)
  const state = useSyncExternalStore(store.subscribe, store.snapshot, () => initialState)
  const locale = useLocale()

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new language is the reason
  useEffect(renewPage, [locale])
  useEffect(() => {
    void finishLeaving(signOut).then(store.start)
    let hiddenAt = 0
    const again = () => void finishLeaving(signOut).then(store.refresh)
    const onSight = () => {
      if (document.visibilityState === 'hidden') {
        hiddenAt = Date.now()
        return
      }
      if (hiddenAt > 0 && Date.now() - hiddenAt > lockAfter) store.lock()
      again()
    }
    window.addEventListener('online', again)
    document.addEventListener('visibilitychange', onSight)
    return () => {
      window.removeEventListener('online', again)
      document.removeEventListener('visibilitychange', onSight)
    }
  }, [store])

  return (
    <div className="mx-auto grid max-w-xl gap-4">
      <h1 className="sr-only">{t('title')}</h1>
      {state.phase === 'loading' ? <p className="text-ink-2">{t('loading')}</p> : null}
      {state.phase === 'unable' || state.phase === 'empty' ? (
        <EmptyPhone state={state} store={store} />
      ) : null}
      {state.phase === 'setUp' ? <ChoosePin store={store} /> : null}
      {state.phase === 'locked' ? <EnterPin store={store} link={state.link} /> : null}
      {state.phase === 'open' ? <OpenPhone state={state} store={store} /> : null}
    </div>
  )
}
