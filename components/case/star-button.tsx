'use client'
import { useTranslations } from 'next-intl'
import { type SubmitEvent, useActionState, useState, useTransition } from 'react'
import { send } from '@/components/form/send'
import { type FormAction, type FormState, idle } from '@/lib/form-state'

type StarButtonProps = {
  action: FormAction
  caseId: string
  followed: boolean
  /** The whole of it, as a tool tip. */
  label: string
  word: string
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
        title={label}
        aria-disabled={pending || undefined}
        className={look}
      >
        <span aria-hidden="true" className={followed ? 'text-brand' : 'text-ink-3'}>
          {followed ? '★' : '☆'}
        </span>
        <span>{word}</span>
      </button>
      {failed ? (
        <span role="alert" className="self-center text-sm text-red">
          {t((message?.code ?? 'notFound') as never, message?.params as never)}
        </span>
      ) : null}
    </form>
  )
}

const look =
  'inline-flex min-h-(--control) items-center gap-1.5 rounded-md border border-edge bg-paper px-4 text-md hover:bg-ground'
