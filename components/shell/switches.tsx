import { getLocale, getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { isTextLarge } from '@/lib/i18n/preferences'
import { chooseLocale, chooseText } from './preferences'
import { switchLook as look } from './switch-look'

/** Language and large text: plain forms, so that they work without JavaScript too. */
export async function Switches(): Promise<ReactNode> {
  const t = await getTranslations('shell')
  const other = (await getLocale()) === 'en' ? 'zh-CN' : 'en'
  const large = await isTextLarge()
  return (
    <div className="flex">
      <form action={chooseText}>
        <input type="hidden" name="text" value={large ? 'normal' : 'large'} />
        <button type="submit" className={look} title={large ? t('normalLabel') : t('largeLabel')}>
          {large ? t('normal') : t('large')}
        </button>
      </form>
      <form action={chooseLocale}>
        <input type="hidden" name="locale" value={other} />
        <button type="submit" className={look} lang={other} title={t('languageLabel')}>
          {t('language')}
        </button>
      </form>
    </div>
  )
}
