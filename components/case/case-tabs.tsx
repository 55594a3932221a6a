'use client'
import { usePathname } from 'next/navigation'
import { type Tab, Tabs } from '@/components/ui/tabs'

/** `under`: further addresses, below the case, of what the tab holds. */
export type CaseTab = Tab & { under?: string[] }

/** The tabs of a case, the one that holds the present page marked; the first is the case itself. */
export function CaseTabs({ label, items }: { label: string; items: CaseTab[] }) {
  const pathname = usePathname()
  const [first, ...others] = items
  const holds = (address: string) => `${pathname}/`.startsWith(`${address}/`)
  const current =
    others.find(
      ({ href, under = [] }) =>
        holds(href) || under.some((each) => holds(`${first?.href ?? ''}/${each}`)),
    ) ?? (pathname === first?.href ? first : undefined)
  return (
    <Tabs
      label={label}
      items={items.map(({ under: _, ...item }) => ({
        ...item,
        current: item.href === current?.href,
      }))}
    />
  )
}
