import { useLocale, useTranslations } from 'next-intl'
import { switchLook } from '@/components/shell/switch-look'
import type { PageWords } from '@/lib/offline/page-words'

type PhoneSwitchesProps = { large: boolean; onChosen: (words: PageWords) => void }

/** Language and large text: the words come from the server, so that both need a network. */
export function PhoneSwitches({ large, onChosen }: PhoneSwitchesProps) {
  const t = useTranslations('shell')
  const phone = useTranslations('phone')
  const other = useLocale() === 'en' ? 'zh-CN' : 'en'
  const choose = async (asked: string) => {
    try {
      const answer = await fetch(`/work/preferences?${asked}`, { method: 'POST' })
      if (!answer.ok) throw new Error(`${answer.status}`)
      onChosen(await answer.json())
    } catch {
      window.alert(phone('needsNetwork'))
    }
  }
  return (
    <div className="flex">
      <button
        type="button"
        className={switchLook}
        title={large ? t('normalLabel') : t('largeLabel')}
        onClick={() => void choose(large ? 'text=normal' : 'text=large')}
      >
        {large ? t('normal') : t('large')}
      </button>
      <button
        type="button"
        className={switchLook}
        lang={other}
        title={t('languageLabel')}
        onClick={() => void choose(`locale=${other}`)}
      >
        {t('language')}
      </button>
    </div>
  )
}
