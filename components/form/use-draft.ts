'use client'
import { type RefObject, useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { type Draft, draftKey, readDraft, sameValues, valuesOf, writeDraft } from './draft'

const pause = 300

/**
 * Keeps what is typed into a form in this browser and gives it back when the form comes up again.
 * `generation` changes whenever the fields have to be made anew with other starting values.
 */
export function useDraft(form: RefObject<HTMLFormElement | null>, name: string | undefined) {
  const [draft, setDraft] = useState<Draft | null>(null)
  const [generation, setGeneration] = useState(0)
  const start = useRef<Draft['values']>([])
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)

  const save = useCallback(() => {
    clearTimeout(timer.current)
    timer.current = undefined
    if (!name || !form.current) return
    const values = valuesOf(form.current)
    writeDraft(draftKey(name), sameValues(values, start.current) ? null : values)
  }, [form, name])

  const touched = useCallback(() => {
    clearTimeout(timer.current)
    timer.current = setTimeout(save, pause)
  }, [save])

  const clear = useCallback(() => {
    clearTimeout(timer.current)
    timer.current = undefined
    if (name) writeDraft(draftKey(name), null)
  }, [name])

  /** Back to what the page gave: the fields are made anew. */
  const restart = useCallback(() => {
    clear()
    setDraft(null)
    setGeneration((count) => count + 1)
  }, [clear])

  useEffect(() => {
    if (!name || !form.current) return
    start.current = valuesOf(form.current)
    const found = readDraft(draftKey(name))
    if (found && !sameValues(found.values, start.current)) {
      setDraft(found)
      setGeneration((count) => count + 1)
    }
    // A phone may kill the page as soon as it is hidden.
    const flush = () => timer.current && save()
    document.addEventListener('visibilitychange', flush)
    return () => {
      document.removeEventListener('visibilitychange', flush)
      flush()
    }
  }, [form, name, save])

  const restored = useMemo(() => (draft ? new Map(draft.values) : null), [draft])
  return { restored, restoredAt: draft?.at, generation, touched, clear, restart }
}
