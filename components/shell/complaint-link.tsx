'use client'
import { usePathname } from 'next/navigation'
import { TextLink } from '@/components/ui/link'

/** From any page to the complaint box, which then knows the page. */
export function ComplaintLink({ children }: { children: string }) {
  const page = usePathname()
  const to = page.startsWith('/complaints')
    ? '/complaints'
    : `/complaints/new?page=${encodeURIComponent(page)}`
  return <TextLink href={to}>{children}</TextLink>
}
