'use client'
import { usePathname } from 'next/navigation'
import { Anchor } from '@/components/ui/link'

/** A section of the product; `under` are further paths that belong to it. */
export type NavItem = { label: string; href: string; under?: string[] }

type NavLinksProps = { label: string; items: NavItem[]; narrow?: boolean }

/** The sections, the one that holds the present page marked. */
export function NavLinks({ label, items, narrow }: NavLinksProps) {
  const current = currentItem(items, usePathname())
  return (
    <nav aria-label={label}>
      <ul className={narrow ? 'grid grid-cols-2' : 'flex flex-wrap gap-x-5'}>
        {items.map((item) => (
          <li key={item.href}>
            <Anchor
              href={item.href}
              aria-current={item === current ? 'page' : undefined}
              className={narrow ? narrowLook : wideLook}
            >
              {item.label}
            </Anchor>
          </li>
        ))}
      </ul>
    </nav>
  )
}

const wideLook =
  'flex min-h-13 items-center border-b-2 border-transparent pt-0.5 text-ink-2 hover:text-ink focus-visible:-outline-offset-4 aria-[current]:border-brand aria-[current]:font-semibold aria-[current]:text-ink'
const narrowLook =
  'flex min-h-11 items-center border-s-3 border-transparent px-4 aria-[current]:border-brand aria-[current]:font-semibold'

/** The item whose path is the longest beginning of the present one. */
function currentItem(items: NavItem[], pathname: string): NavItem | undefined {
  const reach = (item: NavItem) =>
    Math.max(
      ...[item.href, ...(item.under ?? [])].map((path) => {
        const inside = path === '/' ? pathname === '/' : `${pathname}/`.startsWith(`${path}/`)
        return inside ? path.length : 0
      }),
    )
  const best = items.toSorted((a, b) => reach(b) - reach(a))[0]
  return best && reach(best) > 0 ? best : undefined
}
