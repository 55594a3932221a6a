import { useLocale, useTranslations } from 'next-intl'
import { Light } from '@/components/ui/light'
import { lightSentence, shortLight } from '@/lib/cases/light-words'
import type { Day } from '@/lib/dates'
import type { Colour } from '@/lib/lights/rules'

type CaseLightProps = {
  light: { colour: Colour; code: string; params: Record<string, string | number> }
  today: Day
  /** A few words for rows; otherwise the whole sentence. */
  short?: boolean
  /** The word before the reason (正常 · 临近 · 逾期); left out in rows. */
  word?: boolean
}

/** The light of a case or of anything in it, with its reason in words. */
export function CaseLight({ light, today, short = false, word = !short }: CaseLightProps) {
  const said = { t: useTranslations('lights'), locale: useLocale(), today }
  const reason = light as Parameters<typeof lightSentence>[0]
  return (
    <Light colour={light.colour} word={word && light.colour !== 'grey'}>
      {short ? shortLight(reason, said) : lightSentence(reason, said)}
    </Light>
  )
}
