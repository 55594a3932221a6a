'use client'
import { useEffect, useRef } from 'react'

type SearchBoxProps = { label: string; hint: string }

/**
 * The search in the head of every page; `/` and Ctrl K lead to it, Escape back to where one was, a
 * plain GET form does the rest.
 */
export function SearchBox({ label, hint }: SearchBoxProps) {
  const input = useRef<HTMLInputElement>(null)
  const before = useRef<Element | null>(null)
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const called =
        (event.key === '/' &&
          !event.ctrlKey &&
          !event.metaKey &&
          !event.altKey &&
          !writes(event)) ||
        (event.key.toLowerCase() === 'k' && (event.ctrlKey || event.metaKey))
      if (!called || event.isComposing || !input.current?.checkVisibility()) return
      event.preventDefault()
      if (document.activeElement !== input.current) before.current = document.activeElement
      input.current.focus()
      input.current.select()
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [])
  return (
    <search>
      <form action="/search" method="get">
        <input
          ref={input}
          name="q"
          type="search"
          aria-label={label}
          onKeyDown={({ key, currentTarget, nativeEvent }) => {
            if (key !== 'Escape' || nativeEvent.isComposing || currentTarget.value) return
            currentTarget.blur()
            if (before.current instanceof HTMLElement) before.current.focus()
          }}
          aria-keyshortcuts="/ Control+K"
          placeholder={hint}
          className="control w-full"
        />
      </form>
    </search>
  )
}

/** Whether the key belongs to a text being written. */
function writes({ target }: KeyboardEvent): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName))
  )
}
