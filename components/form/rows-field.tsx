'use client'
import { useTranslations } from 'next-intl'
import { type ReactNode, useContext, useRef, useState } from 'react'
import { Button } from '@/components/ui/button'
import type { Option } from '@/components/ui/controls'
import { FieldGroup } from '@/components/ui/field'
import { CheckboxField } from './choice-fields'
import { DateField } from './date-field'
import { NumberField, SelectField, TextField } from './fields'
import { FormContext, useField } from './form-context'
import { TextAreaField } from './text-area-field'

export type RowColumn = {
  name: string
  label: string
  kind: 'text' | 'area' | 'number' | 'date' | 'select' | 'checkbox' | 'hidden'
  options?: Option[]
  optional?: boolean
  hint?: string
  max?: number
  /** Width in twelfths of the row; 12 by default. */
  span?: 2 | 3 | 4 | 6 | 8 | 12
}

type RowValues = Record<string, string>

type RowsFieldProps = {
  name: string
  label: ReactNode
  columns: RowColumn[]
  rows?: RowValues[]
  min?: number
  max?: number
  add?: string
  hint?: ReactNode
  optional?: boolean
  /** What a row is, for its number; an item by default. */
  of?: 'item' | 'person'
}

const spans = {
  2: 'sm:col-span-2',
  3: 'sm:col-span-3',
  4: 'sm:col-span-4',
  6: 'sm:col-span-6',
  8: 'sm:col-span-8',
  12: 'sm:col-span-12',
}

/** Any number of like entries: `name.0.title`, `name.1.title` … numbered without gaps. */
export function RowsField(props: RowsFieldProps) {
  const { name, label, columns, rows = [], min = 0, max = 100, add, hint, optional } = props
  const { of = 'item' } = props
  const t = useTranslations('form.rows')
  const { id, errors } = useField(name)
  const form = useContext(FormContext)
  const { restored, touched } = form
  // Once a row is gone the numbers in the last answer's errors no longer fit.
  const [outdated, setOutdated] = useState<object | null>(null)
  const inner = {
    ...form,
    conflict: undefined,
    errors: outdated === form.errors ? {} : form.errors,
  }
  const [given] = useState(() => JSON.stringify(rows))
  const [start] = useState(() => {
    const known = restored ? keptRows(restored, name) : rows
    const wanted = Math.max(known.length, min)
    return Array.from({ length: wanted }, (_, key) => ({ key, values: known[key] ?? {} }))
  })
  const [entries, setEntries] = useState(start)
  const next = useRef(start.length)
  const list = useRef<HTMLDivElement>(null)

  function append() {
    const key = next.current++
    setEntries((now) => [...now, { key, values: {} }])
    touched()
    requestAnimationFrame(() => focusRow(list.current, -1))
  }

  function remove(key: number, index: number) {
    setEntries((now) => now.filter((entry) => entry.key !== key))
    setOutdated(form.errors)
    touched()
    requestAnimationFrame(() => focusRow(list.current, Math.max(0, index - 1)))
  }

  return (
    <FieldGroup id={id} legend={label} hint={hint} optional={optional} errors={errors}>
      <div ref={list} data-field={name} className="grid gap-3">
        {entries.length === 0 ? <p className="text-md text-ink-2">{t('none')}</p> : null}
        {entries.map((entry, index) => (
          <fieldset key={entry.key} data-row className="rounded-md border border-line p-3 pt-2">
            <legend className="sr-only">{t('item', { of, n: index + 1 })}</legend>
            <div className="mb-2 flex items-center justify-between">
              <span aria-hidden="true" className="text-sm font-medium text-ink-2">
                {t('item', { of, n: index + 1 })}
              </span>
              {entries.length > min ? (
                <Button
                  size="sm"
                  tone="quiet"
                  aria-label={t('removeItem', { of, n: index + 1 })}
                  onClick={() => remove(entry.key, index)}
                >
                  {t('remove')}
                </Button>
              ) : null}
            </div>
            <div className="grid grid-cols-1 gap-3 sm:grid-cols-12">
              <FormContext value={inner}>
                {columns.map((column) => (
                  <Cell
                    key={column.name}
                    name={`${name}.${index}.${column.name}`}
                    column={column}
                    value={entry.values[column.name] ?? ''}
                  />
                ))}
              </FormContext>
            </div>
          </fieldset>
        ))}
        {form.conflict && JSON.stringify(rows) !== given ? (
          <TheirRows columns={columns} rows={rows} />
        ) : null}
        {entries.length < max ? (
          <div>
            <Button onClick={append}>
              <span aria-hidden="true">＋</span>
              {add ?? t('add')}
            </Button>
          </div>
        ) : null}
      </div>
    </FieldGroup>
  )
}

function Cell({ name, column, value }: { name: string; column: RowColumn; value: string }) {
  const { kind, label, options = [], optional, hint, max, span = 12 } = column
  const shared = { name, label, optional, hint, defaultValue: value }
  if (kind === 'hidden') return <KeptField name={name} value={value} />
  return (
    <div className={`min-w-0 ${spans[span]}`}>
      {kind === 'text' ? <TextField {...shared} maxLength={max} /> : null}
      {kind === 'area' ? <TextAreaField {...shared} rows={2} max={max} /> : null}
      {kind === 'number' ? <NumberField {...shared} /> : null}
      {kind === 'date' ? <DateField {...shared} /> : null}
      {kind === 'select' ? <SelectField {...shared} options={options} /> : null}
      {kind === 'checkbox' ? (
        <CheckboxField name={name} label={label} hint={hint} defaultChecked={value === 'on'} />
      ) : null}
    </div>
  )
}

/** The id of a row: hidden, but part of the draft, since it belongs to what was typed beside it. */
function KeptField({ name, value }: { name: string; value: string }) {
  const { kept } = useField(name)
  const [start] = useState(kept?.[0] ?? value)
  return <input type="hidden" data-keep name={name} value={start} />
}

/** After a conflict: the rows as they stand now, to compare with. */
function TheirRows({ columns, rows }: { columns: RowColumn[]; rows: RowValues[] }) {
  const t = useTranslations('form.conflict')
  const shown = columns.filter((column) => column.kind !== 'hidden')
  const word = (column: RowColumn, value = '') =>
    column.options?.find((option) => option.value === value)?.label ?? value
  return (
    <div className="rounded-md bg-amber-wash px-3 py-1.5 text-sm">
      <span className="font-medium text-amber">{t('theirs')}</span>
      <ol className="list-decimal ps-5">
        {rows.map((row, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: shown once, never reordered
          <li key={index}>
            {shown
              .map((column) => word(column, row[column.name]))
              .filter(Boolean)
              .join(' · ')}
          </li>
        ))}
      </ol>
    </div>
  )
}

function keptRows(restored: ReadonlyMap<string, string[]>, name: string): RowValues[] {
  const count = [...restored.keys()]
    .filter((key) => key.startsWith(`${name}.`))
    .map((key) => Number(key.slice(name.length + 1).split('.')[0]) + 1)
    .reduce((most, index) => Math.max(most, index), 0)
  return Array.from({ length: count }, () => ({}))
}

function focusRow(list: HTMLElement | null, index: number): void {
  const rows = [...(list?.querySelectorAll<HTMLElement>('[data-row]') ?? [])]
  const target = rows
    .at(index)
    ?.querySelector<HTMLElement>('input:not([type=hidden]), select, textarea')
  ;(target ?? list?.querySelector<HTMLElement>(':scope > div:last-child button'))?.focus()
}
