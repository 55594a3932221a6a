'use client'
import { useRef, useState } from 'react'
import { useField } from '@/components/form/form-context'
import { Theirs, useServerValue } from '@/components/form/theirs'
import { type Option, Select, TextInput } from '@/components/ui/controls'
import { Errors, wire } from '@/components/ui/field'
import { type CellPart, cellField, cellParts } from '@/lib/assignments/grid-rules'
import type { Slot } from '@/lib/assignments/rules'
import { type GridCellData, type GridWords, partLabel } from './grid-data'

type SlotCellProps = {
  caseId: string
  village: string
  slot: Slot
  cell: GridCellData
  options: Option[]
  /** Id of the list of names to suggest. */
  names: string
  words: GridWords
}

/** The fields of one slot of one village, and the assignment they were made from. */
export function SlotCell({ caseId, village, slot, cell, options, names, words }: SlotCellProps) {
  const wasName = cellField(caseId, slot, 'was')
  const { kept } = useField(wasName)
  if (cell.fixed) return <span className="text-sm text-ink-2">{cell.fixed}</span>
  // A draft made before somebody else filled the cell is not brought back over them.
  const outdated = kept !== undefined && (kept[0] ?? '') !== cell.was
  return (
    <div className="grid gap-1" data-cell={slot}>
      <input type="hidden" name={wasName} value={cell.was} data-keep="" />
      {cellParts[slot].map((part) => (
        <Part
          key={part}
          name={cellField(caseId, slot, part)}
          part={part}
          label={`${village} ${partLabel(words, slot, part)}`}
          hint={slot === 'WORK_TEAM' ? partLabel(words, slot, part) : words.parts.name}
          value={cell.value[part]}
          outdated={outdated}
          options={cell.gone ? [...options, cell.gone] : options}
          names={names}
        />
      ))}
    </div>
  )
}

type PartProps = {
  name: string
  part: CellPart
  label: string
  hint: string
  value: string
  outdated: boolean
  options: Option[]
  names: string
}

function Part({ name, part, label, hint, value, outdated, options, names }: PartProps) {
  const { id, errors, kept, theirs } = useField(name)
  const select = useRef<HTMLSelectElement>(null)
  const text = useRef<HTMLInputElement>(null)
  const isText = part === 'personName'
  const [start] = useState(outdated ? value : (kept?.[0] ?? value))
  const changedSelect = useServerValue(select, value)
  const changedText = useServerValue(text, value)
  const latest = theirs(value, isText ? changedText : changedSelect)
  const shared = {
    name,
    'aria-label': label,
    'data-part': part,
    defaultValue: start,
    ...wire(id, { errors }),
  }
  return (
    <div className="grid min-w-0 gap-1">
      {isText ? (
        <TextInput
          ref={text}
          list={names}
          maxLength={50}
          autoComplete="off"
          placeholder={hint}
          {...shared}
        />
      ) : (
        <Select ref={select} options={options} blank="—" {...shared} />
      )}
      <Errors id={id} errors={errors} />
      <Theirs
        control={isText ? text : select}
        value={latest}
        text={options.find((option) => option.value === latest)?.label}
      />
    </div>
  )
}
