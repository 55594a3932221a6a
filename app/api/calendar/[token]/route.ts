import { getTranslations } from 'next-intl/server'
import { env } from '@/lib/env'
import { isLocale } from '@/lib/i18n/locales'
import { calendarText } from '@/lib/notifications/calendar-text'
import { readFeed } from '@/lib/notifications/feed-queries'

type Context = { params: Promise<{ token: string }> }

/** One's deadlines as a calendar, by a private link; nobody is signed in. */
export async function GET(request: Request, { params }: Context) {
  const { token } = await params
  const entries = await readFeed(token.replace(/\.ics$/, ''))
  if (!entries) return new Response('Not found\n', { status: 404 })
  const { origin, hostname: host } = new URL(env().APP_URL)
  const asked = new URL(request.url).searchParams.get('lang') ?? ''
  const locale = isLocale(asked) ? asked : 'zh-CN'
  const t = await getTranslations({ locale, namespace: 'reminders' })
  const body = calendarText(
    entries.map(({ href, ...of }) => ({
      ...of,
      href: origin + href,
      summary: t('due', { what: t(`subject.${of.subject}`) }),
    })),
    { name: t('calendarName'), host, now: new Date() },
  )
  return new Response(body, {
    headers: {
      'content-type': 'text/calendar; charset=utf-8',
      'cache-control': 'private, no-store',
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
    },
  })
}
