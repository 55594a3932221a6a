'use client'
import { useMessage } from '@/components/form/message'
import { Button } from '@/components/ui/button'
import { Progress } from '@/components/ui/progress'
import { FilePicker } from './file-picker'
import type { UploadWords } from './upload-words'
import { type Upload, useUploads } from './use-uploads'

type UploaderProps = { caseId: string; subject: string; words: UploadWords }

/** Adds files to a record that exists: several at once, each with its own progress and its own word. */
export function Uploader({ caseId, subject, words }: UploaderProps) {
  const { uploads, sent, add, remove, retry } = useUploads(caseId, subject)
  const working = uploads.some(({ state }) => state !== 'failed')
  return (
    <div className="screen-only grid gap-3">
      <FilePicker label={words.choose} hint={`${words.hint}${words.warning}`} onFiles={add} />
      {uploads.length > 0 ? (
        <ul className="grid gap-2">
          {uploads.map((upload) => (
            <UploadLine
              key={upload.id}
              upload={upload}
              words={words}
              onRetry={() => retry(upload.id)}
              onRemove={() => remove(upload.id)}
            />
          ))}
        </ul>
      ) : null}
      <p role="status" className="text-md text-green empty:hidden">
        {sent > 0 && !working ? words.done : ''}
      </p>
    </div>
  )
}

type UploadLineProps = {
  upload: Upload
  words: UploadWords
  onRetry: () => void
  onRemove: () => void
}

function UploadLine({ upload, words, onRetry, onRemove }: UploadLineProps) {
  const message = useMessage()
  const { file, state, share, problem } = upload
  return (
    <li className="grid gap-1 rounded border border-line px-3 py-2 text-md">
      <div className="flex flex-wrap items-center justify-between gap-2">
        <span className="min-w-0 break-all">{file.name}</span>
        {state === 'failed' ? (
          <span className="flex gap-2">
            <Button size="sm" onClick={onRetry} aria-label={`${words.retry} ${file.name}`}>
              {words.retry}
            </Button>
            <Button
              size="sm"
              tone="quiet"
              onClick={onRemove}
              aria-label={`${words.remove} ${file.name}`}
            >
              {words.remove}
            </Button>
          </span>
        ) : (
          <span className="text-sm text-ink-2">{words[state]}</span>
        )}
      </div>
      {state === 'sending' ? (
        <Progress label={file.name} value={Math.round(share * 100)} max={100} />
      ) : null}
      {problem ? (
        <p role="alert" className="text-red">
          {message(problem)}
        </p>
      ) : null}
    </li>
  )
}
