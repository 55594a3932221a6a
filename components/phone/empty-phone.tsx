import { useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import type { PhoneState } from './phone-state'
import type { PhoneStore } from './phone-store'

/** Nothing of anybody is on this phone, or nothing can be: what to do first. */
export function EmptyPhone({ state, store }: { state: PhoneState; store: PhoneStore }) {
  const t = useTranslations('phone')
  if (state.phase === 'unable') {
    return (
      <Notice tone="warn" title={t('unableTitle')}>
        {t('unableText')}
      </Notice>
    )
  }
  return (
    <>
      <Notice title={t('emptyTitle')}>
        {state.link === 'away' ? t('emptyAway') : t('emptySignedOut')}
      </Notice>
      {state.link === 'away' ? (
        <Button tone="primary" size="lg" onClick={() => void store.refresh()}>
          {t('again')}
        </Button>
      ) : (
        <SignInLink />
      )}
    </>
  )
}

/** To the sign-in and back here; a full page, so that it comes from the network. */
export function SignInLink() {
  const t = useTranslations('phone')
  return (
    <a
      href="/sign-in?to=/work"
      target="_self"
      className="inline-flex min-h-[3.25rem] items-center justify-center rounded-md border border-brand bg-brand px-6 text-lg font-semibold text-white"
    >
      {t('signIn')}
    </a>
  )
}
