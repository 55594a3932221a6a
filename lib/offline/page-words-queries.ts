import 'server-only'
import { getLocale, getMessages, getTimeZone } from 'next-intl/server'
import { env } from '@/lib/env'
import type { Messages } from '@/lib/i18n/namespaces'
import { isTextLarge } from '@/lib/i18n/preferences'
import { type PageWords, phoneMessages } from './page-words'

/** The words of the kept page in the language and text size of this browser; nothing of anybody. */
export async function pageWords(): Promise<PageWords> {
  return {
    locale: await getLocale(),
    timeZone: await getTimeZone(),
    large: await isTextLarge(),
    demo: env().DEMO,
    messages: phoneMessages((await getMessages()) as Messages),
  }
}
