'use client'
import { type ReactNode, useContext, useId, useRef, useState } from 'react'
import { FormContext } from '@/components/form/form-context'
import { SubmitButton } from '@/components/form/form-foot'
import { Button } from '@/components/ui/button'
import { type Move, moves } from '@/lib/plans/moves'
import { Coverage } from './coverage'
import type { EditorData, EditorLine } from './editor-data'
import { LineFields } from './line-fields'
import { restoredLines } from './restored-lines'
import { TheirLines } from './their-lines'
import { useLines } from './use-lines'

type Entry = { key: string; line: EditorLine }

type PlanFieldsProps = {
  data: EditorData
  /** The sections of the text before and after the measures. */
  before: ReactNode
  after: ReactNode
}

/** Problems on the left with their coverage, the measures under the five moves on the right. */
export function PlanFields({ data, before, after }: PlanFieldsProps) {
  const { lines, problems, organisations, words } = data
  const form = useContext(FormContext)
  const list = useId()
  const root = useRef<HTMLDivElement>(null)
  const next = useRef(0)
  const [entries, setEntries] = useState<Entry[]>(() =>
    (form.restored ? restoredLines(form.restored) : lines).map((line) => ({
      key: `line-${next.current++}`,
      line,
    })),
  )
  // Once a row is gone or has come, the numbers in the last answer's errors no longer fit.
  const [outdated, setOutdated] = useState<object | null>(null)
  const inner = {
    ...form,
    conflict: undefined,
    errors: outdated === form.errors ? {} : form.errors,
  }
  const ordered = moves.flatMap((move) => entries.filter(({ line }) => line.move === move))
  const now = useLines(root, entries)

  function append(move: Move) {
    const key = `line-${next.current++}`
    setEntries((old) => [...old, { key, line: blankLine(move) }])
    changed()
    requestAnimationFrame(() => {
      const row = document.getElementById(`${list}-${key}`)
      row?.querySelector<HTMLElement>('input:not([type=hidden])')?.focus()
    })
  }

  function remove(key: string) {
    setEntries((old) => old.filter((entry) => entry.key !== key))
    changed()
  }

  function changed() {
    setOutdated(form.errors)
    form.touched()
  }

  return (
    <div
      ref={root}
      onInput={now.scan}
      className="grid grid-cols-[minmax(0,1fr)] items-start gap-5 lg:grid-cols-[17rem_minmax(0,1fr)]"
    >
      <div className="grid gap-3 lg:sticky lg:top-4">
        <Coverage problems={problems} lines={now.lines} words={words} />
        <div className="hidden lg:grid">
          <SubmitButton>{words.save}</SubmitButton>
        </div>
      </div>
      <div className="grid gap-5">
        {before}
        <div id="measures" data-field="measures" className="grid gap-5">
          <div className="-mb-2">
            <h2>{words.measures}</h2>
            <p className="text-sm text-ink-2">{words.organisationHint}</p>
          </div>
          {moves.map((move) => (
            <MoveGroup
              key={move}
              title={words.moves[move]}
              onAdd={() => append(move)}
              add={words.add}
            >
              {ordered.map(({ key, line }, index) =>
                line.move === move ? (
                  <FormContext key={key} value={inner}>
                    <LineFields
                      id={`${list}-${key}`}
                      name={`measures.${index}`}
                      line={line}
                      number={index + 1}
                      data={data}
                      list={list}
                      now={now.lines[index]}
                      onRemove={() => remove(key)}
                    />
                  </FormContext>
                ) : null,
              )}
              {ordered.some(({ line }) => line.move === move) ? null : (
                <p className="text-md text-ink-2">{words.noneInMove}</p>
              )}
            </MoveGroup>
          ))}
          {form.conflict ? <TheirLines lines={lines} words={words} /> : null}
        </div>
        {after}
      </div>
      <datalist id={list}>
        {organisations.map((name) => (
          <option key={name} value={name} />
        ))}
      </datalist>
    </div>
  )
}

type MoveGroupProps = { title: string; add: string; onAdd: () => void; children: ReactNode }

function MoveGroup({ title, add, onAdd, children }: MoveGroupProps) {
  return (
    <section aria-label={title} className="grid gap-3">
      <div className="flex items-baseline justify-between gap-3 border-b border-line pb-1">
        <h3>{title}</h3>
        <Button size="sm" onClick={onAdd} aria-label={`${add}：${title}`}>
          <span aria-hidden="true">＋</span>
          {add}
        </Button>
      </div>
      {children}
    </section>
  )
}

function blankLine(move: Move): EditorLine {
  const blank = { title: '', target: '', organisationName: '', personName: '', personPost: '' }
  const days = { startOn: '', dueOn: '' }
  return { id: '', measureId: '', key: '', move, problemIds: [], done: false, ...blank, ...days }
}
