'use client'
import { useId, useRef } from 'react'
import { chooseable } from '@/lib/attachments/types'

type FilePickerProps = {
  label: string
  hint?: string
  /** Said beside the label, such as whether it may be left out. */
  onFiles: (files: File[]) => void
}

/** Chooses several files at once, from the disk or the camera; dropping them on it does too. */
export function FilePicker({ label, hint, onFiles }: FilePickerProps) {
  const id = useId()
  const input = useRef<HTMLInputElement>(null)
  const take = (list: FileList | null | undefined) => {
    if (list && list.length > 0) onFiles([...list])
    if (input.current) input.current.value = ''
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping files is a shortcut beside the input
    <div
      className="grid gap-1"
      onDragOver={(event) => event.preventDefault()}
      onDrop={(event) => {
        event.preventDefault()
        take(event.dataTransfer.files)
      }}
    >
      <label
        htmlFor={id}
        className="flex min-h-(--control) cursor-pointer items-center justify-center rounded-md border border-dashed border-edge bg-paper px-4 py-2 text-center text-md font-medium text-blue hover:border-ink-2 hover:bg-ground has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-blue"
      >
        {label}
        <input
          ref={input}
          id={id}
          type="file"
          multiple
          accept={chooseable}
          aria-describedby={hint ? `${id}-hint` : undefined}
          className="sr-only"
          onChange={(event) => take(event.currentTarget.files)}
        />
      </label>
      {hint ? (
        <p id={`${id}-hint`} className="text-sm text-ink-2">
          {hint}
        </p>
      ) : null}
    </div>
  )
}
