import { tellingWordIn } from '@/lib/commitments/wording'
import type { Locale } from './locales'
import { type Messages, type Namespace, namespaces } from './namespaces'

const loaded: Partial<Record<Locale, Messages>> = {}

/** All messages of one language, one object per namespace; put together once, not at each request. */
export async function loadMessages(locale: Locale): Promise<Messages> {
  const messages = loaded[locale] ?? (await load(locale))
  loaded[locale] = messages
  return messages
}

async function load(locale: Locale): Promise<Messages> {
  const parts = await Promise.all(
    namespaces.map(async (name) => [name, await loadNamespace(locale, name)] as const),
  )
  return Object.fromEntries(parts) as Messages
}

async function loadNamespace(locale: Locale, name: Namespace): Promise<unknown> {
  return (await import(`./messages/${locale}/${name}.json`)).default
}

/** The part of the messages that client components may use. */
export function clientMessages({ errors, form, ui }: Messages) {
  return { errors, form, ui }
}

/** The same for pages that villagers read: without any sentence that tells of the rectification. */
export function postedMessages(messages: Messages) {
  return without(clientMessages(messages), (text) => tellingWordIn(text) !== undefined)
}

function without(tree: object, drops: (text: string) => boolean): object {
  return Object.fromEntries(
    Object.entries(tree).flatMap(([key, value]): [string, unknown][] => {
      if (typeof value !== 'string') return [[key, without(value, drops)]]
      return drops(value) ? [] : [[key, value]]
    }),
  )
}
