'use client'
import { type RefObject, useCallback, useEffect, useState } from 'react'

/** What stands in the rows of the editor now, as far as others look at it. */
export type LineNow = { problemIds: string[]; startOn: string; dueOn: string }

/**
 * Follows the rows of the editor while they are typed: the fields keep their own text (so that the
 * local draft holds it), this reads them after every change. `shape` changes when rows come or go.
 */
export function useLines(root: RefObject<HTMLElement | null>, shape: unknown) {
  const [lines, setLines] = useState<LineNow[]>([])
  const scan = useCallback(() => {
    const rows = [...(root.current?.querySelectorAll<HTMLElement>('[data-row]') ?? [])]
    setLines(rows.map(lineOf))
  }, [root])
  // biome-ignore lint/correctness/useExhaustiveDependencies: rows that came or went are read anew
  useEffect(scan, [scan, shape])
  return { lines, scan }
}

function lineOf(row: HTMLElement): LineNow {
  const inputs = [...row.querySelectorAll('input')]
  const value = (field: string) =>
    inputs.find(({ name }) => name.endsWith(`.${field}`))?.value ?? ''
  const problemIds = inputs
    .filter(({ name, type, checked }) => {
      return name.endsWith('.problemIds[]') && (type === 'hidden' || checked)
    })
    .map((input) => input.value)
  return { problemIds, startOn: value('startOn'), dueOn: value('dueOn') }
}
