'use client'
import { type KeyboardEvent, type RefObject, useRef, useState } from 'react'
import { Button } from '@/components/ui/button'
import { type Option, Select, TextInput } from '@/components/ui/controls'
import { Fold } from '@/components/ui/fold'
import { type CellPart, cellParts, gridSlots } from '@/lib/assignments/grid-rules'
import type { Slot } from '@/lib/assignments/rules'
import { type GridWords, partLabel } from './grid-data'

type SameForAllProps = {
  /** Where the cells are that take over what is chosen here. */
  cells: RefObject<HTMLElement | null>
  township: string
  optionsOf: (slot: Slot) => Option[]
  names: (slot: Slot) => string
  words: GridWords
}

type Control = HTMLInputElement | HTMLSelectElement

/** Chosen once for a township: goes into every cell that is still empty, and is not yet saved. */
export function SameForAll({ cells, township, optionsOf, names, words }: SameForAllProps) {
  const chooser = useRef<HTMLDivElement>(null)
  const [filled, setFilled] = useState<number | null>(null)

  function fill() {
    let count = 0
    for (const slot of gridSlots) {
      const given = partsIn(chooser.current, slot)[0]
      if (!given || isBlank(given)) continue
      for (const cell of partsIn(cells.current, slot)) {
        if (!isBlank(cell)) continue
        for (const [part, control] of cell) {
          control.value = given.get(part)?.value ?? ''
          control.dispatchEvent(new Event('input', { bubbles: true }))
        }
        count += 1
      }
    }
    setFilled(count)
  }

  function onKeyDown(event: KeyboardEvent) {
    if (event.key !== 'Enter') return
    // Enter would save the whole grid.
    event.preventDefault()
    fill()
  }

  return (
    <Fold label={words.same}>
      <p className="text-sm text-ink-2">{words.sameHint}</p>
      <div ref={chooser} className="grid gap-3 sm:grid-cols-3">
        {gridSlots.map((slot) => (
          <fieldset key={slot} data-cell={slot} className="grid content-start gap-1">
            <legend className="text-sm text-ink-2">{words.slots[slot]}</legend>
            {cellParts[slot].map((part) => {
              const label = `${township} ${partLabel(words, slot, part)}`
              const shared = { 'aria-label': label, 'data-part': part, defaultValue: '' }
              return part === 'personName' ? (
                <TextInput
                  key={part}
                  list={names(slot)}
                  maxLength={50}
                  autoComplete="off"
                  onKeyDown={onKeyDown}
                  {...shared}
                />
              ) : (
                <Select key={part} options={optionsOf(slot)} blank="—" {...shared} />
              )
            })}
          </fieldset>
        ))}
      </div>
      <div className="flex flex-wrap items-center gap-3">
        <Button onClick={fill}>{words.fill}</Button>
        <output aria-live="polite" className="text-sm text-ink-2">
          {filled === null ? '' : words.filled.replace('#', String(filled))}
        </output>
      </div>
    </Fold>
  )
}

/** The controls of every cell of a slot, by part. */
function partsIn(root: HTMLElement | null, slot: Slot): Map<CellPart, Control>[] {
  return [...(root?.querySelectorAll(`[data-cell="${slot}"]`) ?? [])].map(
    (cell) =>
      new Map(
        [...cell.querySelectorAll<Control>('[data-part]')].map((control) => [
          control.dataset.part as CellPart,
          control,
        ]),
      ),
  )
}

function isBlank(cell: Map<CellPart, Control>): boolean {
  return [...cell.values()].every((control) => control.value.trim() === '')
}
