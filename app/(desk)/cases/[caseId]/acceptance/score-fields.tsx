'use client'
import { type ReactNode, useCallback, useEffect, useRef, useState } from 'react'
import { NumberField, TextField } from '@/components/form/fields'

export type ScoreItem = { code: string; title: string; max: string; points: string; note: string }

type ScoreFieldsProps = {
  /** By move, in the order of the sheet. */
  groups: { title: string; items: ScoreItem[] }[]
  /** From the best down: the grade a total reaches. */
  grades: { title: string; from: number }[]
  minScore: number | null
  /** A demonstration keeps its mark at the foot of the window: the total stands above it. */
  aboveMark: boolean
  words: { note: string; total: string; belowPass: string }
  children: ReactNode
}

/** The sheet of an acceptance: points and a note for each item, and the total as it grows. */
export function ScoreFields({
  groups,
  grades,
  minScore,
  aboveMark,
  words,
  children,
}: ScoreFieldsProps) {
  const sheet = useRef<HTMLDivElement>(null)
  const [total, setTotal] = useState(0)
  const sum = useCallback(() => {
    const inputs = sheet.current?.querySelectorAll<HTMLInputElement>('input[name^="scores."]')
    const points = [...(inputs ?? [])].map((input) => Number(input.value))
    setTotal(points.reduce((all, one) => all + (Number.isFinite(one) ? one : 0), 0))
  }, [])
  // Values restored from the local draft or after a conflict are there before anyone types.
  useEffect(() => sum())
  const grade = total > 0 ? grades.find(({ from }) => total >= from) : undefined
  return (
    <div ref={sheet} onInput={sum} className="grid gap-5">
      {groups.map((group) => (
        <fieldset key={group.title} className="grid gap-4 rounded-md border border-line p-4 pt-2">
          <legend className="px-1 font-semibold">{group.title}</legend>
          {group.items.map((item) => (
            <div key={item.code} className="grid gap-x-5 gap-y-3 md:grid-cols-2">
              <NumberField
                name={`scores.${item.code}`}
                label={item.title}
                unit={item.max}
                defaultValue={item.points}
              />
              <TextField
                name={`notes.${item.code}`}
                label={words.note}
                defaultValue={item.note}
                maxLength={500}
                optional
              />
            </div>
          ))}
        </fieldset>
      ))}
      <div
        className={`sticky ${aboveMark ? 'bottom-8' : 'bottom-0'} flex flex-wrap items-center gap-x-4 gap-y-2 border-t border-line bg-paper py-3`}
      >
        <output aria-live="polite" className="font-semibold">
          {words.total} {total}
          {grade ? <span className="ms-2 font-normal text-ink-2">{grade.title}</span> : null}
          {minScore !== null && total > 0 && total < minScore ? (
            <span className="ms-2 font-normal text-red">{words.belowPass}</span>
          ) : null}
        </output>
        <span className="flex flex-wrap gap-2">{children}</span>
      </div>
    </div>
  )
}
