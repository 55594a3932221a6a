'use client'
import {
  Fragment,
  type ReactNode,
  type SubmitEvent,
  useActionState,
  useEffect,
  useId,
  useMemo,
  useRef,
  useState,
  useTransition,
} from 'react'
import type { ButtonTone } from '@/components/ui/button'
import { type FormAction, type FormState, idle } from '@/lib/form-state'
import { announceFlash, passOn, type Told, toldNow } from './announce'
import { focusFirstError } from './focus'
import { FormContext } from './form-context'
import { FormFoot } from './form-foot'
import { DraftNotice, Outcome } from './outcome'
import { isNavigation, send } from './send'
import { useDraft } from './use-draft'

type ActionFormProps = {
  action: FormAction
  /** Words on the button; leave out when the children bring their own `SubmitButton`s. */
  submit?: string
  tone?: ButtonTone
  size?: 'md' | 'lg'
  /** Kind and id, such as `plan:<caseId>`: keeps what is typed in this browser until submitted. */
  draft?: string
  /** Where "cancel" leads; no such link without it. */
  cancel?: string
  /** Empty the form after success, to enter the next one. */
  resetOnDone?: boolean
  /** Accessible name, when a page has several forms. */
  label?: string
  children: ReactNode
}

/** The one way to build a form: all errors at once, nothing typed is ever lost. */
export function ActionForm(props: ActionFormProps) {
  const { action, submit, tone, size, draft: draftName, cancel, resetOnDone, label } = props
  const form = useRef<HTMLFormElement>(null)
  const outcome = useId()
  // Before hydration and without JavaScript the browser posts the form; afterwards `onSubmit`
  // does, because React would empty the fields after its own submit.
  const [posted, post] = useActionState(action, idle)
  const [answer, setAnswer] = useState<FormState | null>(null)
  const [pending, startTransition] = useTransition()
  const draft = useDraft(form, draftName)
  const state = answer ?? posted
  const told = useRef<Told | null>(null)
  const gone = useRef(false)

  // What was done may leave nothing more for this form to do: the shell then says it instead.
  useEffect(() => {
    gone.current = false
    return () => {
      gone.current = true
      passOn(told.current)
    }
  }, [])

  function onSubmit(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault()
    if (pending) return
    const data = new FormData(event.currentTarget, event.nativeEvent.submitter)
    startTransition(async () => {
      try {
        const next = await send(action, state, data)
        told.current = next.said ? toldNow(next.said) : null
        if (gone.current) passOn(told.current)
        if (next.status === 'done') {
          draft.clear()
          if (resetOnDone) draft.restart()
        }
        setAnswer(next)
      } catch (error) {
        if (isNavigation(error)) {
          draft.clear()
          announceFlash()
        }
        throw error
      }
    })
  }

  useEffect(() => {
    if (state.status === 'idle' || state.status === 'done' || !form.current) return
    if (state.status !== 'invalid' || !focusFirstError(form.current)) {
      document.getElementById(outcome)?.focus()
    }
  }, [state, outcome])

  const context = useMemo(
    () => ({
      errors: state.fieldErrors ?? {},
      restored: draft.restored,
      conflict: state.conflict,
      touched: draft.touched,
    }),
    [state, draft.restored, draft.touched],
  )

  return (
    <FormContext value={context}>
      <form
        ref={form}
        action={post}
        onSubmit={onSubmit}
        onInput={draft.touched}
        noValidate
        aria-label={label}
        aria-busy={pending || undefined}
        className="grid grid-cols-[minmax(0,1fr)] gap-5"
      >
        {draft.restoredAt ? <DraftNotice at={draft.restoredAt} onDiscard={draft.restart} /> : null}
        <Outcome id={outcome} state={state} form={form} />
        <Fragment key={draft.generation}>{props.children}</Fragment>
        <FormFoot submit={submit} tone={tone} size={size} cancel={cancel} pending={pending} />
      </form>
    </FormContext>
  )
}
