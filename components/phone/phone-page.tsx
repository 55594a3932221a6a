import { NextIntlClientProvider } from 'next-intl'
import { useState } from 'react'
import { PlainFrame } from '@/components/shell/plain-frame'
import type { PageWords } from '@/lib/offline/page-words'
import { PhoneApp } from './phone-app'
import { PhoneSwitches } from './phone-switches'

/** The whole document of the phone: header, what works without a network, foot. */
export function PhonePage({ words }: { words: PageWords }) {
  const [{ locale, timeZone, messages, large, demo }, setWords] = useState(words)
  const choose = (chosen: PageWords) => {
    const { documentElement: page } = document
    page.lang = chosen.locale
    if (chosen.large) page.dataset.text = 'large'
    else delete page.dataset.text
    setWords(chosen)
  }
  return (
    <NextIntlClientProvider locale={locale} timeZone={timeZone} messages={messages}>
      <PlainFrame demo={demo} switches={<PhoneSwitches large={large} onChosen={choose} />}>
        <PhoneApp />
      </PlainFrame>
    </NextIntlClientProvider>
  )
}
