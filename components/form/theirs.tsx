'use client'
import { useTranslations } from 'next-intl'
import { type RefObject, useEffect, useRef, useState } from 'react'
import { Button } from '@/components/ui/button'

type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement

/**
 * Follows a value that the server changed under an open form: a field that nobody touched takes
 * it over; a touched one keeps what was typed.
 */
export function useServerValue(control: RefObject<Control | null>, value: string): void {
  const before = useRef(value)
  useEffect(() => {
    const old = before.current
    before.current = value
    if (control.current && old !== value && control.current.value === old) {
      control.current.value = value
    }
  }, [control, value])
}

type TheirsProps = { control: RefObject<Control | null>; value: string; text?: string }

/** After a conflict: the latest value below a field that says something else, ready to adopt. */
export function Theirs({ control, value, text = value }: TheirsProps) {
  const t = useTranslations('form.conflict')
  const [differs, setDiffers] = useState(false)
  useEffect(() => {
    setDiffers(control.current !== null && control.current.value !== value)
  }, [control, value])
  if (!differs) return null
  function adopt() {
    if (!control.current) return
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
