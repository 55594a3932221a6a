import type { Changes } from '@/lib/audit/events'

/** Before and after of every field that a correction changes: both versions stay readable. */
export function changesOf<Content extends object>(before: Content, after: Content): Changes {
  const names = Object.keys(before) as (keyof Content & string)[]
  const same = (name: keyof Content) => JSON.stringify(before[name]) === JSON.stringify(after[name])
  return Object.fromEntries(
    names
      .filter((name) => !same(name))
      .map((name) => [name, [before[name] ?? null, after[name] ?? null]]),
  )
}
