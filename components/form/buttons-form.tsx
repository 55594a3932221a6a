'use client'
import { useTranslations } from 'next-intl'
import { type ReactNode, type SubmitEvent, startTransition, useActionState, useState } from 'react'
import { send } from '@/components/form/send'
import { type FormAction, type FormState, idle } from '@/lib/form-state'

type ButtonsFormProps = { id: string; action: FormAction; children?: ReactNode }

/**
 * One form for the buttons of all lines of a list: each names this form and carries its value, so
 * that a long list is not a form a line. Works without JavaScript too.
 */
export function ButtonsForm({ id, action, children }: ButtonsFormProps) {
  const t = useTranslations('errors')
  // Before hydration the browser posts the form; afterwards `send` keeps a dead network from
  // taking the page away.
  const [posted, post] = useActionState(action, idle)
  const [answer, setAnswer] = useState<FormState | null>(null)
  const { status, message, said } = answer ?? posted
  const failed = status !== 'idle' && status !== 'done'
  function onSubmit(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault()
    const data = new FormData(event.currentTarget, event.nativeEvent.submitter)
    startTransition(async () => setAnswer(await send(action, idle, data)))
  }
  return (
    <form id={id} action={post} onSubmit={onSubmit} className="screen-only">
      {children}
      {said ? (
        <p role="status" className="px-4 py-2 text-sm text-ink-2">
          {said}
        </p>
      ) : null}
      {failed ? (
        <p role="alert" className="px-4 py-2 text-sm text-red">
          {t((message?.code ?? 'notFound') as never, message?.params as never)}
        </p>
      ) : null}
    </form>
  )
}
