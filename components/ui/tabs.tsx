import { Anchor } from './link'

export type Tab = { label: string; href: string; current?: boolean; count?: number }

/** Tabs that are pages of their own: links, so that each has an address. */
export function Tabs({ label, items }: { label: string; items: Tab[] }) {
  return (
    <nav aria-label={label} className="screen-only border-b border-line">
      <ul className="-mb-px flex gap-x-6 overflow-x-auto overflow-y-hidden">
        {items.map((item) => (
          <li key={item.href} className="flex-none">
            <Anchor
              href={item.href}
              aria-current={item.current ? 'page' : undefined}
              className="flex min-h-(--control) items-center gap-1.5 border-b-2 aria-[current]:[scroll-initial-target:nearest] border-transparent text-ink-2 hover:text-ink focus-visible:-outline-offset-4 aria-[current]:border-brand aria-[current]:font-semibold aria-[current]:text-ink"
            >
              {item.label}
              {item.count === undefined ? null : <span className="text-sm">{item.count}</span>}
            </Anchor>
          </li>
        ))}
      </ul>
    </nav>
  )
}
