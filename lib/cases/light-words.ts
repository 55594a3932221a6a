import type { useTranslations } from 'next-intl'
import type { Day } from '@/lib/dates'
import { formatDay, formatDayShort } from '@/lib/i18n/format'
import type { Locale } from '@/lib/i18n/locales'
import { withInnerQuotes } from '@/lib/i18n/quoted'
import type { LightReason } from '@/lib/lights/rules'
import type { CaseLight } from './light'

type Said = { t: ReturnType<typeof useTranslations<'lights'>>; locale: Locale; today: Day }
type Reason = Pick<CaseLight | LightReason, 'code' | 'params'>

const dated = ['due', 'on', 'since', 'until'] as const

/** A day as near dates are written: without the year while that is this year. */
export function nearDay(day: Day, today: Day, locale: Locale): string {
  return day.slice(0, 4) === today.slice(0, 4)
    ? formatDayShort(day, locale)
    : formatDay(day, locale)
}

/**
 * The sentence of a light: "“村务公开栏改建”应于11月20日完成，逾期 2 个工作日，现 60%". Takes the
 * reasons of `caseLight` and of `reasonOf` alike.
 */
export function lightSentence({ code, params }: Reason, said: Said): string {
  return said.t(code as never, values(params, said) as never)
}

/** The same in a few words for rows of a list: "逾期 2 个工作日", "还剩 3 天", "11月30日到期". */
export function shortLight({ code, params }: Reason, said: Said): string {
  return said.t(`short.${shortCode(code)}` as never, values(params, said) as never)
}

/** Measures and plans count calendar days, what an office owes counts working days. */
function shortCode(code: Reason['code']): string {
  const match = /^(.+?)(Overdue|DueSoon|OnTime)$/.exec(code)
  if (!match) return code
  const [, subject, ending] = match
  const byDays = subject === 'measure' || subject === 'plan'
  return ending === 'DueSoon' && !byDays ? 'DueSoonWorking' : (ending ?? code)
}

function values(params: Reason['params'], { locale, today }: Said) {
  const days = dated.flatMap((name) => {
    const day = params[name]
    return typeof day === 'string' ? [[name, nearDay(day, today, locale)] as const] : []
  })
  return {
    on: '',
    title: '',
    percent: 0,
    extensions: 0,
    ...withInnerQuotes(params),
    ...Object.fromEntries(days),
    titled: params.title === undefined ? 'no' : 'yes',
    measured: measured(params.percent),
  }
}

/** At 100 % a measure waits for somebody to finish it: more than a percentage, it is what to do. */
function measured(percent: Reason['params'][string] | undefined): 'no' | 'yes' | 'full' {
  if (percent === undefined) return 'no'
  return percent === 100 ? 'full' : 'yes'
}
