import type { Locale } from './locales'
import { type Messages, type Namespace, namespaces } from './namespaces'

/** All messages of one language, one object per namespace. */
export async function loadMessages(locale: Locale): Promise<Messages> {
  const loaded = await Promise.all(
    namespaces.map(async (name) => [name, await loadNamespace(locale, name)] as const),
  )
  return Object.fromEntries(loaded) as Messages
}

async function loadNamespace(locale: Locale, name: Namespace): Promise<unknown> {
  return (await import(`./messages/${locale}/${name}.json`)).default
}

/** The part of the messages that client components may use. */
export function clientMessages({ errors, form, ui }: Messages) {
  return { errors, form, ui }
}
