import type { Locale } from './locales'

const monthsEn = [
  'Jan',
  'Feb',
  'Mar',
  'Apr',
  'May',
  'Jun',
  'Jul',
  'Aug',
  'Sep',
  'Oct',
  'Nov',
  'Dec',
]
const weekdays = {
  'zh-CN': ['星期日', '星期一', '星期二', '星期三', '星期四', '星期五', '星期六'],
  en: ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'],
} satisfies Record<Locale, string[]>

/** `YYYY-MM-DD` → `2026年3月3日` or `3 Mar 2026`; anything else comes back as it is. */
export function formatDay(day: string, locale: Locale): string {
  const parts = partsOf(day)
  if (!parts) return day
  const { year, month, date } = parts
  return locale === 'en' ? `${date} ${monthsEn[month - 1]} ${year}` : `${year}年${month}月${date}日`
}

/** Without the year, for lists of near dates: `11月20日` or `20 Nov`. */
export function formatDayShort(day: string, locale: Locale): string {
  const parts = partsOf(day)
  if (!parts) return day
  const { month, date } = parts
  return locale === 'en' ? `${date} ${monthsEn[month - 1]}` : `${month}月${date}日`
}

/** `YYYY-MM` → `2026年3月` or `Mar 2026`. */
export function formatMonth(month: string, locale: Locale): string {
  const parts = partsOf(`${month}-01`)
  if (!parts) return month
  return locale === 'en'
    ? `${monthsEn[parts.month - 1]} ${parts.year}`
    : `${parts.year}年${parts.month}月`
}

/** `星期二` or `Tuesday`. */
export function formatWeekday(day: string, locale: Locale): string {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay()
  return weekdays[locale][weekday] ?? ''
}

/** An instant as seen in Asia/Shanghai: `2026年3月3日 14:05` or `3 Mar 2026, 14:05`. */
export function formatInstant(instant: Date, locale: Locale): string {
  const [day = '', time = ''] = shanghai.format(instant).split(' ')
  return `${formatDay(day, locale)}${locale === 'en' ? ', ' : ' '}${time}`
}

/** Grouped: `12,345.6`. */
export function formatNumber(value: number, maximumFractionDigits = 2): string {
  return grouped(maximumFractionDigits).format(value)
}

const groupings = new Map<number, Intl.NumberFormat>()

function grouped(maximumFractionDigits: number): Intl.NumberFormat {
  const known = groupings.get(maximumFractionDigits)
  if (known) return known
  const made = new Intl.NumberFormat('en', { maximumFractionDigits })
  groupings.set(maximumFractionDigits, made)
  return made
}

/** Yuan as `1,234元` / `¥1,234`; with `wan` in units of 10,000, which English spells out in full. */
export function formatMoney(yuan: number, locale: Locale, unit: 'yuan' | 'wan' = 'yuan'): string {
  if (locale === 'en') return `¥${formatNumber(yuan)}`.replace('¥-', '-¥')
  return unit === 'wan' ? `${formatNumber(yuan / 10_000)}万元` : `${formatNumber(yuan)}元`
}

/** A ratio as a percentage with at most one decimal: 0.9333 → `93.3%`. */
export function formatPercent(ratio: number): string {
  return `${formatNumber(ratio * 100, 1)}%`
}

// Swedish writes ISO dates: `2026-03-03 14:05`.
const shanghai = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Asia/Shanghai',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
})

function partsOf(day: string) {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(day)
  if (!match) return undefined
  return { year: Number(match[1]), month: Number(match[2]), date: Number(match[3]) }
}
