'use client'
import { type ChangeEvent, useEffect, useRef, useState } from 'react'
import { Checkbox } from '@/components/ui/choice'

type SelectAllProps = {
  /** Name of the boxes, in the form this stands in. */
  name: string
  label: string
  /** With `#` for the number ticked. */
  count: string
}

/** Ticks every box of the form at once, and says how many are ticked. */
export function SelectAll({ name, label, count }: SelectAllProps) {
  const box = useRef<HTMLInputElement>(null)
  const [ticked, setTicked] = useState(0)

  useEffect(() => {
    const form = box.current?.form
    function look() {
      const boxes = boxesOf(box.current, name)
      const on = boxes.filter(({ checked }) => checked).length
      setTicked(on)
      if (!box.current) return
      box.current.checked = on > 0 && on === boxes.length
      box.current.indeterminate = on > 0 && on < boxes.length
    }
    look()
    form?.addEventListener('change', look)
    return () => form?.removeEventListener('change', look)
  }, [name])

  function tick(event: ChangeEvent<HTMLInputElement>) {
    for (const each of boxesOf(box.current, name)) each.checked = event.currentTarget.checked
  }

  return (
    <>
      <Checkbox ref={box} label={label} onChange={tick} />
      <output aria-live="polite" className="text-sm text-ink-2">
        {count.replace('#', String(ticked))}
      </output>
    </>
  )
}

function boxesOf(all: HTMLInputElement | null, name: string): HTMLInputElement[] {
  return [...(all?.form?.elements ?? [])].filter(
    (one): one is HTMLInputElement => one instanceof HTMLInputElement && one.name === name,
  )
}
