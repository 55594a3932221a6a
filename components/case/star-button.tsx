'use client'
import { useTranslations } from 'next-intl'
import { type SubmitEvent, useActionState, useState, useTransition } from 'react'
import { send } from '@/components/form/send'
import { type FormAction, type FormState, idle } from '@/lib/form-state'

type StarButtonProps = {
  action: FormAction
  caseId: string
  followed: boolean
  /** What it says to screen readers and, with `word`, to everyone. */
  label: string
  word?: string
}

/** 关注: a star to set and to take off again; works without JavaScript too. */
export function StarButton({ action, caseId, followed, label, word }: StarButtonProps) {
  const t = useTranslations('errors')
  // Before hydration the browser posts the form; afterwards `send` keeps a dead network from
  // taking the page away.
  const [posted, post] = useActionState(action, idle)
  const [answer, setAnswer] = useState<FormState | null>(null)
  const [pending, startTransition] = useTransition()
  const { status, message } = answer ?? posted
  const failed = status !== 'idle' && status !== 'done'
  function onSubmit(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault()
    if (pending) return
    const data = new FormData(event.currentTarget)
    startTransition(async () => setAnswer(await send(action, idle, data)))
  }

  return (
    <form action={post} onSubmit={onSubmit} className="screen-only inline-flex">
      <input type="hidden" name="caseId" value={caseId} />
      <input type="hidden" name="follow" value={followed ? 'off' : 'on'} />
      <button
        type="submit"
        aria-pressed={followed}
        aria-label={word ? undefined : label}
        title={label}
        aria-disabled={pending || undefined}
        className={word ? wordy : bare}
      >
        <span aria-hidden="true" className={followed ? 'text-brand' : 'text-ink-3'}>
          {followed ? '★' : '☆'}
        </span>
        {word ? <span>{word}</span> : null}
      </button>
      {failed ? (
        <span role="alert" className="self-center text-sm text-red">
          {t((message?.code ?? 'notFound') as never, message?.params as never)}
        </span>
      ) : null}
    </form>
  )
}

const bare =
  'inline-flex min-h-6 min-w-6 items-center justify-center rounded-md text-lg leading-none hover:bg-sunk pointer-coarse:min-h-11 pointer-coarse:min-w-11'
const wordy =
  'inline-flex min-h-(--control) items-center gap-1.5 rounded-md border border-edge bg-paper px-4 text-md hover:bg-ground'
