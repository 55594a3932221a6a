import { useLocale, useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { formatDay } from '@/lib/i18n/format'
import { SignInLink } from './empty-phone'
import { type PhoneState, todayOf } from './phone-state'
import type { PhoneStore } from './phone-store'

const day = 24 * 3_600_000

/** Who this is for, how the network stands, and what this browser cannot do. */
export function Standing({ state, store }: { state: PhoneState; store: PhoneStore }) {
  const t = useTranslations('phone')
  const locale = useLocale()
  const { bundle, link, kept, newer, clockOffset } = state
  const more = bundle?.more ?? 0
  return (
    <>
      <div className="flex items-center justify-between gap-3 text-md text-ink-2">
        <span>{bundle ? `${bundle.person.organisation} · ${bundle.person.name}` : null}</span>
        <span role="status" className="flex-none">
          {t(`link.${link}`)}
        </span>
      </div>
      {link === 'away' ? (
        <Notice
          title={t('awayTitle')}
          action={
            <Button size="sm" onClick={() => void store.refresh()}>
              {t('again')}
            </Button>
          }
        >
          {t('awayText')}
        </Notice>
      ) : null}
      {link === 'signedOut' ? (
        <>
          <Notice tone="warn" title={t('signedOutTitle')}>
            {t('signedOutText')}
          </Notice>
          <SignInLink />
        </>
      ) : null}
      {kept === 'no' ? <Notice tone="warn">{t('noWorker')}</Notice> : null}
      {Math.abs(clockOffset) > day ? (
        <Notice tone="warn">{t('clockWrong', { day: formatDay(todayOf(state), locale) })}</Notice>
      ) : null}
      {more > 0 ? <Notice tone="warn">{t('moreVillages', { count: more })}</Notice> : null}
      {newer > 0 ? <Notice tone="warn">{t('newer', { count: newer })}</Notice> : null}
    </>
  )
}

/** What this browser promised, in small: the page opens, the data stay. */
export function Promises({ state: { kept, persisted } }: { state: PhoneState }) {
  const t = useTranslations('phone')
  return (
    <div className="text-sm text-ink-2">
      {kept === 'yes' ? <p>{t('worksOffline')}</p> : null}
      {persisted === false ? <p>{t('notPersisted')}</p> : null}
    </div>
  )
}
