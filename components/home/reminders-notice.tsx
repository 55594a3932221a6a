import { useTranslations } from 'next-intl'
import { TextLink } from '@/components/ui/link'
import { Notice } from '@/components/ui/notice'

type Props = { reminders: number; complaints: number }

/** How much the viewer was reminded of, and for the county office how many complaints wait. */
export function RemindersNotice({ reminders, complaints }: Props) {
  const t = useTranslations('reminders')
  const box = useTranslations('complaints')
  return (
    <>
      {reminders > 0 ? (
        <Notice tone="warn" action={<TextLink href="/notifications">{t('toInbox')}</TextLink>}>
          {t('home', { count: reminders })}
        </Notice>
      ) : null}
      {complaints > 0 ? (
        <Notice action={<TextLink href="/complaints?state=open">{box('toList')}</TextLink>}>
          {box('home', { count: complaints })}
        </Notice>
      ) : null}
    </>
  )
}
