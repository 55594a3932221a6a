'use client'
import { usePathname } from 'next/navigation'
import { Anchor } from '@/components/ui/link'
import { Menu } from '@/components/ui/menu'

/** A section of the product; `under` are further paths that belong to it. */
export type NavItem = { label: string; href: string; under?: string[] }

type NavLinksProps = {
  label: string
  items: NavItem[]
  narrow?: boolean
  /** How many stand in the line before the rest folds into a menu of this name. */
  fold?: { after: number; label: string }
}

/** The sections, the one that holds the present page marked. */
export function NavLinks({ label, items, narrow, fold }: NavLinksProps) {
  const current = currentItem(items, usePathname())
  const shown = fold && items.length > fold.after + 1 ? fold.after : items.length
  const link = (item: NavItem, look: string) => (
    <li key={item.href}>
      <Anchor
        href={item.href}
        aria-current={item === current ? 'page' : undefined}
        className={look}
      >
        {item.label}
      </Anchor>
    </li>
  )
  const folded = items.slice(shown)
  return (
    <nav aria-label={label}>
      <ul className={narrow ? 'grid grid-cols-2' : 'flex flex-wrap gap-x-5'}>
        {items.slice(0, shown).map((item) => link(item, narrow ? narrowLook : wideLook))}
        {folded.length > 0 ? (
          <li>
            <Menu
              panel="py-1.5"
              label={fold?.label}
              look={`${wideLook} gap-1.5 ${current && folded.includes(current) ? chosenLook : ''}`}
            >
              <ul>{folded.map((item) => link(item, narrowLook))}</ul>
            </Menu>
          </li>
        ) : null}
      </ul>
    </nav>
  )
}

const wideLook =
  'flex min-h-13 items-center border-b-2 border-transparent pt-0.5 text-ink-2 hover:text-ink focus-visible:-outline-offset-4 aria-[current]:border-brand aria-[current]:font-semibold aria-[current]:text-ink'
const chosenLook = 'border-brand font-semibold text-ink'
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
