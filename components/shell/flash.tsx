'use client'
import { usePathname } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useCallback, useEffect, useRef, useState } from 'react'
import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { flashCookie, flashEvent } from '@/lib/flash'

/** How long after it came up a confirmation survives the change of page that it belongs to. */
const settling = 3000

/** The confirmation of what was just done, above the page it led to. */
export function Flash() {
  const t = useTranslations('ui')
  const pathname = usePathname()
  const [text, setText] = useState('')
  const shownAt = useRef(0)

  const look = useCallback((leaving: boolean, told = '') => {
    const said = takeCookie() || told
    if (said) {
      shownAt.current = Date.now()
      setText(said)
    } else if (leaving && Date.now() - shownAt.current > settling) setText('')
  }, [])

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new page is the reason to look
  useEffect(() => look(true), [look, pathname])
  useEffect(() => {
    const onFlash = (event: Event) =>
      look(false, (event as CustomEvent<string | null>).detail ?? '')
    window.addEventListener(flashEvent, onFlash)
    return () => window.removeEventListener(flashEvent, onFlash)
  }, [look])

  return (
    <div role="status" className="screen-only mb-4 empty:hidden">
      {text ? (
        <Notice
          tone="good"
          action={
            <Button size="sm" tone="quiet" onClick={() => setText('')}>
              {t('close')}
            </Button>
          }
        >
          {text}
        </Notice>
      ) : null}
    </div>
  )
}

function takeCookie(): string {
  const pair = document.cookie.split('; ').find((each) => each.startsWith(`${flashCookie}=`))
  if (!pair) return ''
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API needs a secure origin
  document.cookie = `${flashCookie}=; path=/; max-age=0`
  return decodeURIComponent(pair.slice(flashCookie.length + 1))
}
