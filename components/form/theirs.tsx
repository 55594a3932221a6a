'use client'
import { useTranslations } from 'next-intl'
import { type RefObject, useEffect, useRef, useState } from 'react'
import { Button } from '@/components/ui/button'

type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement

/**
 * Follows a value that the server changed under an open form: a field that nobody touched takes
 * it over; a touched one keeps what was typed. True once the server has changed it.
 */
export function useServerValue(control: RefObject<Control | null>, value: string): boolean {
  const [first] = useState(value)
  const before = useRef(value)
  useEffect(() => {
    const old = before.current
    before.current = value
    if (control.current && old !== value && control.current.value === old) {
      control.current.value = value
    }
  }, [control, value])
  return value !== first
}

type TheirsProps = {
  control: RefObject<Control | null>
  /** The value now; nothing is shown without one. */
  value: string | undefined
  text?: string
}

/** After a conflict: the latest value below a field that says something else, ready to adopt. */
export function Theirs({ control, value, text = value }: TheirsProps) {
  const t = useTranslations('form.conflict')
  const [differs, setDiffers] = useState(false)
  useEffect(() => {
    setDiffers(value !== undefined && control.current !== null && control.current.value !== value)
  }, [control, value])
  if (!differs || value === undefined) return null
  function adopt() {
    if (!control.current || value === undefined) return
    control.current.value = value
    control.current.dispatchEvent(new Event('input', { bubbles: true }))
    setDiffers(false)
  }
  return (
    <div className="flex flex-wrap items-baseline justify-between gap-2 rounded-md bg-amber-wash px-3 py-1.5 text-sm">
      <span className="whitespace-pre-wrap">
        <span className="font-medium text-amber">{t('theirs')}</span> {text || '—'}
      </span>
      <Button size="sm" onClick={adopt}>
        {t('adopt')}
      </Button>
    </div>
  )
}
