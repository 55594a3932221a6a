'use client'
import { useEffect, useRef, useState } from 'react'
import { Button } from '@/components/ui/button'
import { FilePicker } from './file-picker'
import type { UploadWords } from './upload-words'
import { setWaiting } from './waiting'

type ChosenFilesProps = { kind: 'VISIT' | 'RECORD'; words: UploadWords }

/**
 * Files for a record that is only being written: chosen here, sent by its own page once it is
 * stored. The form around it carries the id of the record in its field `id`.
 */
export function ChosenFiles({ kind, words }: ChosenFilesProps) {
  const [files, setFiles] = useState<readonly File[]>([])
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const id = box.current?.closest('form')?.elements.namedItem('id')
    if (id instanceof HTMLInputElement) setWaiting(`${kind}:${id.value}`, files)
  }, [files, kind])
  return (
    <div ref={box} className="grid gap-3">
      <FilePicker
        label={words.choose}
        hint={`${words.hint}${words.warning}`}
        onFiles={(more) => setFiles([...files, ...more])}
      />
      {files.length > 0 ? (
        <>
          <ul className="grid gap-1">
            {files.map((file, index) => (
              <li
                // biome-ignore lint/suspicious/noArrayIndexKey: the same file may be chosen twice
                key={`${index}-${file.name}`}
                className="flex items-center justify-between gap-2 text-md"
              >
                <span className="min-w-0 break-all">{file.name}</span>
                <Button
                  size="sm"
                  tone="quiet"
                  aria-label={`${words.remove} ${file.name}`}
                  onClick={() => setFiles(files.filter((one) => one !== file))}
                >
                  {words.remove}
                </Button>
              </li>
            ))}
          </ul>
          <p className="text-sm text-ink-2">{words.chosen}</p>
        </>
      ) : null}
    </div>
  )
}
