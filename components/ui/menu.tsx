'use client'
import { type ReactNode, useEffect, useRef } from 'react'

type MenuProps = { label: ReactNode; look?: string; panel?: string; children: ReactNode }

const plain =
  'flex min-h-(--control) items-center gap-1.5 whitespace-nowrap rounded-md px-2 text-md text-ink-2 hover:text-ink'

/**
 * A disclosure that closes itself: on Escape, on a click elsewhere, on following a link. `look` and
 * `panel` are classes of its button and of what opens.
 */
export function Menu({ label, look = plain, panel = '', children }: MenuProps) {
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
    <details ref={details} className="group sm:relative">
      <summary className={look}>
        {label}
        <span aria-hidden="true" className="text-xs group-open:rotate-180">
          ▾
        </span>
      </summary>
      <div
        className={`absolute inset-x-4 z-30 mt-1 rounded-lg border border-line bg-paper shadow-lg sm:start-auto sm:end-0 sm:min-w-44 ${panel}`}
      >
        {children}
      </div>
    </details>
  )
}
