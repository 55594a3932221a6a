'use client'
import { usePathname } from 'next/navigation'
import { type Tab, Tabs } from '@/components/ui/tabs'

/** The tabs of a case, the one that holds the present page marked; the first is the case itself. */
export function CaseTabs({ label, items }: { label: string; items: Tab[] }) {
  const pathname = usePathname()
  const current =
    items.slice(1).find(({ href }) => `${pathname}/`.startsWith(`${href}/`)) ??
    (pathname === items[0]?.href ? items[0] : undefined)
  return (
    <Tabs label={label} items={items.map((item) => ({ ...item, current: item === current }))} />
  )
}
