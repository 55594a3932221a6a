'use client'
import { type ReactNode, useEffect, useRef } from 'react'

type MenuProps = { label: ReactNode; className?: string; panel?: string; children: ReactNode }

/** A disclosure that closes itself: on Escape, on a click elsewhere, on following a link. */
export function Menu({ label, className = '', panel = '', children }: MenuProps) {
  const details = useRef<HTMLDetailsElement>(null)
  useEffect(() => {
    const close = (event: Event) => {
      const menu = details.current
      if (!menu?.open) return
      const inside = menu.contains(event.target as Node)
      if (event instanceof KeyboardEvent && event.key === 'Escape') {
        menu.open = false
        if (inside) menu.querySelector('summary')?.focus()
      } else if (event.type === 'click') {
        if (!inside || (event.target as Element).closest('a')) menu.open = false
      } else if (event.type === 'focusin' && !inside) menu.open = false
    }
    const events = ['click', 'keydown', 'focusin']
    for (const name of events) document.addEventListener(name, close)
    return () => {
      for (const name of events) document.removeEventListener(name, close)
    }
  }, [])
  return (
    <details ref={details} className="group relative">
      <summary
        className={`flex min-h-(--control) items-center gap-1.5 rounded-md px-2 text-md text-ink-2 hover:text-ink ${className}`}
      >
        {label}
        <span aria-hidden="true" className="text-xs group-open:rotate-180">
          ▾
        </span>
      </summary>
      <div
        className={`absolute end-0 z-30 mt-1 min-w-44 rounded-lg border border-line bg-paper py-1.5 shadow-lg ${panel}`}
      >
        {children}
      </div>
    </details>
  )
}
