'use client'
import type { Route } from 'next'
import { useRouter } from 'next/navigation'
import { useEffect } from 'react'

/**
 * Follows every link to a page of ours within the running application, as next/link would. One
 * listener for all of them: a component for each link was a third of what a long list cost.
 */
export function SoftLinks() {
  const router = useRouter()
  useEffect(() => {
    const follow = (event: MouseEvent) => {
      const href = pageOf(event)
      if (href === undefined) return
      event.preventDefault()
      router.push(href as Route)
    }
    document.addEventListener('click', follow)
    return () => document.removeEventListener('click', follow)
  }, [router])
  return null
}

/**
 * The page a plain click asks for. Files, other sites, `#` and whatever names a target are the
 * browser's: `_self` asks for the whole document, as what works without a network does.
 */
function pageOf(event: MouseEvent): string | undefined {
  if (event.defaultPrevented || event.button !== 0 || !(event.target instanceof Element)) return
  if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return
  const link = event.target.closest('a')
  const href = link?.getAttribute('href')
  if (!link || !href || link.hasAttribute('download') || link.hasAttribute('target')) return
  return /^\/(?!\/|api\/)/.test(href) ? href : undefined
}
