import 'server-only'
import { getLocale, getTranslations } from 'next-intl/server'
import type { Viewer } from '@/lib/access/viewer-types'
import type { SealedEvent } from '@/lib/audit/chain'
import { describeEvent } from '@/lib/audit/describe'
import type { Words } from '@/lib/audit/telling'
import { lightSentence } from '@/lib/cases/light-words'
import type { ListedCase } from '@/lib/cases/list-queries'
import { formatDay, formatMonth } from '@/lib/i18n/format'

/** Makes the view of a listed case in the caller's language. */
export async function apiCase(viewer: Viewer) {
  const t = await getTranslations('lights')
  const locale = await getLocale()
  return ({ id, version, village, township, batch, stage, light }: ListedCase) => ({
    id,
    village: { code: village.code, name: village.name },
    township,
    batch,
    stage,
    light: {
      colour: light.colour,
      reason: light.code,
      text: lightSentence(light, { t, locale, today: viewer.today }),
    },
    version,
  })
}

/** Makes the view of an event with its sentence in the caller's language. */
export async function apiEvent() {
  const words = await eventWords()
  return (event: SealedEvent) => ({
    id: event.id,
    seq: event.seq,
    at: event.at,
    occurredOn: event.occurredOn,
    kind: event.kind,
    origin: event.origin as 'USER' | 'IMPORT' | 'SYSTEM',
    actor: {
      name: event.actorName ?? '',
      role: event.actorRole ?? '',
      organisation: event.actorOrganisation,
    },
    text: describeEvent(event, words).sentence,
    details: event.details as Record<string, unknown>,
    prevHash: event.prevHash,
    hash: event.hash,
  })
}

async function eventWords(): Promise<Words> {
  const t = await getTranslations('events.kind')
  const terms = await getTranslations('terms')
  const locale = await getLocale()
  return {
    sentence: (kind, params) => t(kind as never, params as never),
    term: (list, code) => {
      const key = `${list}.${code}` as never
      return terms.has(key) ? terms(key) : code
    },
    day: (day) => formatDay(day, locale),
    month: (month) => formatMonth(month, locale),
    list: (items) => items.join(locale === 'en' ? ', ' : '、'),
  }
}
